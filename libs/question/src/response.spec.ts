import { describe, expect, it } from 'vitest';
import type { Question } from './question.js';
import { MAX_FILL_LENGTH, MAX_SHORT_LENGTH, refuseResponse, type Response } from './response.js';

const base = { explanation: '', evidence: [] };
const options = ['a', 'b', 'c'].map((id) => ({ id, text: `选项${id}` }));
const single: Question = { ...base, type: 'single', stem: '?', options, key: 'a' };
const multi: Question = { ...base, type: 'multi', stem: '?', options, key: ['a', 'b'] };
const tf: Question = { ...base, type: 'tf', stem: '。', key: true };
const fill: Question = { ...base, type: 'fill', stem: '____和____', key: [['1'], ['2']] };
const order: Question = { ...base, type: 'order', stem: '?', options, key: ['a', 'b', 'c'] };
const match: Question = {
  ...base,
  type: 'match',
  stem: '?',
  lefts: options,
  rights: options.map(({ text }, index) => ({ id: `r${index}`, text })),
  key: [],
};

const short: Question = { ...base, type: 'short', stem: '简述。', key: { model: '范文', rubric: [] } };

const accepted: [string, Question, Response][] = [
  ['one known choice', single, { type: 'single', choice: 'b' }],
  ['some choices', multi, { type: 'multi', choices: ['c', 'a'] }],
  ['no choice yet', multi, { type: 'multi', choices: [] }],
  ['a truth value', tf, { type: 'tf', value: false }],
  ['one text per blank, empty ones included', fill, { type: 'fill', texts: ['一', ''] }],
  ['a full order', order, { type: 'order', order: ['c', 'b', 'a'] }],
  ['a partial order', order, { type: 'order', order: ['c'] }],
  ['a blank filled to the limit', fill, { type: 'fill', texts: ['一'.repeat(MAX_FILL_LENGTH), ''] }],
  ['a short answer', short, { type: 'short', text: '一是……二是……' }],
  ['a short answer not begun', short, { type: 'short', text: '' }],
  ['some pairs', match, { type: 'match', pairs: [{ left: 'a', right: 'r2' }] }],
];

const refused: [string, Question, Response, string, string][] = [
  ['a response of another type', single, { type: 'tf', value: true }, 'type-mismatch', '/type'],
  ['an unknown choice', single, { type: 'single', choice: 'z' }, 'unknown-option', '/choice'],
  [
    'an unknown id among several',
    multi,
    { type: 'multi', choices: ['a', 'z'] },
    'unknown-option',
    '/choices/1',
  ],
  ['the same choice twice', multi, { type: 'multi', choices: ['a', 'a'] }, 'duplicate-option', '/choices/1'],
  ['too few texts', fill, { type: 'fill', texts: ['一'] }, 'wrong-count', '/texts'],
  [
    'a blank filled beyond the limit',
    fill,
    { type: 'fill', texts: ['', '一'.repeat(MAX_FILL_LENGTH + 1)] },
    'too-long',
    '/texts/1',
  ],
  [
    'a short answer beyond the limit',
    short,
    { type: 'short', text: '一'.repeat(MAX_SHORT_LENGTH + 1) },
    'too-long',
    '/text',
  ],
  ['an item placed twice', order, { type: 'order', order: ['a', 'b', 'a'] }, 'duplicate-option', '/order/2'],
  [
    'an unknown left side',
    match,
    { type: 'match', pairs: [{ left: 'r1', right: 'r1' }] },
    'unknown-option',
    '/pairs/0',
  ],
  [
    'one right side for two left ones',
    match,
    {
      type: 'match',
      pairs: [
        { left: 'a', right: 'r1' },
        { left: 'b', right: 'r1' },
      ],
    },
    'duplicate-option',
    '/pairs/1',
  ],
];

describe('refuseResponse', () => {
  it.each(accepted)('stores %s', (_, question, response) => {
    expect(refuseResponse(question, response)).toBeNull();
  });

  it.each(refused)('refuses %s and says where', (_, question, response, code, pointer) => {
    expect(refuseResponse(question, response)).toMatchObject({ code, pointer });
  });
});
