import { readFileSync } from 'node:fs';
import { LOSSES, PROBLEM_CODES } from '#question-files';
import { expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/question-files.md', import.meta.url), 'utf8');

function codesBetween(heading: string, next: string): string[] {
  const part = page.slice(page.indexOf(heading), page.indexOf(next));
  return [...part.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code = '']) => code).toSorted();
}

it('docs/question-files.md has a row for every code of a problem, with the words of the code', () => {
  expect(codesBetween('## 问题代码', '## English')).toEqual(Object.keys(PROBLEM_CODES).toSorted());
  for (const [code, meaning] of Object.entries(PROBLEM_CODES))
    expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\| ${meaning.replace(/[()]/g, '\\$&')} +\\|`, 'm'));
});

it('docs/question-files.md has a row for everything that a format may lose', () => {
  expect(codesBetween('## 哪种格式写不进什么', '## 问题代码')).toEqual(Object.keys(LOSSES).toSorted());
});
