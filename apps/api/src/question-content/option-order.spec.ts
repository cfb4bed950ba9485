import type { Question } from '#question';
import { describe, expect, it } from 'vitest';
import { optionOrder } from './option-order.js';

const question: Question = {
  type: 'single',
  stem: '？',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
  key: 'a',
  explanation: '',
  evidence: [],
};

describe('optionOrder', () => {
  it('is the same for the same seed and slot', () => {
    expect(optionOrder(question, 42, 3)).toEqual(optionOrder(question, 42, 3));
    expect(optionOrder(question, 42, 3).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stays what it was when attempts that run today began: it is not stored', () => {
    const orders = [1, 2, 3, 4, 5].map((slot) => optionOrder(question, 20_261_122, slot).join(''));
    expect(orders).toEqual(['bdac', 'abcd', 'dacb', 'dbac', 'abcd']);
    expect(optionOrder(question, null, 1)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('differs from slot to slot of one attempt', () => {
    const orders = Array.from({ length: 20 }, (_, slot) => optionOrder(question, 42, slot).join(''));
    expect(new Set(orders).size).toBeGreaterThan(8);
  });

  it('puts each option in each place equally often (χ², p > 0.001, over 1,000 attempts)', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      optionOrder(question, seed, 1).forEach((id, place) => {
        counts.set(`${id}${place}`, (counts.get(`${id}${place}`) ?? 0) + 1);
      });
    }
    expect(counts.size).toBe(16);
    const chiSquare = [...counts.values()].reduce((sum, seen) => sum + (seen - 250) ** 2 / 250, 0);
    expect(chiSquare).toBeLessThan(27.88); // 9 degrees of freedom
  });

  it('leaves a question without options alone', () => {
    expect(optionOrder({ ...question, type: 'tf', key: true }, 1, 1)).toEqual([]);
  });
});
