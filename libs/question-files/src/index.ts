export { FACT_KIND_NAMES } from './fact-kind-names.js';
export type { FiledQuestion, QuestionSet } from './question-set.js';
export { writeGift } from './write-gift.js';
export { writeInterchange } from './write-interchange.js';
export { writeText } from './write-text.js';
export { writeXlsx } from './write-xlsx.js';
