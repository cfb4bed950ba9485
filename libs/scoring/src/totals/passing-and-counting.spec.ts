import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTEMPT_POLICIES, countingScore, passes, type AttemptPolicy, type PassMark } from '../index.js';

const share = (value: number): PassMark => ({ kind: 'share', share: value });
const points = (value: number): PassMark => ({ kind: 'points', points: value });

describe('passing', () => {
  it.each<[string, number, number, number, PassMark, boolean | null]>([
    ['exactly at the mark', 60, 100, 0, share(0.6), true],
    ['a thousandth below it', 59.999, 100, 0, share(0.6), false],
    ['three fifths of five', 3, 5, 0, share(0.6), true],
    ['two thirds of three points, asked for 66.67 %', 2, 3, 0, share(0.6667), false],
    ['two thirds of three points, asked for 66.66 %', 2, 3, 0, share(0.6666), true],
    ['0.1 + 0.2 of 0.3', 0.3, 0.3, 0, share(1), true],
    ['nothing asked for', 0, 100, 0, share(0), true],
    ['by points, at the mark', 12, 20, 0, points(12), true],
    ['by points, below it', 11.5, 20, 0, points(12), false],
    ['open marking that can still decide', 50, 100, 20, share(0.6), null],
    ['open marking that just suffices', 40, 100, 20, share(0.6), null],
    ['open marking that comes too late', 30, 100, 20, share(0.6), false],
    ['open marking that nobody needs', 70, 100, 20, share(0.6), true],
    ['everything void', 0, 0, 0, share(0.6), null],
  ])('%s', (_, score, maxScore, openPoints, mark, passed) => {
    expect(passes({ score, maxScore, openPoints }, mark)).toBe(passed);
  });
});

const attempts = (...scores: [score: number, maxScore: number, openPoints?: number][]) =>
  scores.map(([score, maxScore, openPoints = 0], index) => ({
    number: index + 1,
    score,
    maxScore,
    openPoints,
  }));

describe('the score that counts', () => {
  it.each<[AttemptPolicy, number, number[]]>([
    ['highest', 80, [2]],
    ['average', 66.667, [1, 2, 3]],
    ['first', 50, [1]],
    ['last', 70, [3]],
  ])('%s of 50, 80 and 70 is %s', (policy, score, numbers) => {
    const given = attempts([50, 100], [80, 100], [70, 100]);
    const expected = { score, maxScore: 100, attempts: numbers, provisional: false };
    expect(countingScore(policy, given)).toEqual(expected);
    expect(countingScore(policy, given.toReversed())).toEqual(expected);
  });

  it('is the first of two equal ones', () => {
    expect(countingScore('highest', attempts([80, 100], [80, 100]))?.attempts).toEqual([1]);
  });

  it('compares shares where a void slot lowered what could be reached', () => {
    expect(countingScore('highest', attempts([80, 100], [76, 80]))).toMatchObject({
      score: 76,
      maxScore: 80,
    });
    expect(countingScore('average', attempts([80, 100], [40, 80]))).toMatchObject({
      score: 52,
      maxScore: 80,
    });
  });

  it('leaves out an attempt of void slots only', () => {
    expect(countingScore('last', attempts([50, 100], [0, 0]))?.attempts).toEqual([1]);
    expect(countingScore('average', attempts([0, 0]))).toBeNull();
  });

  it('is nothing without attempts', () => {
    for (const policy of Object.keys(ATTEMPT_POLICIES)) {
      expect(countingScore(policy as AttemptPolicy, [])).toBeNull();
    }
  });

  it.each<[AttemptPolicy, boolean]>([
    ['highest', true],
    ['average', true],
    ['first', false],
    ['last', true],
  ])('%s is provisional while the last waits for marking: %s', (policy, provisional) => {
    expect(countingScore(policy, attempts([50, 100], [20, 100, 40]))?.provisional).toBe(provisional);
  });

  it('lies between the lowest and the highest, and is theirs when all are equal', () => {
    const score = fc.nat(100_000).map((n) => n / 1000);
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
        const given = attempts(...scores.map((one): [number, number] => [one, 100]));
        for (const name of Object.keys(ATTEMPT_POLICIES)) {
          const counted = countingScore(name as AttemptPolicy, given)?.score ?? -1;
          expect(counted).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(counted).toBeLessThanOrEqual(Math.max(...scores));
        }
        expect(countingScore('highest', given)?.score).toBe(Math.max(...scores));
      }),
    );
  });
});
