import type { Question } from '#question';
import { describe, expect, it } from 'vitest';
import { writeInterchange } from './interchange/write-interchange.js';
import { writeText } from './text/write-text.js';

const article = '滨海港建于1990年。港口有东、西、南三座码头。';
const evidence = [{ quote: '滨海港建于1990年。', start: 0, end: 11 }];
const base = { explanation: '见原文。', evidence };
const options = [
  { id: 'a', text: '1989年' },
  { id: 'b', text: '1990年' },
  { id: 'c', text: '1991年' },
];
const questions: readonly { id: string; question: Question }[] = [
  {
    id: 'Q1',
    question: { ...base, type: 'single', stem: '滨海港建于哪一年？', options, key: 'b', factKind: 'date' },
  },
  { id: 'Q2', question: { ...base, type: 'multi', stem: '哪些不是？', options, key: ['a', 'c'] } },
  {
    id: 'Q3',
    question: {
      ...base,
      type: 'tf',
      stem: '滨海港建于1991年。',
      key: false,
      correction: '滨海港建于1990年。',
    },
  },
  {
    id: 'Q4',
    question: { ...base, type: 'fill', stem: '____建于____。', key: [['滨海港'], ['1990年', '一九九〇年']] },
  },
  { id: 'Q5', question: { ...base, type: 'order', stem: '请排列。', options, key: ['c', 'a', 'b'] } },
  {
    id: 'Q6',
    question: {
      ...base,
      type: 'match',
      stem: '请配对。',
      lefts: [
        { id: 'l1', text: '东' },
        { id: 'l2', text: '西' },
      ],
      rights: [
        { id: 'r2', text: '日落' },
        { id: 'r1', text: '日出' },
      ],
      key: [
        { left: 'l1', right: 'r1' },
        { left: 'l2', right: 'r2' },
      ],
    },
  },
];

describe('writeInterchange', () => {
  const written = JSON.parse(writeInterchange({ article, questions })) as {
    article: string;
    questions: Record<string, unknown>[];
  };

  it('carries the cleaned article, so that offsets can be checked', () => {
    expect(written.article).toBe(article);
    expect(written.questions[0]?.['evidence']).toEqual(evidence[0]);
  });

  it.each([
    [0, { id: 'Q1', type: 'single', answer: ['1990年'], factKind: 'date' }],
    [1, { type: 'multi', answer: ['1989年', '1991年'] }],
    [2, { type: 'tf', answer: ['错误'], correction: '滨海港建于1990年。' }],
    [3, { type: 'fill', answer: ['滨海港', ['1990年', '一九九〇年']] }],
    [4, { type: 'order', answer: ['1991年', '1989年', '1990年'] }],
    [
      5,
      {
        type: 'match',
        pairs: [
          { left: '东', right: '日出' },
          { left: '西', right: '日落' },
        ],
      },
    ],
  ])('writes answers as texts, not ids (question %i)', (index, fields) => {
    expect(written.questions[index]).toMatchObject(fields);
  });

  it('marks the right options', () => {
    expect(written.questions[0]?.['options']).toEqual([
      { text: '1989年', correct: false },
      { text: '1990年', correct: true },
      { text: '1991年', correct: false },
    ]);
  });

  it('is valid without questions', () => {
    expect(JSON.parse(writeInterchange({ article: '', questions: [] }))).toEqual({
      article: '',
      questions: [],
    });
  });
});

describe('writeText', () => {
  const text = writeText({ article, questions });

  it.each([
    '1. 【单选题】滨海港建于哪一年？\n   A. 1989年\n   B. 1990年\n   C. 1991年\n   答案：B\n   解析：见原文。\n   依据：滨海港建于1990年。',
    '   答案：A、C\n',
    '   答案：错误\n   改正：滨海港建于1990年。',
    '   答案：滨海港；1990年 / 一九九〇年',
    '   答案：C → A → B',
    '   1) 东\n   2) 西\n   A. 日落\n   B. 日出\n   答案：1—B，2—A',
  ])('prints %j', (piece) => {
    expect(text).toContain(piece);
  });
});
