import type { Platform, PlatformRequest } from './platform.js';
import { errorOfReply, failureOf, quizError, timedOut } from './quiz-error.js';
import type { ServerClock } from './server-clock.js';
import { within } from './timers.js';

/** A call to the service, before it has an address, a token or a deadline. */
export interface QuizRequest {
  readonly method: PlatformRequest['method'];
  /** 以 / 开头，如 /v1/courses。Begins with a slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** 会序列化为 JSON。Sent as JSON. */
  readonly body?: unknown;
}

export interface Sender {
  readonly platform: Platform;
  readonly baseUrl: string;
  readonly timeout: number;
  readonly clock: ServerClock;
  readonly deviceNow: () => number;
  /** Keeps the calls under the number a mini-program may have open. */
  readonly inLine: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Sends one request once. Gives the parsed body of a reply below 400; everything else is thrown as a QuizError. */
export function send(sender: Sender, request: QuizRequest, token?: string): Promise<unknown> {
  return sender.inLine(() => sendNow(sender, request, token));
}

async function sendNow(sender: Sender, request: QuizRequest, token?: string): Promise<unknown> {
  const { platform, timeout, clock, deviceNow } = sender;
  const hasBody = request.body !== undefined;
  const sent = deviceNow();
  const call = platform.request({
    method: request.method,
    url: sender.baseUrl + request.path + queryString(request.query),
    headers: {
      Accept: 'application/json',
      ...(hasBody && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(hasBody && { body: JSON.stringify(request.body) }),
    timeout,
  });
  const late = () => {
    call.abort();
    return timedOut();
  };
  const reply = await within(timeout, call.reply, late).catch((reason: unknown) => {
    throw failureOf(reason);
  });
  clock.observe(sent, deviceNow(), Number(reply.headers['x-server-time']));
  const body = parse(reply.body);
  // WeChat calls `success` for 404 and 500 as well, so the status is judged here.
  if (reply.status >= 400) throw errorOfReply(reply, body);
  if (body === undefined && reply.body !== '') {
    throw quizError(
      'server',
      'unreadable-reply',
      '服务器的应答无法识别，请检查网络（例如是否需要登录无线网络）后重试。',
    );
  }
  return body;
}

function queryString(query: QuizRequest['query'] = {}): string {
  const pairs = Object.keys(query)
    .filter((name) => query[name] !== undefined)
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(query[name]))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
