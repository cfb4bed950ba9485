import { describe, expect, it } from 'vitest';
import { checkQuestion } from './check-question.js';
import type { Question } from './question.js';

const article = '青岛的工业体系覆盖了41个门类中的36个。';
const quote = '41个门类中的36个';
const start = article.indexOf(quote);
const evidence = [{ quote, start, end: start + quote.length }];
const base = { explanation: '原文：41个门类中的36个。', evidence };
const options = [
  { id: 'a', text: '36个' },
  { id: 'b', text: '41个' },
  { id: 'c', text: '30个' },
];
const single: Question = { ...base, type: 'single', stem: '青岛覆盖了多少个工业门类？', options, key: 'a' };

const short = (model: string, shares: number[]) => ({
  model,
  rubric: shares.map((share, index) => ({ id: `p${index + 1}`, text: `要点${index + 1}`, share })),
});
const near = (amount: string, ...forms: string[]): Question => ({
  ...base,
  type: 'fill',
  stem: '约____千米。',
  key: [forms],
  tolerances: [{ kind: 'absolute', amount, unit: '千米' }],
});

const good: Question[] = [
  single,
  { ...base, type: 'multi', stem: '下列哪些数字出现在文中？', options, key: ['a', 'b'] },
  { ...base, type: 'tf', stem: '青岛覆盖了36个门类。', key: true },
  { ...base, type: 'tf', stem: '青岛覆盖了30个门类。', key: false, correction: '应为36个。' },
  { ...base, type: 'fill', stem: '青岛覆盖了____个门类。', key: [['36', '三十六']] },
  {
    ...base,
    type: 'fill',
    stem: '____个门类中的____个，占____。',
    key: [['41'], ['36'], ['87.8', '-0']],
    tolerances: [null, { kind: 'absolute', amount: '0' }, { kind: 'relative', amount: '0.01', unit: '%' }],
  },
  { ...base, type: 'fill', stem: '有____和____。', key: [['研发'], ['生产']], anyOrder: true },
  { ...base, type: 'order', stem: '请从小到大排列。', options, key: ['c', 'a', 'b'] },
  { ...base, type: 'short', stem: '简述门类。', key: { model: '覆盖36个。', rubric: [] } },
  { ...base, type: 'short', stem: '简述门类。', key: short('覆盖36个。', [1, 99]) },
  {
    ...base,
    type: 'match',
    stem: '请配对。',
    lefts: options.slice(0, 2),
    rights: options.slice(1, 3),
    key: [
      { left: 'a', right: 'c' },
      { left: 'b', right: 'b' },
    ],
  },
];

const bad: [string, Question, string, string][] = [
  ['a tolerance below zero', near('-1', '36'), 'tolerance-amount', '/tolerances/0/amount'],
  ['a tolerance that is no number', near('0.5千米', '36'), 'tolerance-amount', '/tolerances/0/amount'],
  ['a tolerance with an exponent', near('1e-3', '36'), 'tolerance-amount', '/tolerances/0/amount'],
  ['a unit inside a form with a tolerance', near('1', '36', '36千米'), 'number-form', '/key/0/1'],
  ['a Chinese number with a tolerance', near('1', '三十六'), 'number-form', '/key/0/0'],
  [
    'fewer tolerances than blanks',
    { ...base, type: 'fill', stem: '____和____', key: [['1'], ['2']], tolerances: [null] },
    'tolerance-count',
    '/tolerances',
  ],
  [
    'one blank in any order',
    { ...base, type: 'fill', stem: '有____。', key: [['1']], anyOrder: true },
    'any-order',
    '/anyOrder',
  ],
  [
    'a short answer without a model',
    { ...base, type: 'short', stem: '简述。', key: short(' ', []) },
    'model-missing',
    '/key/model',
  ],
  [
    'half a share',
    { ...base, type: 'short', stem: '简述。', key: short('答', [0.5]) },
    'rubric-share',
    '/key/rubric/0',
  ],
  [
    'shares of more than a hundred',
    { ...base, type: 'short', stem: '简述。', key: short('答', [60, 60]) },
    'rubric-share',
    '/key/rubric',
  ],
  [
    'two rubric points with the same id',
    {
      ...base,
      type: 'short',
      stem: '简述。',
      key: {
        model: '答',
        rubric: [
          { id: 'p1', text: '一', share: 1 },
          { id: 'p1', text: '二', share: 1 },
        ],
      },
    },
    'rubric-id',
    '/key/rubric/1',
  ],
  [
    'a rubric point without words',
    {
      ...base,
      type: 'short',
      stem: '简述。',
      key: { model: '答', rubric: [{ id: 'p1', text: '', share: 1 }] },
    },
    'rubric-empty',
    '/key/rubric/0',
  ],
  ['an empty stem', { ...single, stem: '  ' }, 'empty-stem', '/stem'],
  ['a single option', { ...single, options: options.slice(0, 1) }, 'option-count', '/options'],
  ['a key that names no option', { ...single, key: 'z' }, 'key-unknown', '/key'],
  [
    'two options with the same text',
    { ...single, options: [...options, { id: 'd', text: ' 36个 ' }] },
    'option-duplicate',
    '/options/3',
  ],
  [
    'two options with the same id',
    { ...single, options: [...options, { id: 'a', text: '20个' }] },
    'option-duplicate',
    '/options/3',
  ],
  [
    'an option without id',
    { ...single, options: [...options, { id: '', text: '9个' }] },
    'option-id',
    '/options/3',
  ],
  [
    'an empty option',
    { ...single, options: [...options, { id: 'd', text: '' }] },
    'option-empty',
    '/options/3',
  ],
  [
    'multiple choice where everything is right',
    { ...base, type: 'multi', stem: '哪些？', options, key: ['a', 'b', 'c'] },
    'key-count',
    '/key',
  ],
  [
    'multiple choice with one right option',
    { ...base, type: 'multi', stem: '哪些？', options, key: ['a'] },
    'key-count',
    '/key',
  ],
  [
    'a key named twice',
    { ...base, type: 'multi', stem: '哪些？', options, key: ['a', 'a'] },
    'key-count',
    '/key/1',
  ],
  [
    'a false statement without correction',
    { ...base, type: 'tf', stem: '共30个。', key: false },
    'correction-missing',
    '/correction',
  ],
  [
    'a fill-in without a blank',
    { ...base, type: 'fill', stem: '共36个。', key: [['36']] },
    'blank-count',
    '/key',
  ],
  [
    'more blanks than answers',
    { ...base, type: 'fill', stem: '____个中的____个', key: [['41']] },
    'blank-count',
    '/key',
  ],
  [
    'a blank without accepted form',
    { ...base, type: 'fill', stem: '共____个', key: [[]] },
    'key-count',
    '/key/0',
  ],
  [
    'an ordering key that leaves one out',
    { ...base, type: 'order', stem: '排列', options, key: ['a', 'b'] },
    'key-count',
    '/key',
  ],
  [
    'an ordering that is shown in the right order',
    { ...base, type: 'order', stem: '排列', options, key: ['a', 'b', 'c'] },
    'key-shown',
    '/options',
  ],
  [
    'a matching whose columns stand side by side',
    {
      ...base,
      type: 'match',
      stem: '配对',
      lefts: options.slice(0, 2),
      rights: [
        { id: 'x', text: '甲' },
        { id: 'y', text: '乙' },
      ],
      key: [
        { left: 'a', right: 'x' },
        { left: 'b', right: 'y' },
      ],
    },
    'key-shown',
    '/rights',
  ],
  [
    'a matching whose ids carry the same numbers',
    {
      ...base,
      type: 'match',
      stem: '配对',
      lefts: [
        { id: 'l1', text: '甲' },
        { id: 'l2', text: '乙' },
      ],
      rights: [
        { id: 'r2', text: '丙' },
        { id: 'r1', text: '丁' },
      ],
      key: [
        { left: 'l1', right: 'r1' },
        { left: 'l2', right: 'r2' },
      ],
    },
    'key-shown',
    '/rights',
  ],
  [
    'a left side without partner',
    {
      ...base,
      type: 'match',
      stem: '配对',
      lefts: options,
      rights: options,
      key: [{ left: 'a', right: 'a' }],
    },
    'key-count',
    '/key',
  ],
];

describe('checkQuestion', () => {
  it.each(good.map((question) => [question.type, question] as const))(
    'accepts a well-formed %s question',
    (_, question) => {
      expect(checkQuestion(question, article)).toEqual([]);
    },
  );

  it.each(bad)('refuses %s', (_, question, code, pointer) => {
    expect(checkQuestion(question)).toContainEqual(expect.objectContaining({ code, pointer }));
  });

  it('refuses a quote that the article does not hold at its offsets', () => {
    const moved = { ...single, evidence: [{ quote, start: start - 1, end: start - 1 + quote.length }] };
    expect(checkQuestion(moved, article).map((flaw) => flaw.code)).toEqual(['evidence-missing']);
    expect(checkQuestion({ ...single, evidence: [] }, article).map((flaw) => flaw.code)).toEqual([
      'evidence-missing',
    ]);
    expect(checkQuestion({ ...single, evidence: [] })).toEqual([]);
  });
});
