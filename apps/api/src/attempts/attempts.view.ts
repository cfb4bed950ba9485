import { learnerView } from '../question-content/learner-view.js';
import { responseView } from '../question-content/response-view.js';
import type { Attempt, AttemptListItem, AttemptSummary } from './attempts.dto.js';
import type { AttemptRecord, SlotRecord } from './attempts.store.js';

function attemptSummary(record: AttemptRecord): AttemptSummary {
  const { id, quizId, quizTitle, number, state, startedAt, dueAt, submittedAt } = record;
  return {
    id,
    quizId,
    quizTitle,
    number,
    state,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

/** A running attempt has no score to show. */
export function attemptListItem(record: AttemptRecord): AttemptListItem {
  const { score, maxScore } = record;
  return { ...attemptSummary(record), ...(score !== null && { score, maxScore }) };
}

export function attemptView(record: AttemptRecord, slots: readonly SlotRecord[]): Attempt {
  return {
    ...attemptSummary(record),
    slots: slots.map(({ slot, points, content, optionOrder, response, sequence, answeredAt }) => ({
      slot,
      points,
      question: learnerView(content, optionOrder),
      response: response && responseView(response),
      sequence,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
  };
}
