import { compare, ratio } from '../ratio.js';
import { passes, type PassMark } from './pass-mark.js';
import type { AttemptScore, SlotScore } from './score-attempt.js';
import { thousandthsOf } from './share.js';
import { sameFraction, sameScore } from './verify-attempt.js';

export interface RegradedAttempt {
  readonly attemptId: string;
  readonly score: Pick<AttemptScore, 'score' | 'maxScore'> & {
    readonly openPoints?: number;
    /** `points` as they count: 0 for a void slot. */
    readonly slots: readonly Pick<SlotScore, 'slot' | 'points' | 'fraction' | 'score'>[];
  };
}

export interface SlotChange {
  readonly slot: number;
  readonly before: number | null;
  readonly after: number | null;
}

export interface AttemptChange {
  readonly attemptId: string;
  /** Scores and what could be reached, before and after. */
  readonly before: ScoreOf;
  readonly after: ScoreOf;
  /** By score ÷ maxScore; `same` when gains and losses cancel out. */
  readonly direction: 'up' | 'down' | 'same';
  /** Only the slots whose fraction, score or worth is another one. */
  readonly slots: readonly SlotChange[];
}

export interface ScoreOf {
  readonly score: number;
  readonly maxScore: number;
  /** Null without a pass mark, or while open marking decides. */
  readonly passed: boolean | null;
}

export interface RegradeCounts {
  readonly attempts: number;
  readonly changed: number;
  readonly up: number;
  readonly down: number;
  /** Failed before, pass now. */
  readonly nowPassed: number;
  /** Passed before, fail now. */
  readonly nowFailed: number;
}

export interface Regrade {
  readonly changes: readonly AttemptChange[];
  readonly counts: RegradeCounts;
  /** Attempts that stand on one side only; they are in no count. */
  readonly unmatched: readonly string[];
}

/**
 * What a regrade would change: a dry run. Attempts are matched by id. The other way round it is the undo. Scores that
 * only moved to another rule are no change.
 */
export function regrade(
  before: readonly RegradedAttempt[],
  after: readonly RegradedAttempt[],
  passMark: PassMark | null = null,
): Regrade {
  const afterOf = new Map(after.map((attempt) => [attempt.attemptId, attempt]));
  const beforeIds = new Set(before.map(({ attemptId }) => attemptId));
  const changes = before.flatMap((attempt) => {
    const now = afterOf.get(attempt.attemptId);
    return now ? (changeOf(attempt, now, passMark) ?? []) : [];
  });
  const matched = before.filter(({ attemptId }) => afterOf.has(attemptId));
  return {
    changes,
    counts: {
      attempts: matched.length,
      changed: changes.length,
      up: changes.filter(({ direction }) => direction === 'up').length,
      down: changes.filter(({ direction }) => direction === 'down').length,
      nowPassed: changes.filter(nowPassed).length,
      nowFailed: changes.filter(nowFailed).length,
    },
    unmatched: [
      ...before.filter(({ attemptId }) => !afterOf.has(attemptId)),
      ...after.filter(({ attemptId }) => !beforeIds.has(attemptId)),
    ].map(({ attemptId }) => attemptId),
  };
}

/** Adds the counts of two batches. */
export function addCounts(a: RegradeCounts, b: RegradeCounts): RegradeCounts {
  return {
    attempts: a.attempts + b.attempts,
    changed: a.changed + b.changed,
    up: a.up + b.up,
    down: a.down + b.down,
    nowPassed: a.nowPassed + b.nowPassed,
    nowFailed: a.nowFailed + b.nowFailed,
  };
}

/** What the learner reads: “62 → 66，因为第 3 题答案更正”. `reason` follows the numbers of the slots. */
export function changeText(change: AttemptChange, reason: string): string {
  const { before, after, slots } = change;
  const whole = !sameScore(before.maxScore, after.maxScore);
  const show = ({ score, maxScore }: ScoreOf) => (whole ? `${score}/${maxScore}` : `${score}`);
  const numbers = slots.map(({ slot }) => slot).join('、');
  const flip = nowPassed(change) ? '，由不及格变为及格' : nowFailed(change) ? '，由及格变为不及格' : '';
  return `${show(before)} → ${show(after)}，因为第 ${numbers} 题${reason}${flip}`;
}

function nowPassed({ before, after }: AttemptChange): boolean {
  return before.passed === false && after.passed === true;
}

function nowFailed({ before, after }: AttemptChange): boolean {
  return before.passed === true && after.passed === false;
}

function changeOf(
  was: RegradedAttempt,
  now: RegradedAttempt,
  passMark: PassMark | null,
): AttemptChange | null {
  const slots = slotChanges(was, now);
  const sameSums =
    sameScore(was.score.score, now.score.score) && sameScore(was.score.maxScore, now.score.maxScore);
  if (slots.length === 0 && sameSums) return null;
  const order = compare(reached(now), reached(was));
  const sumOf = ({ score }: RegradedAttempt): ScoreOf => ({
    score: score.score,
    maxScore: score.maxScore,
    passed: passMark && passes(score, passMark),
  });
  return {
    attemptId: was.attemptId,
    before: sumOf(was),
    after: sumOf(now),
    direction: order > 0 ? 'up' : order < 0 ? 'down' : 'same',
    slots,
  };
}

function slotChanges(was: RegradedAttempt, now: RegradedAttempt): SlotChange[] {
  const afterOf = new Map(now.score.slots.map((slot) => [slot.slot, slot]));
  const known = new Set(was.score.slots.map(({ slot }) => slot));
  const changed = was.score.slots.flatMap((slot): SlotChange[] => {
    const next = afterOf.get(slot.slot);
    const same =
      next &&
      sameFraction(slot.fraction, next.fraction) &&
      sameScore(slot.score, next.score) &&
      sameScore(slot.points, next.points);
    return same ? [] : [{ slot: slot.slot, before: slot.score, after: next?.score ?? null }];
  });
  const added = now.score.slots
    .filter(({ slot }) => !known.has(slot))
    .map(({ slot, score }) => ({ slot, before: null, after: score }));
  return [...changed, ...added];
}

function reached({ score: { score, maxScore } }: RegradedAttempt) {
  return ratio(thousandthsOf(score), thousandthsOf(maxScore) || 1n);
}
