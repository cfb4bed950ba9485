export { standsIn, type Evidence } from './evidence.js';
export { FACT_KINDS, type Fact, type FactKind, type Hedge } from './fact.js';
export { QUESTION_TYPES, QUESTION_TYPE_NAMES, isQuestionType, type QuestionType } from './question-type.js';
export {
  BLANK,
  countBlanks,
  type FillQuestion,
  type MatchQuestion,
  type MultiQuestion,
  type Option,
  type OrderQuestion,
  type Question,
  type SingleQuestion,
  type TfQuestion,
} from './question.js';
export { showToLearner, shufflableIds, type LearnerQuestion } from './learner-question.js';
export { MAX_FILL_LENGTH, refuseResponse, type Response, type ResponseRefusal } from './response.js';
export { checkQuestion, type QuestionFlaw } from './check-question.js';
