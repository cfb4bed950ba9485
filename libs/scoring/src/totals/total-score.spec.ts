import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotScore, totalScore } from './total-score.js';

const slots = (...pairs: [number, number][]) => pairs.map(([fraction, points]) => ({ fraction, points }));

describe('adding the score of an attempt', () => {
  it.each([
    ['nothing', slots(), 0],
    ['three thirds of a point', slots([1 / 3, 1], [1 / 3, 1], [1 / 3, 1]), 1],
    ['three thirds read back with six decimals', slots([0.333333, 1], [0.333333, 1], [0.333333, 1]), 1],
    ['a third of much, read back with six decimals', slots([0.333333, 3000]), 1000],
    ['two thirds and one third', slots([2 / 3, 1], [1 / 3, 1]), 1],
    ['seven sevenths', Array.from({ length: 7 }, () => ({ fraction: 1 / 7, points: 1 })), 1],
    ['ten tenths of a point', Array.from({ length: 10 }, () => ({ fraction: 1, points: 0.1 })), 1],
    ['0.1 + 0.2', slots([1, 0.1], [1, 0.2]), 0.3],
    ['half of 2.5 points', slots([0.5, 2.5]), 1.25],
    ['one third alone, cut to thousandths', slots([1 / 3, 1]), 0.333],
    ['two thirds alone, rounded up', slots([2 / 3, 1]), 0.667],
    ['a half of a thousandth, up', slots([0.5, 0.001]), 0.001],
    ['a hand-given 0.3333 as it is written', slots([0.3333, 3]), 1],
    ['a hand-given 0.3333 of 30 points', slots([0.3333, 30]), 9.999],
    ['a full hundred', Array.from({ length: 40 }, () => ({ fraction: 1, points: 2.5 })), 100],
  ])('%s', (_, given, total) => {
    expect(totalScore(given)).toBe(total);
  });

  it('gives the same total in whatever order the slots come', () => {
    const share = fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 25 })).map(([a, b]) => Math.min(1, a / b));
    const slot = fc.record({ fraction: share, points: fc.nat(5000).map((n) => n / 1000) });
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 30 }), (some) => {
        const total = totalScore(some);
        expect(totalScore(some.slice().reverse())).toBe(total);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(totalScore(some.map(({ points }) => ({ fraction: 1, points }))));
      }),
    );
  });

  it('gives all points for n slots of k/n and n − k of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (n) => {
        expect(totalScore(Array.from({ length: n }, () => ({ fraction: 1 / n, points: 3 })))).toBe(3);
      }),
    );
  });

  it.each([
    [-0.1, 1],
    [1.1, 1],
    [Number.NaN, 1],
    [1, -1],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses fraction %s of %s points', (fraction, points) => {
    expect(() => slotScore({ fraction, points })).toThrow(RangeError);
  });
});
