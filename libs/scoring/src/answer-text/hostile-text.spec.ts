import { BLANK, type FillQuestion } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markResponse, normaliseAnswer, sameAnswer } from '../index.js';

const LENGTH = 100_000;
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));

/** Each would make a careless expression try every way to divide it: a quadratic one ends in the time-out. */
const HOSTILE = [
  '一',
  '1',
  '0',
  '点',
  '近',
  '半',
  '万',
  '第',
  '至',
  '年',
  '月',
  '%',
  '-',
  '(',
  '、',
  '\u0000',
  '\ud83d',
  '\u0301',
  '一点',
  '1.',
  '1,111',
  '1,',
  '1/',
  '分之',
  '十分之',
  '百分之',
  '1万',
  '1万2千',
  '一成',
  '一年半',
  '上午9:',
  '9点',
  '10^',
  '×10^',
  '2025-1-1',
  '2025-',
  '¥1',
  'km',
  '5km',
  '1 ',
  '\u200b ',
  '，1',
  '０',
  '²',
  '1²',
  '萬',
  'é',
  'ﷺ',
  '😀',
  '\r\n',
];

const questionFor = (stem: string, more: Partial<FillQuestion> = {}): FillQuestion => ({
  type: 'fill',
  stem,
  key: stem
    .split(BLANK)
    .slice(1)
    .map(() => ['1300个', '青岛']),
  explanation: '',
  evidence: [],
  ...more,
});

describe('texts that nobody should send', () => {
  it.each(HOSTILE)('compares a hundred thousand characters of %j', (piece) => {
    const text = filled(piece);
    expect(sameAnswer('1300个', text).same).toBe(false);
    expect(sameAnswer(text, `${text}二`).same).toBe(false);
    expect(sameAnswer(text, text)).toEqual({ same: true, rule: 'exact' });
    expect(normaliseAnswer(text)).toBe(text);
  });

  it.each(HOSTILE)('reads what still counts as an answer of %j', (piece) => {
    const longest = filled(piece).slice(0, 20_000);
    expect(sameAnswer('1300个', longest).same).toBe(false);
    const read = filled(piece).slice(0, 2000);
    expect(normaliseAnswer(normaliseAnswer(read))).toBe(normaliseAnswer(read));
    expect(sameAnswer(read, `${read}青岛`).same).toBe(false);
  });

  it.each(HOSTILE)('marks %j in one blank, in several and near a number', (piece) => {
    const text = filled(piece);
    const tolerance = { kind: 'absolute', amount: '1' } as const;
    for (const question of [
      questionFor('近____个。'),
      questionFor('____、____和____', { anyOrder: true }),
      questionFor('____千米', { key: [['1300']], tolerances: [tolerance] }),
    ]) {
      const texts = question.key.map(() => text);
      expect(markResponse(question, { type: 'fill', texts }).fraction).toBe(0);
    }
  });

  it('never throws, whatever the key and the answer are', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 12 }),
    );
    fc.assert(
      fc.property(wild, wild, wild, (stem, form, text) => {
        const question = questionFor(`${stem}____${stem}`, { key: [[form || '青岛']] });
        const { fraction } = markResponse(question, { type: 'fill', texts: [text] });
        expect(fraction === 0 || fraction === 1).toBe(true);
        const near = { kind: 'relative', amount: '0.1', unit: form } as const;
        const number = { ...question, key: [['12.5']], tolerances: [near] };
        const marked = markResponse(number, { type: 'fill', texts: [text] }).fraction;
        expect(marked === 0 || marked === 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
