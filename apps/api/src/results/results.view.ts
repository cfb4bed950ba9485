import { evidenceInContext } from '../question-content/evidence-view.js';
import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { responseView } from '../question-content/response-view.js';
import type { AttemptResult, SlotResult } from './results.dto.js';
import type { MarkedSlotRecord, ResultRecord, SourceText } from './results.store.js';

type SubmittedRecord = ResultRecord & {
  readonly submittedAt: Date;
  readonly closedBy: 'learner' | 'deadline';
  readonly score: number;
};

/** The result of a submitted attempt; the one place where a learner sees keys. */
export function attemptResult(
  attempt: SubmittedRecord,
  slots: readonly MarkedSlotRecord[],
  sources: readonly SourceText[],
): AttemptResult {
  const { id, quizId, quizTitle, number, closedBy, score, maxScore } = attempt;
  const sourceOf = new Map(sources.map((source) => [source.articleVersionId, source]));
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
    slots: slots.map((slot) => slotResult(slot, sourceOf.get(slot.articleVersionId ?? ''))),
  };
}

function slotResult(record: MarkedSlotRecord, source: SourceText | undefined): SlotResult {
  const { slot, points, score, fraction, rule, content, optionOrder, response } = record;
  return {
    slot,
    points,
    score,
    fraction,
    rule,
    question: learnerView(content, optionOrder),
    response: response && responseView(response),
    key: keyAsResponse(content),
    ...(content.type === 'tf' && content.correction && { correction: content.correction }),
    explanation: content.explanation,
    evidence: evidenceInContext(content.evidence, source?.cleanText ?? null),
    articleTitle: source?.title ?? null,
  };
}
