export type { FillRule } from './answer-text/fold-answer.js';
export { normaliseAnswer } from './answer-text/normalise-answer.js';
export { sameAnswer, type Compared } from './answer-text/same-answer.js';
export {
  markByPerson,
  markByRubric,
  refuseRubric,
  type AwardedPoint,
  type RubricRefusal,
} from './marking/mark-by-person.js';
export { markBlanks } from './marking/mark-fill-in.js';
export { markResponse } from './marking/mark-response.js';
export { MARKING_RULES, ruleText, type Marked, type MarkingRule } from './marking/marked.js';
export type { BlankRule, MarkedBlank } from './marking/marked-blank.js';
export {
  DEFAULT_POLICY,
  FILL_POLICIES,
  MATCH_POLICIES,
  MULTI_POLICIES,
  ORDER_POLICIES,
  markingPolicy,
  type FillPolicy,
  type MarkingPolicy,
  type MatchPolicy,
  type MultiPolicy,
  type OrderPolicy,
} from './marking/marking-policy.js';
export {
  ATTEMPT_POLICIES,
  countingScore,
  type AttemptPolicy,
  type CountedAttempt,
  type CountingScore,
} from './totals/counting-score.js';
export { passes, type PassMark, type ScoreToPass } from './totals/pass-mark.js';
export {
  addCounts,
  changeText,
  regrade,
  type AttemptChange,
  type Regrade,
  type RegradeCounts,
  type RegradedAttempt,
  type ScoreOf,
  type SlotChange,
} from './totals/regrade.js';
export {
  explainScore,
  scoreAttempt,
  totalsOf,
  type AnsweredSlot,
  type AttemptScore,
  type Ruling,
  type SlotScore,
} from './totals/score-attempt.js';
export { slotScore, totalScore, type ScoredSlot } from './totals/total-score.js';
export { verifyAttempt, type ScoreGap, type StoredScore, type Verified } from './totals/verify-attempt.js';
