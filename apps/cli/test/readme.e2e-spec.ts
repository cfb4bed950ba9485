import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const generating = commands.filter((command) => command.includes('quiz -- generate'));

describe('the README', () => {
  it('shows no command that nobody runs: start has its own stories, CI tests, the rest runs here', () => {
    const others = commands.filter((command) => !generating.includes(command));
    expect(others).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const ci = readFileSync(path.join(ROOT, '.ci/run'), 'utf8').split('\n');
    expect(ci).toEqual(expect.arrayContaining(['npm ci', 'npm test']));
  });

  it.each(generating)('runs %s as it stands', (command) => {
    const stdout = execFileSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
    const out = /--out (\S+)/.exec(command)?.[1];
    expect(out ? readFileSync(path.join(ROOT, out), 'utf8') : stdout).toContain('马连湘');
    if (out) rmSync(path.join(ROOT, out));
  });

  it('names files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http|#)([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });
});
