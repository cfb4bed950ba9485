import { isQuizError } from './quiz-error.js';
import { retrying, type Retries } from './retrying.js';
import { send, type QuizRequest, type Sender } from './send.js';
import type { Session } from './session.js';

export interface CallRequest extends QuizRequest {
  /**
   * 重复发送是否无害；默认 GET、PUT、DELETE 为 true，POST 为 false。
   * Whether sending it twice does no harm. POST only when you say so.
   */
  readonly repeatable?: boolean;
}

/** Calls the service as the signed-in learner. */
export type Call = <Reply>(request: CallRequest) => Promise<Reply>;

/**
 * Signs in when needed, retries what may be repeated, and after a 401 signs in anew and replays the call once:
 * a 401 says that the server did nothing. Not after a sign-out: then it would be replayed as somebody else.
 */
export function createCall(sender: Sender, session: Session, retries: Retries): Call {
  return async <Reply>(request: CallRequest): Promise<Reply> => {
    const { repeatable = request.method !== 'POST' } = request;
    const as = (token: string) =>
      retrying({ ...retries, times: repeatable ? retries.times : 0 }, () => send(sender, request, token));
    const epoch = session.epoch();
    const token = await session.token();
    try {
      return (await as(token)) as Reply;
    } catch (error) {
      if (!isQuizError(error) || error.status !== 401 || session.epoch() !== epoch) throw error;
      session.drop(token);
      return (await as(await session.token())) as Reply;
    }
  };
}
