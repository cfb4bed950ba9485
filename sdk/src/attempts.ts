import { createAnswers } from './answers.js';
import type { Call } from './call.js';
import { path } from './path.js';
import type {
  AnswerReceipt,
  Attempt,
  AttemptList,
  AttemptResult,
  FlaggedSlots,
  NewQuestionReport,
  QuestionReport,
  QuestionReportList,
  Response,
  SlotResult,
} from './wire.generated.js';

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
  /** 标记一题待会儿再看（false 取消），换手机也在。Marks a slot to look at again, or unmarks it; on every phone. */
  flag(attemptId: string, slot: number, flagged: boolean): Promise<FlaggedSlots>;
  /**
   * 作答中查看一题的对错和解析（练习）；看过以后这一题不能再改。先等这一题的作答存好。
   * Feedback to one slot while answering, in practice; its response then stands. Waits for answers on their way.
   */
  reveal(attemptId: string, slot: number): Promise<SlotResult>;
  /** 报告一题有问题；重复提交还是同一份。Says that a question is wrong; said again, it is the same report. */
  report(attemptId: string, slot: number, report: NewQuestionReport): Promise<QuestionReport>;
  /** 这份答卷里我报告过的题和答复。What was reported of this attempt, with the replies. */
  reports(attemptId: string): Promise<QuestionReportList>;
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
    flag: (attemptId, slot, flagged) =>
      call({ method: 'PUT', path: path`/v1/attempts/${attemptId}/flags/${slot}`, body: { flagged } }),
    async reveal(attemptId, slot) {
      await answers.settled(attemptId);
      return call<SlotResult>({
        method: 'POST',
        path: path`/v1/attempts/${attemptId}/slots/${slot}/reveal`,
        repeatable: true,
      });
    },
    report: (attemptId, slot, report) =>
      call({
        method: 'POST',
        path: path`/v1/attempts/${attemptId}/slots/${slot}/reports`,
        body: report,
        repeatable: true,
      }),
    reports: (attemptId) => call({ method: 'GET', path: path`/v1/attempts/${attemptId}/reports` }),
  };
}
