import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GATE_RULES } from '../../../libs/quiz-writing/src/8-gate/index.js';

const page = readFileSync(new URL('../../../docs/quiz-writing.md', import.meta.url), 'utf8');
const table = page.slice(page.indexOf('## 关卡'), page.indexOf('## 其他备注'));

it('docs/quiz-writing.md has a row for every rule of the gate, and for no other', () => {
  const rows = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);
  expect(rows.toSorted()).toEqual(GATE_RULES.map(({ code }) => code).toSorted());
});
