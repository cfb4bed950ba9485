import type { AttemptKey } from '../close-attempt.js';
import { judge } from '../rulings.js';
import type { Run } from '../statements.js';
import { readContents, readMarked } from './read-marked.js';
import { readRulings } from './read-rulings.js';
import { rescore } from './rescore.js';
import { type ScoreReason, writeScores } from './write-scores.js';

/**
 * Brings one slot of a closed attempt in line with the mark that a person just gave it. The transaction holds the attempt.
 * Returns whether any number changed: a ruling may stand above the mark.
 */
export async function settleSlot(
  run: Run,
  key: AttemptKey,
  slot: number,
  reason: ScoreReason,
  now: Date,
): Promise<boolean> {
  const [attempt] = await readMarked(run, [key]);
  const frozen = attempt?.slots.find((each) => each.slot === slot)?.questionVersionId;
  if (!attempt || !frozen) throw new Error('a mark for an attempt that is not closed');
  const rulings = await readRulings(run, { quizId: attempt.quizId, questionVersionIds: [frozen] });
  const questions = await readContents(run, [judge(frozen, rulings).versionId]);
  const rescored = rescore(attempt, slot, rulings, questions);
  if (!rescored?.isChanged) return false;
  await writeScores(run, [rescored], reason, now);
  return true;
}
