import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAnswer, sameAnswer } from '../index.js';

describe('the normal form of an answer', () => {
  it.each([
    ['青岛', '青岛'],
    ['《齐鲁晚报》。', '齐鲁晚报'],
    ['近一千三百名学员', '将近1300名学员'],
    ['“近1,300名学员”', '将近1300名学员'],
    ['二〇二五年六月十八号', '2025年6月18日'],
    ['2025-06-18', '2025年6月18日'],
    ['５km', '5000米'],
    ['1.5吨', '1500000克'],
    ['三成五', '35%'],
    ['千分之五', '0.5%'],
    ['三分之一', '1⁄3'],
    ['下午3点半', '15:30'],
    ['工业4.0', '工业4.0'],
    ['第3小时', '第3小时'],
    ['-5℃', '负5摄氏度'],
    ['iso 9001', 'ISO9001'],
    ['　', ''],
    ['', ''],
  ])('%s becomes %s', (text, normal) => {
    expect(normaliseAnswer(text)).toBe(normal);
  });
});

/** Pieces that the folds look for, so that they meet in every order. */
const PIECES = [
  ...'近约多余来超逾一二两三五十百千万亿廿零〇点分之半成折年月日时天个名家米吨克元秒度第负不到至比上午下',
  ...'%‰.,、-—~:：/⁄*×^$¥€°()《》“” \u3000０９ｋＧ①½³²㎡㎞℃ⅡΑαéßİıμÅ',
  '千米',
  '公里',
  '小时',
  '分钟',
  'km',
  'm',
  'M',
  'kWh',
  't',
  '百分之',
  '左右',
  '以上',
  '不超过',
  '至少',
  '萬',
  '點',
  '個',
  '餘',
  '零下',
  '一半',
  '半',
  '人民币',
  '2025',
  '2025-6-18',
  '10',
  '007',
  '1,300',
  '0.5',
  '\u200b',
  '\ud83d\ude00',
  '\ud83d',
  '\u0301',
  '\u0000',
];
const answer = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(''));

describe('the laws of normal form', () => {
  it('is its own normal form', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const normal = normaliseAnswer(text);
        expect(normaliseAnswer(normal)).toBe(normal);
      }),
      { numRuns: 5000 },
    );
  });

  it('is its own normal form for any Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const normal = normaliseAnswer(text);
        expect(normaliseAnswer(normal)).toBe(normal);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same answer as what it was made of, unless nothing is left', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const normal = normaliseAnswer(text);
        expect(sameAnswer(text, normal).same).toBe(normal !== '');
      }),
      { numRuns: 5000 },
    );
  });

  it('comparing is symmetric, and everything is the same as itself', () => {
    fc.assert(
      fc.property(answer, answer, (a, b) => {
        expect(sameAnswer(a, b)).toEqual(sameAnswer(b, a));
        expect(sameAnswer(a, a).same).toBe(a !== '');
      }),
      { numRuns: 3000 },
    );
  });
});
