import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { contentView } from '../question-content/question-content.js';
import { type EvidenceTexts, placedEvidence } from '../question-content/staff-evidence.js';
import type { QuestionDetail, QuestionSummary } from './questions.dto.js';
import type { QuestionRecord } from './questions.store.js';

export function questionSummary(record: QuestionRecord): QuestionSummary {
  const { id, courseId, articleId, factId, status, statusReason, version, content } = record;
  const { topicId, tags, externalId, difficulty, estimatedDifficulty } = record;
  const { origin, authorId, reviewedBy, evidenceWaiver, createdAt } = record;
  return {
    id,
    courseId,
    articleId,
    factId,
    status,
    statusReason,
    version,
    type: content.type,
    stem: content.stem,
    difficulty,
    estimatedDifficulty,
    topicId,
    tags: [...tags],
    externalId,
    origin,
    authorId,
    reviewedBy,
    evidenceWaiver,
    createdAt: createdAt.toISOString(),
  };
}

/** Everything, for those who judge it; never for learners. */
export function questionDetail(record: QuestionRecord, texts: EvidenceTexts | null): QuestionDetail {
  const { content } = record;
  return {
    ...questionSummary(record),
    content: contentView(content),
    question: learnerView(content, []),
    key: keyAsResponse(content),
    ...(content.type === 'fill' && { acceptedForms: content.key.map((forms) => [...forms]) }),
    ...(content.type === 'tf' && content.correction && { correction: content.correction }),
    explanation: content.explanation,
    factKind: content.factKind ?? null,
    evidence: placedEvidence(content.evidence, texts),
  };
}
