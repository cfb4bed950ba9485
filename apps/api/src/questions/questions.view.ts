import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { type EvidenceTexts, placedEvidence } from '../question-content/staff-evidence.js';
import type { QuestionDetail, QuestionSummary } from './questions.dto.js';
import type { QuestionRecord } from './questions.store.js';

export function questionSummary(record: QuestionRecord): QuestionSummary {
  const { id, courseId, articleId, factId, status, statusReason, version, content, difficulty } = record;
  const { type, stem } = content;
  return { id, courseId, articleId, factId, status, statusReason, version, type, stem, difficulty };
}

/** Everything, for those who judge it; never for learners. */
export function questionDetail(record: QuestionRecord, texts: EvidenceTexts | null): QuestionDetail {
  const { content } = record;
  return {
    ...questionSummary(record),
    question: learnerView(content, []),
    key: keyAsResponse(content),
    ...(content.type === 'fill' && { acceptedForms: content.key.map((forms) => [...forms]) }),
    ...(content.type === 'tf' && content.correction && { correction: content.correction }),
    explanation: content.explanation,
    factKind: content.factKind ?? null,
    evidence: placedEvidence(content.evidence, texts),
  };
}
