import { QueryFailedError } from 'typeorm';
import { Problem } from './problem.js';
import type { ProblemCode } from './problem-codes.js';

/** Which refusal a unique constraint stands for. */
const TAKEN: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  question_course_id_external_id_key: ['external-id-taken', '这门课程里已有题目用了这个外部编号。'],
  question_article_version_id_fingerprint_key: ['question-exists', '这篇文章的题库里已经有一模一样的题。'],
};

/** Waits for a write and names the once-rule that it broke; the transaction is lost then. */
export async function naming<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const cause: unknown = error instanceof QueryFailedError ? error.driverError : null;
    const constraint = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'constraint') : null;
    const taken = typeof constraint === 'string' ? TAKEN[constraint] : undefined;
    if (!taken) throw error;
    throw new Problem(taken[0], { detail: taken[1], cause: error });
  }
}
