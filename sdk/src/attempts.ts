import { createAnswers } from './answers.js';
import type { Call } from './call.js';
import { path } from './path.js';
import type { Attempt, AttemptList, AttemptResult, Response, AnswerReceipt } from './wire.generated.js';

export interface Attempts {
  /**
   * 开始答题；已有未交的答卷时返回那一份。重复调用无害。
   * Starts an attempt, or gives the open one back. Harmless to repeat.
   */
  start(quizId: string): Promise<Attempt>;
  /** 读取答卷：题目、已存的作答、截止时间；用于换手机或重新进入。The attempt with what is stored, to resume it anywhere. */
  get(attemptId: string): Promise<Attempt>;
  /** 我的答卷，可只看一个测验的。This learner's attempts, of one quiz if you like. */
  list(filter?: { readonly quizId?: string }): Promise<AttemptList>;
  /**
   * 保存一题的作答；resolve 即已存到服务端。序号由 SDK 维护，同一题先后多次作答以最后一次为准。
   * Saves the response to one slot; it is stored when this resolves. The SDK numbers the answers, the last one given wins.
   * Rejects with attempt-closed after submit or the deadline.
   */
  answer(attemptId: string, slot: number, response: Response): Promise<AnswerReceipt>;
  /**
   * 交卷并得到成绩。重复调用得到同一份成绩。
   * Submits and gives the result; repeated, it gives the same result.
   */
  submit(attemptId: string): Promise<AttemptResult>;
  /** 已交答卷的成绩、解析与依据。The result of a submitted attempt, with explanations and source sentences. */
  result(attemptId: string): Promise<AttemptResult>;
}

export function attemptsOf(call: Call): Attempts {
  const answers = createAnswers(call);
  return {
    async start(quizId) {
      const attempt = await call<Attempt>({
        method: 'POST',
        path: path`/v1/quizzes/${quizId}/attempts`,
        repeatable: true,
      });
      answers.learn(attempt);
      return attempt;
    },
    async get(attemptId) {
      const attempt = await call<Attempt>({ method: 'GET', path: path`/v1/attempts/${attemptId}` });
      answers.learn(attempt);
      return attempt;
    },
    list: (filter = {}) => call({ method: 'GET', path: '/v1/attempts', query: { quizId: filter.quizId } }),
    answer: answers.save,
    async submit(attemptId) {
      await answers.settled(attemptId);
      return call<AttemptResult>({
        method: 'POST',
        path: path`/v1/attempts/${attemptId}/submit`,
        repeatable: true,
      });
    },
    result: (attemptId) => call({ method: 'GET', path: path`/v1/attempts/${attemptId}/result` }),
  };
}
