import type { FeedbackPolicy, FeedbackView, QuizMode } from '#database';

const EVERYTHING: FeedbackView = { score: true, correctness: true, key: true, explanation: true };
const NOTHING: FeedbackView = { score: false, correctness: false, key: false, explanation: false };
const SCORE_ONLY: FeedbackView = { ...NOTHING, score: true };

export interface FeedbackRules {
  readonly mode: QuizMode;
  readonly feedback: FeedbackPolicy | null;
  readonly closesAt: Date | null;
}

/** What a quiz shows that says nothing else: practice everything at once, an exam nothing that others could still use. */
export function feedbackPolicy({ mode, feedback, closesAt }: FeedbackRules): FeedbackPolicy {
  if (feedback) return feedback;
  if (mode === 'practice') return { during: EVERYTHING, afterSubmit: EVERYTHING, afterClose: EVERYTHING };
  return { during: NOTHING, afterSubmit: closesAt ? SCORE_ONLY : EVERYTHING, afterClose: EVERYTHING };
}

/** What the result of a submitted attempt may show at this moment. What was open after submitting stays open. */
export function resultFeedback(rules: FeedbackRules, now: Date): FeedbackView {
  const { afterSubmit, afterClose } = feedbackPolicy(rules);
  if (rules.closesAt === null || now < rules.closesAt) return afterSubmit;
  return {
    score: afterSubmit.score || afterClose.score,
    correctness: afterSubmit.correctness || afterClose.correctness,
    key: afterSubmit.key || afterClose.key,
    explanation: afterSubmit.explanation || afterClose.explanation,
  };
}
