import { keyAsResponse } from '../question-content/key-view.js';
import { responseView } from '../question-content/response-view.js';
import type { AnswerToMark } from './marking.dto.js';
import type { AnswerRecord } from './marking.store.js';

export function answerToMark(record: AnswerRecord): AnswerToMark {
  const { attemptId, slot, questionId, content, points, response, fraction, score, awarded } = record;
  const rubric = content.type === 'short' ? content.key.rubric : [];
  return {
    attemptId,
    slot,
    questionId,
    type: content.type,
    stem: content.stem,
    points,
    response: response && responseView(response),
    key: keyAsResponse(content),
    rubric: rubric.map(({ id, text, share }) => ({ id, text, share })),
    fraction,
    score,
    awarded: awarded?.map(({ id, shares }) => ({ id, shares })) ?? null,
    comment: record.comment,
    markedBy: record.markedBy,
    markedAt: record.markedAt?.toISOString() ?? null,
  };
}
