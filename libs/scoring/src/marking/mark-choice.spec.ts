import type { MultiQuestion, Option, SingleQuestion, TfQuestion } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, markResponse, MULTI_POLICIES, type MultiPolicy } from '../index.js';

const about = { explanation: '', evidence: [] };
const options = (ids: string): Option[] => [...ids].map((id) => ({ id, text: `选项${id}` }));
const multi = (ids: string, key: string): MultiQuestion => ({
  ...about,
  type: 'multi',
  stem: '哪些？',
  options: options(ids),
  key: [...key],
});
const mark = (question: MultiQuestion, choices: string, policy: MultiPolicy) =>
  markResponse(question, { type: 'multi', choices: [...choices] }, { ...DEFAULT_POLICY, multi: policy });

describe('marking a multiple choice', () => {
  /** Options, key, choices; then the fraction by all-correct, half, share and penalty. */
  it.each<[string, string, string, string, number, number, number, number]>([
    ['all of two', 'abcd', 'ab', 'ab', 1, 1, 1, 1],
    ['all of two, picked the other way round', 'abcd', 'ab', 'ba', 1, 1, 1, 1],
    ['one of two', 'abcd', 'ab', 'a', 0, 0.5, 0.5, 0.5],
    ['one of two and one wrong', 'abcd', 'ab', 'ac', 0, 0, 0, 0],
    ['both and one wrong', 'abcd', 'ab', 'abc', 0, 0, 0, 0.5],
    ['every option', 'abcd', 'ab', 'abcd', 0, 0, 0, 0],
    ['only wrong ones', 'abcd', 'ab', 'cd', 0, 0, 0, 0],
    ['one of three', 'abcde', 'abc', 'b', 0, 0.5, 1 / 3, 1 / 3],
    ['two of three', 'abcde', 'abc', 'ac', 0, 0.5, 2 / 3, 2 / 3],
    ['two of three and one wrong', 'abcde', 'abc', 'abd', 0, 0, 0, 1 / 6],
    ['three and one wrong', 'abcde', 'abc', 'abcd', 0, 0, 0, 0.5],
    ['three and both wrong', 'abcde', 'abc', 'abcde', 0, 0, 0, 0],
    ['one of three and both wrong', 'abcde', 'abc', 'ade', 0, 0, 0, 0],
    ['three of four', 'abcde', 'abcd', 'abc', 0, 0.5, 0.75, 0.75],
    ['four and the only wrong one', 'abcde', 'abcd', 'abcde', 0, 0, 0, 0],
    ['one of two among three', 'abc', 'ab', 'a', 0, 0.5, 0.5, 0.5],
    ['both and the only wrong one among three', 'abc', 'ab', 'abc', 0, 0, 0, 0],
    ['nothing', 'abcd', 'ab', '', 0, 0, 0, 0],
    ['the same right one twice', 'abcd', 'ab', 'aa', 0, 0.5, 0.5, 0.5],
    ['an option nobody knows', 'abcd', 'ab', 'abz', 0, 0, 0, 0.5],
    ['a key that grew to every option', 'abc', 'abc', 'ab', 0, 0.5, 2 / 3, 2 / 3],
  ])('%s', (_, ids, key, choices, ...fractions) => {
    const given = Object.keys(MULTI_POLICIES).map(
      (policy) => mark(multi(ids, key), choices, policy as MultiPolicy).fraction,
    );
    expect(given).toEqual(fractions);
  });

  it.each([
    ['ab', 'all-correct'],
    ['a', 'incomplete'],
    ['abc', 'wrong-pick'],
    ['d', 'wrong-pick'],
    ['', 'none-given'],
  ])('says why: %s is %s by every policy', (choices, rule) => {
    for (const policy of Object.keys(MULTI_POLICIES)) {
      expect(mark(multi('abcd', 'ab'), choices, policy as MultiPolicy).rule).toBe(rule);
    }
  });

  it('is all or nothing unless a policy says otherwise', () => {
    expect(markResponse(multi('abcd', 'ab'), { type: 'multi', choices: ['a'] }).fraction).toBe(0);
  });

  it('does not depend on the order of options, key or choices, nor of the policies on each other', () => {
    const ids = [...'abcdef'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: 1, maxLength: 5 }),
        fc.shuffledSubarray(ids),
        fc.shuffledSubarray(ids, { minLength: 6 }),
        (key, choices, order) => {
          const one = multi(order.join(''), key.join(''));
          const other = multi('abcdef', key.toSorted().join(''));
          const fractions = Object.keys(MULTI_POLICIES).map((name) => {
            const policy = name as MultiPolicy;
            const fraction = mark(one, choices.join(''), policy).fraction ?? -1;
            expect(fraction).toBe(mark(other, choices.toSorted().join(''), policy).fraction);
            expect(fraction).toBeGreaterThanOrEqual(0);
            expect(fraction).toBeLessThanOrEqual(1);
            return fraction;
          });
          // all-correct is never kinder than the others, penalty never stricter than share.
          expect(Math.min(...fractions)).toBe(fractions[0]);
          expect(fractions[3]).toBeGreaterThanOrEqual(fractions[2] ?? 0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives nothing on average for picking blindly under penalty, before the floor', () => {
    const everyPick = Array.from({ length: 32 }, (_, bits) =>
      [...'abcde'].filter((_, at) => bits & (1 << at)),
    );
    const signed = everyPick.map((pick) => {
      const right = pick.filter((id) => 'abc'.includes(id)).length;
      return right / 3 - (pick.length - right) / 2;
    });
    expect(signed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 10);
    const floored = everyPick.map((pick) => mark(multi('abcde', 'abc'), pick.join(''), 'penalty').fraction);
    expect(floored).toEqual(signed.map((one) => expect.closeTo(Math.max(0, one), 10) as number));
  });
});

describe('marking one choice', () => {
  const single: SingleQuestion = { ...about, type: 'single', stem: '？', options: options('abcd'), key: 'c' };
  const isTrue: TfQuestion = { ...about, type: 'tf', stem: '。', key: true };
  const isFalse: TfQuestion = { ...about, type: 'tf', stem: '。', key: false, correction: '否。' };

  it.each([
    ['c', 1],
    ['a', 0],
    ['C', 0],
    ['', 0],
    ['z', 0],
  ])('single: %s is worth %s', (choice, fraction) => {
    expect(markResponse(single, { type: 'single', choice }).fraction).toBe(fraction);
  });

  it.each([
    [isTrue, true, 1],
    [isTrue, false, 0],
    [isFalse, false, 1],
    [isFalse, true, 0],
  ])('true or false: key of %o, given %s, is worth %s', (question, value, fraction) => {
    expect(markResponse(question, { type: 'tf', value }).fraction).toBe(fraction);
  });
});
