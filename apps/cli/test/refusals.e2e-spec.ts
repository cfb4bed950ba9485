import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findFreePort, Installation, runQuiz } from '../testing/quiz-process.js';

const ONE_SENTENCE = /^[^\n]+。\n$/;

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.create();
});

afterAll(() => installation.remove());

function wrongUrl(change: (url: URL) => void): string {
  const url = new URL(inject('testServer').url);
  change(url);
  return url.href;
}

describe('quiz', () => {
  it.each(['v20.18.3', 'v12.22.12'])(
    'tells Node %s in Chinese and English what it needs',
    async (version) => {
      const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version.slice(1)}' })`;
      const refused = await runQuiz(['start'], {}, [
        '--import',
        `data:text/javascript,${encodeURIComponent(pretend)}`,
      ]);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(
        /^需要 Node\.js 20\.19 .*现在是 \d+.*\nNode\.js 20\.19 or newer is required/,
      );
    },
  );

  it.each([
    ['连不上数据库', 'another port', async () => wrongUrl((url) => (url.port = '1'))],
    ['用户名或密码', 'another password', async () => wrongUrl((url) => (url.password = 'guessed'))],
    ['没有这个数据库', 'another database', async () => wrongUrl((url) => (url.pathname = '/missing'))],
    ['不是合法的', 'not a URL', async () => 'my database'],
  ])('says %s when DATABASE_URL is wrong (%s)', async (words, _, url) => {
    const refused = await runQuiz(['start'], { ...installation.env, DATABASE_URL: await url() });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(ONE_SENTENCE);
    expect(refused.stderr).toContain(words);
    expect(refused.stderr).not.toContain('guessed');
  });

  it('names the data folder that is no database, and what to do', async () => {
    const dataDir = path.join(installation.dataDir, 'junk');
    mkdirSync(path.join(dataDir, 'pg'), { recursive: true });
    writeFileSync(path.join(dataDir, 'pg', 'PG_VERSION'), '?');
    const refused = await runQuiz(['migrate'], { QUIZ_DATA_DIR: dataDir });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(ONE_SENTENCE);
    expect(refused.stderr).toContain(path.join(dataDir, 'pg'));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
  ])('refuses %s=%s', async (name, value) => {
    const refused = await runQuiz(['start'], { ...installation.env, [name]: value });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(ONE_SENTENCE) });
  });

  it.each([[['frobnicate']], [['doctor', '--frobnicate', 'twice']], [[]]])(
    'answers wrong usage %j in Chinese with exit code 2',
    async (args) => {
      const refused = await runQuiz(args);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toMatch(/[一-鿿]/);
    },
  );
});

describe('quiz doctor', () => {
  it('marks what is wrong, says what to do, and exits with 1', async () => {
    const port = String(await findFreePort());
    const env = { QUIZ_DATA_DIR: path.join(installation.dataDir, 'junk'), PORT: port };
    const { code, stdout } = await runQuiz(['doctor'], env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✓ Node\.js/);
    expect(stdout).toMatch(/✗ 自带的 PostgreSQL .*改名/);
    expect(stdout).toContain(`✓ 端口  127.0.0.1:${port} 空闲`);
  });

  it('knows a database that has not been migrated', async () => {
    const env = { ...installation.env, DATABASE_URL: inject('testServer').url };
    const { code, stdout } = await runQuiz(['doctor', '--json'], env);
    expect(code).toBe(1);
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean }[] };
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([{ name: '数据库结构' }]);
  });
});
