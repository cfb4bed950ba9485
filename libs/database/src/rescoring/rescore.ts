import type { Question } from '#question';
import {
  passes,
  regrade,
  scoreAttempt,
  totalsOf,
  type Regrade,
  type ScoreOf,
  type SlotScore,
} from '#scoring';
import { judge, type RulingRecord } from '../rulings.js';
import type { MarkedAttempt, MarkedSlot } from './read-marked.js';

/** One slot of a closed attempt marked anew, and what the attempt is worth with it. */
export interface Rescored {
  readonly attempt: MarkedAttempt;
  readonly was: MarkedSlot;
  readonly now: SlotScore;
  readonly before: ScoreOf;
  readonly after: ScoreOf;
  /** Whether any number is another one; a rule that has another name changes nothing. */
  readonly isChanged: boolean;
  readonly counts: Regrade['counts'];
}

/** Marks the slot anew by what holds now; every other slot keeps the mark it has. Null when the attempt has no such slot. */
export function rescore(
  attempt: MarkedAttempt,
  slot: number,
  rulings: readonly RulingRecord[],
  questions: ReadonlyMap<string, Question>,
): Rescored | null {
  const was = attempt.slots.find((each) => each.slot === slot);
  if (!was) return null;
  const { versionId, ruling } = judge(was.questionVersionId, rulings);
  const question = questions.get(versionId);
  if (!question) throw new Error(`the bank lacks slot ${slot} of an attempt`);
  const { points, response, personFraction } = was;
  const [now] = scoreAttempt(
    [{ slot, points, question, response, personFraction, ruling }],
    attempt.marking,
  ).slots;
  if (!now) return null;
  const before = attempt.slots.map(asCounted);
  const after = before.map((each) => (each.slot === slot ? now : each));
  const totals = totalsOf(after);
  const mark = attempt.passMark === null ? null : { kind: 'share' as const, share: attempt.passMark };
  const { attemptId, score, maxScore, passed } = attempt;
  const { openPoints } = totalsOf(before);
  const { changes, counts } = regrade(
    [{ attemptId, score: { score, maxScore, openPoints, slots: before } }],
    [{ attemptId, score: { ...totals, slots: after } }],
    mark,
  );
  return {
    attempt,
    was,
    now,
    before: { score, maxScore, passed },
    after: { score: totals.score, maxScore: totals.maxScore, passed: mark && passes(totals, mark) },
    isChanged: changes.length > 0,
    counts,
  };
}

/** The slot of an attempt that froze one of these versions; 0 when none did. */
export function slotOf({ slots }: MarkedAttempt, questionVersionIds: readonly string[]): number {
  return slots.find(({ questionVersionId }) => questionVersionIds.includes(questionVersionId))?.slot ?? 0;
}

/** A void slot counts for nothing, though the attempt keeps what it was worth. */
function asCounted({ slot, points, fraction, score, rule }: MarkedSlot): SlotScore {
  return { slot, points: rule === 'void' ? 0 : points, fraction, score, rule };
}
