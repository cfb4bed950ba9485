export { WRITING_STAGES } from './draft.js';
export type { Note, Repair, WritingProgress, WritingStage, WrittenQuestion, WrittenQuiz } from './draft.js';
export { MAX_ARTICLE_LENGTH, refuseArticle, type ArticleRefusal } from './refuse-article.js';
export { writeQuiz, type WriteQuizOptions } from './write-quiz.js';
