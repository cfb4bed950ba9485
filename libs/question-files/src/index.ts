export { difficultyOfLevel, levelOfDifficulty } from './details.js';
export { FACT_KIND_NAMES } from './fact-kind-names.js';
export { keepIds } from './keep-ids.js';
export { LOSSES, lossesOf, type Loss, type LossCode } from './losses.js';
export { PROBLEM_CODES, type ProblemCode } from './problem-codes.js';
export {
  MAX_QUESTION_FILE_BYTES,
  MAX_QUESTION_ROWS,
  QUESTION_FILE_FORMATS,
  type QuestionFileFormat,
  type QuestionFileReading,
  type QuestionRow,
  type RowProblem,
} from './question-file.js';
export type { FiledQuestion, QuestionSet, QuestionSource } from './question-set.js';
export { readQuestionFile, type QuestionFileHints } from './read-question-file.js';
export { sameQuestionKey } from './same-question.js';
export { writeCsv } from './csv/write-csv.js';
export { writeErrorWorkbook } from './write-error-workbook.js';
export { writeGift } from './gift/write-gift.js';
export { writeInterchange } from './interchange/write-interchange.js';
export { writeMoodleXml } from './moodle-xml/write-moodle-xml.js';
export { writeText } from './text/write-text.js';
export { writeTemplate, writeXlsx } from './xlsx/write-xlsx.js';
