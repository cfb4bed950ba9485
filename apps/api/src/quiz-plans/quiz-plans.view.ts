import type { StaffQuiz, StaffQuizSummary } from './quiz-plans.dto.js';
import type { PlanRecord, SlotRecord } from './quiz-plans.store.js';

export function staffQuizSummary(plan: PlanRecord): StaffQuizSummary {
  const { id, courseId, title, description, questionCount, totalPoints, publishedAt } = plan;
  return {
    id,
    courseId,
    title,
    description,
    status: publishedAt ? 'published' : 'draft',
    questionCount,
    totalPoints,
    timeLimitSeconds: plan.timeLimitSeconds,
    attemptsAllowed: plan.attemptsAllowed,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}

export function staffQuiz(plan: PlanRecord, slots: readonly SlotRecord[]): StaffQuiz {
  return {
    ...staffQuizSummary(plan),
    slots: slots.map(({ slot, questionId, version, questionStatus, content, points }) => ({
      slot,
      questionId,
      version,
      questionStatus,
      type: content.type,
      stem: content.stem,
      points,
    })),
  };
}
