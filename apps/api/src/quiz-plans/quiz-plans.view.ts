import { markingPolicy } from '#scoring';
import { feedbackPolicy } from '../question-content/feedback-view.js';
import type { StaffQuiz, StaffQuizSummary } from './quiz-plans.dto.js';
import type { DrawRecord, PlanRecord, SlotRecord } from './quiz-plans.store.js';

export function staffQuizSummary(plan: PlanRecord): StaffQuizSummary {
  const { id, courseId, title, description, mode, version, questionCount, totalPoints, publishedAt } = plan;
  return {
    id,
    courseId,
    title,
    description,
    status: publishedAt ? 'published' : 'draft',
    mode,
    version,
    questionCount,
    totalPoints,
    timeLimitSeconds: plan.timeLimitSeconds,
    attemptsAllowed: plan.attemptsAllowed,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}

export function staffQuiz(
  plan: PlanRecord,
  slots: readonly SlotRecord[],
  draws: readonly DrawRecord[],
): StaffQuiz {
  return {
    ...staffQuizSummary(plan),
    opensAt: plan.opensAt?.toISOString() ?? null,
    closesAt: plan.closesAt?.toISOString() ?? null,
    graceSeconds: plan.graceSeconds,
    passMark: plan.passMark,
    counting: plan.counting,
    shuffleQuestions: plan.shuffleQuestions,
    shuffleOptions: plan.shuffleOptions,
    navigation: plan.navigation,
    feedback: feedbackPolicy(plan),
    marking: markingPolicy(plan.marking ?? undefined),
    sections: plan.sections.map(({ title }) => ({ title })),
    draws: draws.map(({ draw, topicId, type, difficultyFrom, difficultyTo, tags, need, stock }) => ({
      draw,
      rule: {
        ...(topicId && { topicId }),
        ...(type && { type }),
        ...(difficultyFrom && { difficultyFrom }),
        ...(difficultyTo && { difficultyTo }),
        ...(tags.length > 0 && { tags: [...tags] }),
      },
      need,
      stock,
    })),
    slots: slots.map(({ slot, section, points, draw, questionId, version, questionStatus, content }) => ({
      slot,
      section,
      points,
      draw,
      questionId,
      version,
      questionStatus,
      type: content?.type ?? null,
      stem: content?.stem ?? null,
    })),
  };
}
