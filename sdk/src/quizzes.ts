import type { Call } from './call.js';
import { path } from './path.js';
import type { QuizList, QuizSummary } from './wire.generated.js';

export interface Quizzes {
  /** 一门课程中已发布的测验。The published quizzes of a course. */
  list(courseId: string): Promise<QuizList>;
  /** 一个测验：题数、时限、剩余次数、未交的答卷。One quiz: size, limits, attempts used, the open attempt. */
  get(quizId: string): Promise<QuizSummary>;
}

export function quizzesOf(call: Call): Quizzes {
  return {
    list: (courseId) => call({ method: 'GET', path: path`/v1/courses/${courseId}/quizzes` }),
    get: (quizId) => call({ method: 'GET', path: path`/v1/quizzes/${quizId}` }),
  };
}
