import { describe, expect, it } from 'vitest';
import { showToLearner, shufflableIds } from './learner-question.js';
import type { Question } from './question.js';

const secret = {
  explanation: '机密解析',
  evidence: [{ quote: '机密依据', start: 0, end: 4 }],
  factKind: 'quantity',
} as const;
const options = ['a', 'b', 'c'].map((id) => ({
  id,
  text: `选项${id}`,
  correct: id === 'a',
  note: '机密备注',
}));
const questions: Question[] = [
  { ...secret, type: 'single', stem: '单选', options, key: 'a' },
  { ...secret, type: 'multi', stem: '多选', options, key: ['a', 'b'] },
  { ...secret, type: 'tf', stem: '判断', key: false, correction: '机密更正' },
  { ...secret, type: 'fill', stem: '填____和____', key: [['机密一'], ['机密二']] },
  { ...secret, type: 'order', stem: '排序', options, key: ['c', 'b', 'a'] },
  {
    ...secret,
    type: 'match',
    stem: '配对',
    lefts: options,
    rights: options,
    key: [
      { left: 'a', right: 'b' },
      { left: 'b', right: 'c' },
      { left: 'c', right: 'a' },
    ],
  },
  {
    ...secret,
    type: 'fill',
    stem: '约____',
    key: [['12345']],
    tolerances: [{ kind: 'absolute', amount: '6789', unit: '机密单位' }],
    anyOrder: false,
  },
  {
    ...secret,
    type: 'short',
    stem: '简述',
    key: { model: '机密范文', rubric: [{ id: 'p1', text: '机密要点', share: 2 }] },
  },
];

describe('showToLearner', () => {
  it.each(questions.map((question) => [question.type, question] as const))(
    'shows a %s question without key, proof, explanation or anything stored beside an option',
    (_, question) => {
      const shown = showToLearner(question);
      expect(JSON.stringify(shown)).not.toMatch(
        /机密|12345|6789|rubric|model|toleran|correct|key|evidence|explanation|factKind|note/,
      );
      expect(
        Object.keys(shown).every((name) =>
          ['type', 'stem', 'options', 'lefts', 'rights', 'blanks'].includes(name),
        ),
      ).toBe(true);
    },
  );

  it('puts the options in the order of the attempt, whatever the key is', () => {
    const [single] = questions;
    const shown = single && showToLearner(single, ['c', 'a', 'b']);
    expect(shown?.options?.map((option) => option.id)).toEqual(['c', 'a', 'b']);
  });

  it('shuffles only the right column of a matching question', () => {
    const match = questions[5];
    const shown = match && showToLearner(match, ['b', 'c', 'a']);
    expect(shown?.lefts?.map((option) => option.id)).toEqual(['a', 'b', 'c']);
    expect(shown?.rights?.map((option) => option.id)).toEqual(['b', 'c', 'a']);
  });

  it('keeps options that the order does not name, behind the named ones', () => {
    const [single] = questions;
    const shown = single && showToLearner(single, ['c']);
    expect(shown?.options?.map((option) => option.id)).toEqual(['c', 'a', 'b']);
  });

  it('counts the blanks of a fill-in', () => {
    const fill = questions[3];
    expect(fill && showToLearner(fill).blanks).toBe(2);
  });
});

describe('shufflableIds', () => {
  it('names options to shuffle, and none where a shuffle has no meaning', () => {
    expect(questions.map((question) => shufflableIds(question).length)).toEqual([3, 3, 0, 0, 3, 3, 0, 0]);
  });
});
