import type { FrozenPlan, FrozenQuestion } from '../frozen-content/frozen-content.service.js';
import { learnerView } from '../question-content/learner-view.js';
import { resultFeedback } from '../question-content/feedback-view.js';
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

/** A running attempt has no score to show; a submitted one only if the feedback policy shows it by now. */
export function attemptListItem(record: AttemptRecord, plan: FrozenPlan, now: Date): AttemptListItem {
  const { score, maxScore } = record;
  const shown = score !== null && resultFeedback(plan, now).score;
  return { ...attemptSummary(record), ...(shown && { score, maxScore }) };
}

export function attemptView(
  record: AttemptRecord,
  { shuffleOptions, mode, navigation, sections, slots: planned }: FrozenPlan,
  questions: ReadonlyMap<string, FrozenQuestion>,
  answers: readonly AnswerRecord[],
): Attempt {
  const answerTo = new Map(answers.map((answer) => [answer.slot, answer]));
  const slots = record.questionVersionIds.map((id, index) => {
    const slot = index + 1;
    const [question, points, answer] = [questions.get(id), record.points[index], answerTo.get(slot)];
    if (!question || points === undefined) throw new Error(`the bank lacks slot ${slot} of an attempt`);
    return {
      slot,
      // Shuffling keeps a question in its section, so the plan still says which one a slot is in.
      section: planned[index]?.section ?? 1,
      points,
      question: learnerView(
        question.content,
        optionOrder(question.content, shuffleOptions ? record.seed : null, slot),
      ),
      response: answer ? responseView(answer.response) : null,
      sequence: record.sequences[index] ?? 0,
      answeredAt: answer ? new Date(answer.answeredAt).toISOString() : null,
      flagged: record.flagged.includes(slot),
      revealed: record.revealed.includes(slot),
    };
  });
  return {
    ...attemptSummary(record),
    mode,
    navigation,
    sections: sections.map(({ title }) => ({ title })),
    slots,
  };
}
