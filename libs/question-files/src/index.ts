export type { QuestionSet } from './question-set.js';
export { writeInterchange } from './write-interchange.js';
export { writeText } from './write-text.js';
