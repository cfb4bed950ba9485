import type { FrozenQuestion, PlannedSlot } from '../frozen-content/frozen-content.service.js';
import { learnerView } from '../question-content/learner-view.js';
import { optionOrder } from '../question-content/option-order.js';
import { responseView } from '../question-content/response-view.js';
import type { Attempt, AttemptListItem, AttemptSummary } from './attempts.dto.js';
import type { AnswerRecord, AttemptRecord } from './attempts.store.js';

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

export function attemptView(
  record: AttemptRecord,
  plan: readonly PlannedSlot[],
  questions: ReadonlyMap<string, FrozenQuestion>,
  answers: readonly AnswerRecord[],
): Attempt {
  const answerTo = new Map(answers.map((answer) => [answer.slot, answer]));
  const slots = record.questionVersionIds.map((id, index) => {
    const slot = index + 1;
    const [question, planned, answer] = [questions.get(id), plan[index], answerTo.get(slot)];
    if (!question || !planned) throw new Error(`the bank lacks slot ${slot} of an attempt`);
    return {
      slot,
      points: planned.points,
      question: learnerView(question.content, optionOrder(question.content, record.seed, slot)),
      response: answer ? responseView(answer.response) : null,
      sequence: record.sequences[index] ?? 0,
      answeredAt: answer ? new Date(answer.answeredAt).toISOString() : null,
    };
  });
  return { ...attemptSummary(record), slots };
}
