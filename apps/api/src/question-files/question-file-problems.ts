import type { QuestionFileReading, RowProblem } from '#question-files';
import { Problem } from '../problems/problem.js';
import { PROBLEMS, type ProblemCode } from '../problems/problem-codes.js';

/** What a file of questions may be refused for, before any question in it is looked at. */
export const QUESTION_FILE_PROBLEMS = [
  'file-empty',
  'file-damaged',
  'file-encrypted',
  'file-unsafe',
  'file-too-large',
  'file-binary',
  'file-encoding',
  'file-unsupported',
  'unsupported-media-type',
] as const satisfies readonly ProblemCode[];

const MOST_TOLD = 100;

/** Throws Problem file-* when the file is none that can be read. */
export function refuseUnreadable({ errors }: QuestionFileReading): void {
  const refusal = errors.find(({ code, row }) => row === null && code.startsWith('file-'));
  if (refusal && isProblemCode(refusal.code)) throw new Problem(refusal.code, { detail: refusal.detail });
}

/** Throws Problem questions-flawed, naming the first hundred places. */
export function refuseFlawed({ errors }: Pick<QuestionFileReading, 'errors'>): void {
  if (errors.length === 0) return;
  throw new Problem('questions-flawed', {
    detail: `有 ${errors.length} 处问题，一道题也没有导入。`,
    errors: errors.slice(0, MOST_TOLD).map(({ code, detail, ...place }) => ({
      pointer: pointerTo(place),
      code,
      detail,
    })),
  });
}

/** Sheet, row and column of the file, as far as they are known: `/题目/3/答案`. */
function pointerTo({ sheet, row, column }: Pick<RowProblem, 'sheet' | 'row' | 'column'>): string {
  const parts = [sheet, row, column].filter((part) => part !== null);
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
