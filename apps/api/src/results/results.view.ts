import type { FrozenQuestion } from '../frozen-content/frozen-content.service.js';
import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { optionOrder } from '../question-content/option-order.js';
import { responseView } from '../question-content/response-view.js';
import type { AttemptResult, SlotResult } from './results.dto.js';
import type { MarkedSlotRecord, ResultRecord } from './results.store.js';

type SubmittedRecord = ResultRecord & {
  readonly submittedAt: Date;
  readonly closedBy: 'learner' | 'deadline';
  readonly score: number;
  readonly slots: readonly MarkedSlotRecord[];
};

/** The result of a submitted attempt; the one place where a learner sees keys. */
export function attemptResult(
  attempt: SubmittedRecord,
  questions: ReadonlyMap<string, FrozenQuestion>,
): AttemptResult {
  const { id, quizId, quizTitle, number, seed, closedBy, score, maxScore } = attempt;
  return {
    attemptId: id,
    quizId,
    quizTitle,
    number,
    submittedAt: attempt.submittedAt.toISOString(),
    closedBy,
    score,
    maxScore,
    fraction: maxScore === 0 ? 0 : score / maxScore,
    slots: attempt.slots.map((slot) => slotResult(slot, seed, questions.get(slot.questionVersionId))),
  };
}

function slotResult(
  record: MarkedSlotRecord,
  seed: number,
  question: FrozenQuestion | undefined,
): SlotResult {
  const { slot, points, score, fraction, rule, response } = record;
  if (!question) throw new Error(`the bank lacks slot ${slot} of an attempt`);
  const { content, evidence, articleTitle } = question;
  return {
    slot,
    points,
    score,
    fraction,
    rule,
    question: learnerView(content, optionOrder(content, seed, slot)),
    response: response && responseView(response),
    key: keyAsResponse(content),
    ...(content.type === 'tf' && content.correction && { correction: content.correction }),
    explanation: content.explanation,
    evidence,
    articleTitle,
  };
}
