export {
  cleanArticle,
  type CleanArticle,
  type OriginRun,
  type Place,
  type TextOrigins,
} from './1-clean-text/index.js';
export { WRITING_STAGES } from './draft.js';
export type { Note, Repair, WritingProgress, WritingStage, WrittenQuestion, WrittenQuiz } from './draft.js';
export { MAX_ARTICLE_LENGTH, refuseArticle, type ArticleRefusal } from './refuse-article.js';
export { quoteFinder } from './quote-finder.js';
export { MOST_FORMS } from './ask-anew.js';
export { writeForms, type WriteFormsOptions } from './write-forms.js';
export { writeQuiz, type WriteQuizOptions } from './write-quiz.js';
export {
  numberSentences,
  type CrossExamination,
  type NumberedSentence,
  type ProposalSet,
  type ProposedFact,
  type ProposedWording,
  type Proposals,
  type Provenance,
} from './proposals/index.js';
export { compareVersions, type FactChange } from './stale-map/index.js';
