import type { MatchQuestion, Option, OrderQuestion } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, markResponse, type MatchPolicy, type OrderPolicy } from '../index.js';

const about = { explanation: '', evidence: [] };
const options = (ids: string): Option[] => [...ids].map((id) => ({ id, text: `项${id}` }));
const order = (key: string): OrderQuestion => ({
  ...about,
  type: 'order',
  stem: '排序。',
  options: options(key),
  key: [...key],
});
const match: MatchQuestion = {
  ...about,
  type: 'match',
  stem: '配对。',
  lefts: options('abcd'),
  rights: options('wxyzv'),
  key: [
    { left: 'a', right: 'w' },
    { left: 'b', right: 'x' },
    { left: 'c', right: 'y' },
    { left: 'd', right: 'z' },
  ],
};
const markOrder = (key: string, given: string, policy: OrderPolicy) =>
  markResponse(order(key), { type: 'order', order: [...given] }, { ...DEFAULT_POLICY, order: policy });
const markMatch = (given: string, policy: MatchPolicy) =>
  markResponse(
    match,
    {
      type: 'match',
      pairs: given.split(' ').map((pair) => ({ left: pair.charAt(0), right: pair.charAt(1) })),
    },
    { ...DEFAULT_POLICY, match: policy },
  );

describe('marking an order', () => {
  /** Key, given, fraction by neighbours, rule. By all-correct it is 1 where the rule is exact, else 0. */
  it.each<[string, string, string, number, string]>([
    ['as it should be', 'abcde', 'abcde', 1, 'exact'],
    ['reversed', 'abcde', 'edcba', 0, 'wrong'],
    ['first two swapped', 'abcde', 'bacde', 0.5, 'some-neighbours'],
    ['middle two swapped', 'abcde', 'acbde', 0.25, 'some-neighbours'],
    ['last to the front', 'abcde', 'eabcd', 0.75, 'some-neighbours'],
    ['first to the end', 'abcde', 'bcdea', 0.75, 'some-neighbours'],
    ['two blocks swapped', 'abcde', 'deabc', 0.75, 'some-neighbours'],
    ['every second one first', 'abcde', 'acebd', 0, 'wrong'],
    ['only the first two placed', 'abcde', 'ab', 0.25, 'some-neighbours'],
    ['only one placed', 'abcde', 'a', 0, 'wrong'],
    ['one left out in the middle', 'abcde', 'abde', 0.5, 'some-neighbours'],
    ['an unknown item in between', 'abc', 'azbc', 1, 'exact'],
    ['of three, the last two swapped', 'abc', 'acb', 0, 'wrong'],
    ['of three, turned round', 'abc', 'bca', 0.5, 'some-neighbours'],
    ['of two, swapped', 'ab', 'ba', 0, 'wrong'],
    ['nothing placed', 'abc', '', 0, 'none-given'],
    ['unknown items only', 'abc', 'xyz', 0, 'wrong'],
  ])('%s', (_, key, given, fraction, rule) => {
    expect(markOrder(key, given, 'neighbours')).toEqual({ fraction, rule });
    expect(markOrder(key, given, 'all-correct')).toEqual({ fraction: rule === 'exact' ? 1 : 0, rule });
  });

  it('gives a whole number of (n − 1)th parts, and all of them for the key alone', () => {
    const ids = [...'abcdefg'];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 7 }), (given) => {
        const fraction = markOrder('abcdefg', given.join(''), 'neighbours').fraction ?? -1;
        expect(Number.isInteger(Math.round(fraction * 6 * 1e9) / 1e9)).toBe(true);
        expect(fraction === 1).toBe(given.join('') === 'abcdefg');
      }),
    );
  });
});

describe('marking a matching', () => {
  it.each<[string, string, number, string]>([
    ['all four', 'aw bx cy dz', 1, 'exact'],
    ['all four in another order', 'dz cy bx aw', 1, 'exact'],
    ['three and a distractor', 'aw bx cy dv', 0.75, 'some-pairs'],
    ['two swapped', 'aw bx cz dy', 0.5, 'some-pairs'],
    ['three turned round', 'aw by cz dx', 0.25, 'some-pairs'],
    ['all wrong', 'ax bw cz dy', 0, 'wrong'],
    ['one made, right', 'aw', 0.25, 'some-pairs'],
    ['one made, wrong', 'ax', 0, 'wrong'],
    ['a left item nobody knows', 'aw bx cy dz qw', 1, 'exact'],
  ])('%s', (_, given, fraction, rule) => {
    expect(markMatch(given, 'pairs')).toEqual({ fraction, rule });
    expect(markMatch(given, 'all-correct')).toEqual({ fraction: rule === 'exact' ? 1 : 0, rule });
  });
});
