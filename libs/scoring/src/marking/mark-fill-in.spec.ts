import type { FillQuestion, Tolerance } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, markBlanks, markResponse } from '../index.js';

const about = { explanation: '', evidence: [] };
const fill = (stem: string, key: string[][], more: Partial<FillQuestion> = {}): FillQuestion => ({
  ...about,
  type: 'fill',
  stem,
  key,
  ...more,
});
const mark = (question: FillQuestion, ...texts: string[]) => markResponse(question, { type: 'fill', texts });

describe('a number with a tolerance', () => {
  const asks = (key: string[], tolerance: Tolerance, stem = '结果是____。') =>
    fill(stem, [key], { tolerances: [tolerance] });
  const gravity = asks(['9.8'], { kind: 'absolute', amount: '0.05', unit: 'm/s²' });
  const distance = asks(['120'], { kind: 'relative', amount: '0.01', unit: '千米' });
  const strict = asks(['120'], { kind: 'absolute', amount: '1', unit: '千米', unitRequired: true });
  const bare = asks(['50', '60'], { kind: 'absolute', amount: '2' });
  const cold = asks(['-40'], { kind: 'relative', amount: '0.1', unit: '℃' });
  const exactly = asks(['0.3'], { kind: 'absolute', amount: '0' });
  const share = asks(['87.8'], { kind: 'absolute', amount: '0.1', unit: '%' });
  const stemUnit = asks(['120'], { kind: 'absolute', amount: '1' }, '全长约____千米。');

  it.each<[string, FillQuestion, string, string]>([
    ['the number itself', gravity, '9.8', 'exact'],
    ['the number with zeros', gravity, '9.80', 'numeral-folded'],
    ['the number in Chinese', gravity, '九点八', 'numeral-folded'],
    ['full-width digits', gravity, '９．８', 'numeral-folded'],
    ['a unit no table knows', gravity, '9.81 m/s²', 'within-tolerance'],
    ['the upper limit', gravity, '9.85', 'within-tolerance'],
    ['the lower limit', gravity, '9.75', 'within-tolerance'],
    ['a hair above the limit', gravity, '9.8500001', 'outside-tolerance'],
    ['far away', gravity, '98', 'outside-tolerance'],
    ['about the number', gravity, '约9.8', 'numeral-folded'],
    ['more than the number', gravity, '超过9.8', 'hedge-differs'],
    ['another unit', gravity, '9.8千米', 'unit-differs'],
    ['words', gravity, '不知道', 'wrong'],
    ['two numbers', gravity, '9.8或9.9', 'wrong'],
    ['one percent more', distance, '121.2', 'within-tolerance'],
    ['one percent less', distance, '118.8千米', 'within-tolerance'],
    ['a little over one percent more', distance, '121.3', 'outside-tolerance'],
    ['the same in metres', distance, '120000米', 'numeral-folded'],
    ['near, in km', distance, '119.5km', 'within-tolerance'],
    ['near, in 公里', distance, '一百一十九公里', 'within-tolerance'],
    ['metres without conversion', distance, '120米', 'outside-tolerance'],
    ['a weight', distance, '120吨', 'unit-differs'],
    ['a required unit left out', strict, '120', 'unit-differs'],
    ['a required unit', strict, '120公里', 'numeral-folded'],
    ['the second accepted form', bare, '61', 'within-tolerance'],
    ['between both', bare, '55', 'outside-tolerance'],
    ['a counter where no unit is asked', bare, '50个', 'numeral-folded'],
    ['a unit where none is asked', bare, '50千克', 'unit-differs'],
    ['a negative number, relative', cold, '-43', 'within-tolerance'],
    ['minus written as 零下', cold, '零下40℃', 'numeral-folded'],
    ['the sign left out', cold, '40', 'outside-tolerance'],
    ['no tolerance, the same', exactly, '0.30', 'numeral-folded'],
    ['no tolerance, a sum of floats', exactly, '0.30000000000000004', 'outside-tolerance'],
    ['a fraction', exactly, '3/10', 'numeral-folded'],
    ['percent written out', share, '百分之八十七点八', 'numeral-folded'],
    ['percent left out', share, '87.9', 'within-tolerance'],
    ['the unit of the stem repeated', stemUnit, '119.5千米', 'stem-repeated'],
    ['nothing', bare, ' ', 'none-given'],
  ])('%s', (_, question, given, rule) => {
    const right = ['exact', 'numeral-folded', 'within-tolerance', 'stem-repeated'].includes(rule);
    expect(mark(question, given)).toEqual({ fraction: right ? 1 : 0, rule });
  });

  it('accepts n ± k and no more, for every whole n and k', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(1000), fc.integer({ min: -2000, max: 2000 }), (n, k, off) => {
        const question = asks([String(n)], { kind: 'absolute', amount: String(k) });
        expect(mark(question, String(n + off)).fraction).toBe(Math.abs(off) <= k ? 1 : 0);
      }),
    );
  });
});

describe('blanks in any order', () => {
  const three = [['研发', '研究'], ['生产', '制造'], ['销售']];
  const free = fill('三个环节是____、____和____。', three, { anyOrder: true });
  const fixed = fill('三个环节是____、____和____。', three);
  const either = fill('____和____', [['甲', '乙'], ['甲']], { anyOrder: true });
  const numbers = fill('____和____', [['3'], ['5']], {
    anyOrder: true,
    tolerances: [{ kind: 'absolute', amount: '0.5' }, null],
  });

  it.each<[string, FillQuestion, string[], number]>([
    ['as the key has them', free, ['研发', '生产', '销售'], 3],
    ['turned round', free, ['销售', '研发', '生产'], 3],
    ['turned round, where the order counts', fixed, ['销售', '研发', '生产'], 0],
    ['one of them twice', free, ['研发', '研发', '销售'], 2],
    ['two forms of the same', free, ['研发', '研究', '销售'], 2],
    ['one missing', free, ['', '销售', '制造'], 2],
    ['one wrong', free, ['采购', '销售', '制造'], 2],
    ['a form that both accept goes where it is needed', either, ['甲', '乙'], 2],
    ['and the other way round', either, ['乙', '甲'], 2],
    ['the shared form twice', either, ['甲', '甲'], 2],
    ['the form that only one accepts twice', either, ['乙', '乙'], 1],
    ['a tolerance travels with its key', numbers, ['5', '3.4'], 2],
    ['but not to the other key', numbers, ['5.4', '3.4'], 1],
  ])('%s', (_, question, texts, right) => {
    expect(mark(question, ...texts).fraction).toBe(right / question.key.length);
  });

  it('does not depend on the order of what is given', () => {
    const words = fc.constantFrom('研发', '研究', '生产', '制造', '销售', '采购', '');
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 3 }), (texts) => {
        const fractions = [texts, texts.toReversed(), [texts[1], texts[2], texts[0]]].map(
          (some) => mark(free, ...some.map((text) => text ?? '')).fraction,
        );
        expect(new Set(fractions).size).toBe(1);
      }),
    );
  });
});

describe('several blanks', () => {
  const two = fill('近____家企业，增长____。', [['300'], ['12%', '百分之十二']]);

  it('shows for each blank whether and why it is right', () => {
    expect(markBlanks(two, ['三百', '12'])).toEqual([
      { right: true, rule: 'numeral-folded' },
      { right: false, rule: 'unit-differs' },
    ]);
    expect(markBlanks(two, ['近300家'])).toEqual([
      { right: true, rule: 'stem-repeated' },
      { right: false, rule: 'none-given' },
    ]);
  });

  it('gives half for one of two, or nothing when the policy wants all', () => {
    const response = { type: 'fill', texts: ['300', '20%'] } as const;
    expect(markResponse(two, response)).toEqual({ fraction: 0.5, rule: 'some-blanks' });
    expect(markResponse(two, response, { ...DEFAULT_POLICY, fill: 'all-correct' })).toEqual({
      fraction: 0,
      rule: 'some-blanks',
    });
  });
});
