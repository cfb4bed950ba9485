export { standsIn, type Evidence } from './evidence.js';
export { FACT_KINDS, type Fact, type FactKind, type Hedge } from './fact.js';
export {
  QUESTION_TYPES,
  QUESTION_TYPE_NAMES,
  WRITABLE_TYPES,
  isQuestionType,
  isWritableType,
  type QuestionType,
  type WritableType,
} from './question-type.js';
export {
  BLANK,
  countBlanks,
  type FillQuestion,
  type MatchQuestion,
  type MultiQuestion,
  type Option,
  type OrderQuestion,
  type Question,
  type RubricPoint,
  type ShortKey,
  type ShortQuestion,
  type SingleQuestion,
  type TfQuestion,
  type Tolerance,
} from './question.js';
export { showToLearner, shufflableIds, type LearnerQuestion } from './learner-question.js';
export {
  MAX_FILL_LENGTH,
  MAX_SHORT_LENGTH,
  refuseResponse,
  type Response,
  type ResponseRefusal,
} from './response.js';
export { checkQuestion } from './check-question.js';
export type { QuestionFlaw } from './question-flaw.js';
export {
  compareQuestions,
  classifyEdit,
  heaviestEdit,
  type QuestionChange,
} from './edits/compare-questions.js';
export type { TextPart } from './edits/diff-text.js';
export { QUESTION_EDITS, showsInOldAttempts, type QuestionEdit } from './edits/question-edit.js';
export { showInPlaceOf } from './edits/show-in-place-of.js';
export { likeness, NEAR_DUPLICATE, viewsOf } from './search/likeness.js';
export { bigramsOf, foldForSearch, searchText, searchWords } from './search/search-text.js';
