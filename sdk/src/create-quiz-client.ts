import { attemptsOf, type Attempts } from './attempts.js';
import { createCall, type Call } from './call.js';
import { coursesOf, type Courses } from './courses.js';
import { createLine } from './line.js';
import type { Platform } from './platform.js';
import { quizError } from './quiz-error.js';
import { quizzesOf, type Quizzes } from './quizzes.js';
import { createServerClock } from './server-clock.js';
import { createSession } from './session.js';
import type { Learner } from './wire.generated.js';
import { wxPlatform } from './wx-platform.js';

export interface QuizClientOptions {
  /** 服务地址，如 https://quiz.example.cn；须在小程序的 request 合法域名中。The service's address. */
  readonly baseUrl: string;
  /** 默认 wxPlatform()。Defaults to wxPlatform(). */
  readonly platform?: Platform;
  /** 小程序 AppID；微信中默认取当前小程序的。Defaults to the running mini-program's own. */
  readonly appId?: string;
  /** 单次请求的毫秒数，默认 10000。Milliseconds for one request. */
  readonly timeout?: number;
  /** 可重复的请求失败后再试几次，默认 2。How often a repeatable call is tried again. */
  readonly maxRetries?: number;
}

export interface QuizClient {
  /**
   * 登录；已登录且未过期时不发请求。其他方法在需要时会自动登录，并发时只登录一次。
   * Signs in, or gives the signed-in learner. The other methods do it by themselves when needed.
   */
  signIn(): Promise<Learner>;
  /** 忘掉本机的登录状态。Forgets the session on this device. */
  signOut(): void;
  /** 当前学员。The signed-in learner. */
  me(): Promise<Learner>;
  readonly courses: Courses;
  readonly quizzes: Quizzes;
  readonly attempts: Attempts;
  /** 服务端时间（毫秒），用于倒计时。Server time in milliseconds, for countdowns. */
  now(): number;
  /** 以学员身份调用尚未封装的接口。The hatch: any route as the signed-in learner. */
  readonly request: Call;
}

/** A mini-program may have ten requests open; the host keeps two for itself. */
const MOST_IN_FLIGHT = 8;

/** 创建客户端；整个小程序用一个即可。Creates the client; one for the whole app is enough. */
export function createQuizClient(options: QuizClientOptions): QuizClient {
  const { baseUrl, platform = wxPlatform(), appId, timeout = 10_000, maxRetries = 2 } = options;
  if (!/^https?:\/\//.test(baseUrl))
    throw quizError('client', 'no-base-url', 'baseUrl 应为 https:// 开头的地址。');
  const deviceNow = Date.now;
  const retries = { times: maxRetries, random: Math.random };
  const clock = createServerClock(deviceNow);
  const sender = {
    platform,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    timeout,
    clock,
    deviceNow,
    inLine: createLine(MOST_IN_FLIGHT),
  };
  const session = createSession({ sender, appId, retries });
  const call = createCall(sender, session, retries);
  return {
    signIn: session.learner,
    signOut: session.clear,
    me: () => call({ method: 'GET', path: '/v1/me' }),
    courses: coursesOf(call),
    quizzes: quizzesOf(call),
    attempts: attemptsOf(call),
    now: clock.now,
    request: call,
  };
}
