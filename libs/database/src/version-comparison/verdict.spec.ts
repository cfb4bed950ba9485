import type { Question } from '#question';
import { describe, expect, it } from 'vitest';
import { reasonFor } from './reasons.js';
import type { StatementChange } from './statements.js';
import { judgeQuestion } from './verdict.js';

const quote = (words: string, start: number) => ({ quote: words, start, end: start + words.length });
const content: Question = {
  type: 'tf',
  stem: '学院有120名学员。',
  key: true,
  explanation: '',
  evidence: [quote('学院有120名学员', 0)],
};
const moved: StatementChange = { factId: 'q', state: 'moved', evidence: [quote('学院有120名学员', 9)] };
const untouched: StatementChange = { factId: 'f', state: 'untouched', evidence: content.evidence };
const gone: StatementChange = { factId: 'f', state: 'gone' };
const changed: StatementChange = {
  factId: 'f',
  state: 'changed',
  what: 'words',
  quotes: [{ before: quote('学院有120名学员', 0), after: quote('学院有150名学员', 0) }],
};

describe('judgeQuestion', () => {
  it.each([
    ['its quotes moved', moved, untouched, { stale: false, state: 'moved', evidence: moved.evidence }],
    ['nothing is known of its fact', moved, null, { stale: false, state: 'moved', evidence: moved.evidence }],
    ['nothing was compared', null, null, { stale: false, state: 'untouched', evidence: content.evidence }],
  ])('lets a question stand when %s', (_why, ofQuestion, ofFact, verdict) => {
    expect(judgeQuestion({ content }, ofQuestion, ofFact)).toEqual(verdict);
  });

  it.each([
    ['its quotes changed', changed, untouched, [{ before: '学院有120名学员', after: '学院有150名学员' }]],
    ['its fact changed', moved, changed, [{ before: '学院有120名学员', after: '学院有150名学员' }]],
    ['its fact is gone', untouched, gone, [{ before: '学院有120名学员', after: null }]],
  ])('asks for a person when %s', (_why, ofQuestion, ofFact, quotes) => {
    expect(judgeQuestion({ content }, ofQuestion, ofFact)).toMatchObject({ stale: true, quotes });
  });
});

describe('reasonFor', () => {
  it.each([
    [
      'gone',
      [{ before: '甲', after: null }],
      '文章第 3 版里没有了这道题依据的原句“甲”。请核对后重新发布，或停用。',
    ],
    ['changed', [{ before: '甲', after: '甲' }, { before: '乙', after: '丙' }], '文章第 3 版改了这道题依据的原句：原来是“乙”，现在是“丙”。请核对题目和答案后重新发布。'], // prettier-ignore
    ['changed', [{ before: '甲', after: '甲' }], '文章第 3 版里，原句“甲”还在，但前文改了，说的可能不再是同一个对象。请核对后重新发布。'], // prettier-ignore
    ['changed', [{ before: '甲', after: '甲' }, { before: '乙', after: null }], '文章第 3 版里没有了这道题依据的原句“乙”。请核对后重新发布，或停用。'], // prettier-ignore
  ] as const)('says in one breath what happened: %s %o', (state, quotes, reason) => {
    expect(reasonFor(3, state, quotes)).toBe(reason);
  });

  it('cuts long quotes between characters', () => {
    expect(reasonFor(2, 'gone', [{ before: '𠮷'.repeat(90), after: null }])).toContain(
      `“${'𠮷'.repeat(80)}…”`,
    );
  });
});
