import { type FeedbackView, judge, type Judged } from '#database';
import { ruleText, totalsOf } from '#scoring';
import type { FrozenPlan, FrozenQuestion } from '../frozen-content/frozen-content.service.js';
import { resultFeedback } from '../question-content/feedback-view.js';
import { keyAsResponse } from '../question-content/key-view.js';
import { learnerView } from '../question-content/learner-view.js';
import { optionOrder } from '../question-content/option-order.js';
import { responseView } from '../question-content/response-view.js';
import type { AttemptResult, SlotResult } from './results.dto.js';
import type { MarkedSlotRecord, ResultRecord } from './results.store.js';
import { scoreChange, slotRuling } from '../score-changes/score-changes.view.js';

type SubmittedRecord = ResultRecord & {
  readonly submittedAt: Date;
  readonly closedBy: 'learner' | 'deadline';
  readonly score: number;
  readonly slots: readonly MarkedSlotRecord[];
};

/** The result of a submitted attempt as far as the feedback policy opens it at this moment. */
export function attemptResult(
  attempt: SubmittedRecord,
  plan: FrozenPlan,
  questions: ReadonlyMap<string, FrozenQuestion>,
  now: Date,
): AttemptResult {
  const { id, quizId, quizTitle, number, closedBy, score, maxScore, passed, rulings } = attempt;
  const shown = resultFeedback(plan, now);
  const seed = plan.shuffleOptions ? attempt.seed : null;
  const fraction = maxScore === 0 ? 0 : score / maxScore;
  return {
    attemptId: id,
    quizId,
    quizTitle,
    number,
    submittedAt: attempt.submittedAt.toISOString(),
    closedBy,
    score: shown.score ? score : null,
    maxScore,
    fraction: shown.score ? fraction : null,
    passMark: plan.passMark,
    passed: shown.score ? passed : null,
    openPoints: shown.score ? totalsOf(attempt.slots).openPoints : null,
    changes: shown.score ? (attempt.changes ?? []).map(scoreChange) : [],
    feedback: shown,
    slots: attempt.slots.map((slot) => {
      const judged = judge(slot.questionVersionId, rulings ?? []);
      const question = questions.get(slot.questionVersionId);
      return slotResult(slot, seed, question, shown, { judged, question: questions.get(judged.versionId) });
    }),
  };
}

/** By which version and decision a slot is judged; by its own version when nothing is said. */
interface JudgedQuestion {
  readonly judged: Judged;
  readonly question: FrozenQuestion | undefined;
}

/** One slot with what may be shown of it; the one place where a learner sees keys. */
export function slotResult(
  record: MarkedSlotRecord,
  seed: number | null,
  question: FrozenQuestion | undefined,
  shown: FeedbackView,
  by?: JudgedQuestion,
): SlotResult {
  const { slot, points, score, fraction, rule, response } = record;
  if (!question) throw new Error(`the bank lacks slot ${slot} of an attempt`);
  const { content } = question;
  const { content: judging, evidence, articleTitle } = by?.question ?? question;
  const decided = by?.judged.decidedBy ?? null;
  return {
    slot,
    points,
    score: shown.correctness ? score : null,
    fraction: shown.correctness ? fraction : null,
    rule: shown.correctness ? rule : null,
    ruleText: shown.correctness ? ruleText(rule) : null,
    ruling: shown.correctness && decided ? slotRuling(decided) : null,
    question: learnerView(content, optionOrder(content, seed, slot)),
    response: response && responseView(response),
    key: shown.key ? keyAsResponse(judging) : null,
    ...(shown.key && judging.type === 'tf' && judging.correction && { correction: judging.correction }),
    explanation: shown.explanation ? judging.explanation : null,
    evidence: shown.explanation ? evidence : null,
    articleTitle: shown.explanation ? articleTitle : null,
  };
}
