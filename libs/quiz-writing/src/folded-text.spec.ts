import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldedRange, unfold } from './folded-text.js';

describe('foldText', () => {
  const equal: [string, string, string, boolean][] = [
    ['full and half width', 'ＡＢＣ１２３％', 'ABC123%', false],
    ['quotation marks of every make', "“工业”「互联网」'平台'", '工业互联网平台', false],
    ['blanks and line breaks', '工业 互联网\n\u3000平台', '工业互联网平台', false],
    ['brackets and commas in either width', '（一），二', '(一),二', false],
    ['all punctuation when marks go', '甲，乙、丙。《丁》', '甲乙丙丁', true],
    ['a thousands comma', '1,300个', '1300个', false],
    ['a thousands comma when marks go', '1,300个', '1300个', true],
    ['marks between digits', '12、63和12，63', '12,63和12,63', true],
  ];
  it.each(equal)('takes %s for the same', (_, left, right, marks) => {
    expect(foldText(left, { marks }).text).toBe(foldText(right, { marks }).text);
  });

  const different: [string, string, string][] = [
    ['a decimal point', '3.5', '35'],
    ['a list of figures and one figure', '12、630', '12630'],
    ['a span and a figure', '3-5年', '35年'],
    ['percent and a bare figure', '12%', '12'],
    ['a year in commas and thousands', '1,3000', '13000'],
  ];
  it.each(different)('keeps %s', (_, left, right) => {
    expect(foldText(left, { marks: true }).text).not.toBe(foldText(right, { marks: true }).text);
  });

  it('finds the way back to the source from every unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.boolean(), (source, marks) => {
        const folded = foldText(source, { marks });
        expect(folded.starts).toHaveLength(folded.text.length);
        for (let at = 0; at < folded.text.length; at++) {
          const { start, end } = unfold(folded, at, at + 1);
          expect(source.slice(start, end).normalize('NFKC')).toContain(folded.text.charAt(at));
          const range = foldedRange(folded, start, end);
          expect(range.from).toBeLessThanOrEqual(at);
          expect(range.to).toBeGreaterThan(at);
        }
      }),
    );
  });
});
