import { judge } from '#database';
import { ruleText } from '#scoring';
import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { optionOrder } from '../question-content/option-order.js';
import { responseView } from '../question-content/response-view.js';
import { scoreChange, type ScoreChangeRecord, slotRuling } from '../score-changes/score-changes.view.js';
import type { StaffAttempt, StaffAttemptSlot } from './staff-attempts.dto.js';
import type { AttemptRecord, LedgerRecord, SlotRecord, VersionRecord } from './staff-attempts.store.js';

export function staffAttempt(
  attempt: AttemptRecord,
  versions: ReadonlyMap<string, VersionRecord>,
): StaffAttempt {
  const { attemptId, learnerId, nickname, quizId, quizTitle, quizVersion, number, state, closedBy } = attempt;
  const { startedAt, dueAt, submittedAt, score, maxScore, passed, ledger } = attempt;
  return {
    attemptId,
    learnerId,
    nickname,
    quizId,
    quizTitle,
    quizVersion,
    number,
    state,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    closedBy,
    score,
    maxScore,
    passed,
    slots: attempt.slots.map((slot) => staffSlot(slot, attempt, versions)),
    changes: (ledger ?? []).filter(isChange).map(scoreChange),
  };
}

function staffSlot(
  { slot, questionVersionId, points, response, answeredAt, stored, marks }: SlotRecord,
  { rulings, seed, shuffleOptions }: AttemptRecord,
  versions: ReadonlyMap<string, VersionRecord>,
): StaffAttemptSlot {
  const { versionId, decidedBy } = judge(questionVersionId, rulings ?? []);
  const [frozen, judging] = [versions.get(questionVersionId), versions.get(versionId)];
  if (!frozen || !judging) throw new Error(`the bank lacks slot ${slot} of an attempt`);
  const { content, questionId, number } = frozen;
  return {
    slot,
    questionId,
    version: number,
    judgedVersion: judging.number,
    points,
    question: learnerView(content, optionOrder(content, shuffleOptions ? seed : null, slot)),
    response: response && responseView(response),
    answeredAt: answeredAt && new Date(answeredAt).toISOString(),
    key: keyAsResponse(judging.content),
    score: stored?.score ?? null,
    fraction: stored?.fraction ?? null,
    rule: stored?.rule ?? null,
    ruleText: stored && ruleText(stored.rule),
    ruling: decidedBy && slotRuling(decidedBy),
    marks: (marks ?? []).map(({ fraction, awarded, comment, markedBy, markedAt }) => ({
      fraction,
      awarded: awarded?.map(({ id, shares }) => ({ id, shares })) ?? null,
      comment,
      markedBy,
      markedAt: new Date(markedAt).toISOString(),
    })),
  };
}

/** All but the closing have a score before. */
function isChange(line: LedgerRecord): line is LedgerRecord & ScoreChangeRecord {
  return line.cause !== 'closed';
}
