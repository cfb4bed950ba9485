import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, seedFor, shuffle } from './random.js';

describe('seeded randomness', () => {
  it('gives the same row for the same seed', () => {
    const row = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
  });

  it('gives each name a seed of its own', () => {
    expect(seedFor(1, 'Q1')).not.toBe(seedFor(1, 'Q2'));
    expect(seedFor(1, 'Q1')).not.toBe(seedFor(2, 'Q1'));
  });

  it('loses and adds nothing when it shuffles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        expect(shuffle(items, seededRandom(seed)).toSorted()).toEqual(items.toSorted());
      }),
    );
  });
});
