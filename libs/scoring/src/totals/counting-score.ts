import { add, compare, multiply, ratio, type Ratio } from '../ratio.js';
import { roundToThousandth, thousandthsOf } from './share.js';

/** Which of a learner's attempts counts (as in Moodle's quiz: highest, average, first, last). */
export const ATTEMPT_POLICIES = {
  highest: '取最高分',
  average: '取平均分',
  first: '取第一次',
  last: '取最后一次',
} as const;

export type AttemptPolicy = keyof typeof ATTEMPT_POLICIES;

/** A submitted attempt. */
export interface CountedAttempt {
  /** 1, 2, 3 … in the order in which they were started. */
  readonly number: number;
  readonly score: number;
  readonly maxScore: number;
  /** Points of slots that wait for marking. */
  readonly openPoints?: number;
}

export interface CountingScore {
  readonly score: number;
  readonly maxScore: number;
  /** Numbers of the attempts it comes from, in rising order. */
  readonly attempts: readonly number[];
  /** Whether marking that is still open may change it. */
  readonly provisional: boolean;
}

/**
 * The score that counts, or null without a submitted attempt whose slots count. Attempts are compared by score ÷ maxScore, because a void
 * slot or a new version of the quiz changes what can be reached; of equals the first counts. `average` is the mean of
 * these shares × the last attempt's maxScore, rounded half up to a thousandth: with equal maxima the plain mean.
 */
export function countingScore(
  policy: AttemptPolicy,
  attempts: readonly CountedAttempt[],
): CountingScore | null {
  const counted = attempts.filter(({ maxScore }) => maxScore > 0).toSorted((a, b) => a.number - b.number);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return null;
  const isOpen = (some: readonly CountedAttempt[]) => some.some(({ openPoints = 0 }) => openPoints > 0);
  const of = ({ number, score, maxScore }: CountedAttempt, provisional: boolean) => ({
    score,
    maxScore,
    attempts: [number],
    provisional,
  });
  switch (policy) {
    case 'first':
      return of(first, isOpen([first]));
    case 'last':
      return of(last, isOpen([last]));
    case 'highest': {
      const best = counted.reduce((a, b) => (compare(shareReached(b), shareReached(a)) > 0 ? b : a));
      return of(best, isOpen(counted));
    }
    case 'average': {
      const sum = counted.reduce((all, attempt) => add(all, shareReached(attempt)), ratio(0n));
      const mean = multiply(sum, ratio(1n, BigInt(counted.length)));
      return {
        score: roundToThousandth(multiply(mean, ratio(thousandthsOf(last.maxScore)))),
        maxScore: last.maxScore,
        attempts: counted.map(({ number }) => number),
        provisional: isOpen(counted),
      };
    }
  }
}

function shareReached({ score, maxScore }: CountedAttempt): Ratio {
  return ratio(thousandthsOf(score), thousandthsOf(maxScore));
}
