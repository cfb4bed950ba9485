import type { PlatformReply } from './platform.js';

/**
 * 错误的大类，决定界面怎么办。What kind of failure it is, which decides what a page does.
 * network 没有连上 · timeout 超时 · aborted 已取消 · auth 未登录或登录失败 · forbidden 无权限 · validation 参数有误 ·
 * not-found 不存在 · conflict 时机不对（如已交卷）· rate-limit 过于频繁 · server 服务端故障 · client 用法或配置有误
 */
export type QuizErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'auth'
  | 'forbidden'
  | 'validation'
  | 'not-found'
  | 'conflict'
  | 'rate-limit'
  | 'server'
  | 'client';

/** 哪个字段错在哪里。One flaw of a request. */
export interface QuizErrorDetail {
  /** 指向请求体的 JSON Pointer。JSON pointer into the request body. */
  readonly pointer: string;
  readonly code: string;
  /** 中文说明。Chinese sentence. */
  readonly detail: string;
}

export interface QuizErrorInit {
  readonly kind: QuizErrorKind;
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly QuizErrorDetail[] | undefined;
  readonly retryAfter?: number | undefined;
}

/**
 * SDK 抛出的唯一错误类型。The one error this SDK throws.
 * `message` 是可以直接给学员看的中文；`code` 供程序判断，可能出现本版本还不认识的值。
 */
export class QuizError extends Error {
  readonly kind: QuizErrorKind;
  /** 稳定的代码，如 attempt-closed。Stable code; a newer server may send ones this version does not know. */
  readonly code: string;
  /** HTTP 状态码；没有应答时为 0。HTTP status, 0 when nothing came back. */
  readonly status: number;
  /** 报障时请附上。Quote it to support. */
  readonly requestId: string | undefined;
  /** 逐项的参数错误。Flaws of the request, one by one. */
  readonly errors: readonly QuizErrorDetail[];
  /** 服务端要求等待的秒数。Seconds the server asks to wait. */
  readonly retryAfter: number | undefined;
  /** 与 wx 接口同形：quiz-sdk:fail CODE。As wx writes it. */
  readonly errMsg: string;

  constructor(init: QuizErrorInit) {
    super(init.message);
    // The WeChat IDE can compile classes down to ES5, where extending Error loses the prototype.
    Object.setPrototypeOf(this, QuizError.prototype);
    this.name = 'QuizError';
    this.kind = init.kind;
    this.code = init.code;
    this.status = init.status || 0;
    this.requestId = init.requestId;
    this.errors = init.errors || [];
    this.retryAfter = init.retryAfter;
    this.errMsg = `quiz-sdk:fail ${init.code}`;
  }
}

/** 判断捕获到的是不是 QuizError，同时装了两份 SDK 时也有效。Also true across two copies of the SDK. */
export function isQuizError(error: unknown): error is QuizError {
  return error instanceof QuizError || (isRecord(error) && error['name'] === 'QuizError' && 'kind' in error);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** An error of the SDK's own making. */
export function quizError(kind: QuizErrorKind, code: string, message: string): QuizError {
  return new QuizError({ kind, code, message });
}

export const timedOut = () => quizError('timeout', 'timed-out', '网络超时，请稍后重试。');

/** What a platform rejected with, in our words. */
export function failureOf(reason: unknown): QuizError {
  if (isQuizError(reason)) return reason;
  const { errMsg, message } = isRecord(reason) ? reason : {};
  const said = String(errMsg || message || '');
  if (/time ?out/i.test(said)) return timedOut();
  if (/abort/i.test(said)) return quizError('aborted', 'aborted', '请求已取消。');
  if (/domain list/i.test(said)) {
    return quizError(
      'client',
      'domain-not-listed',
      '服务器地址不在小程序的 request 合法域名中，请在微信公众平台添加。',
    );
  }
  return quizError('network', 'network-failed', '网络连接失败，请检查网络后重试。');
}

const KINDS: Readonly<Record<number, QuizErrorKind>> = {
  401: 'auth',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'rate-limit',
};

/** What a reply of 400 and above says: application/problem+json, or a page from something in between. */
export function errorOfReply(reply: PlatformReply, body: unknown): QuizError {
  const problem = isRecord(body) ? body : {};
  const { status, headers } = reply;
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  const seconds = Number(headers['retry-after']);
  return new QuizError({
    kind: KINDS[status] || (status >= 500 ? 'server' : 'validation'),
    code: text(problem['code']) || `http-${status}`,
    message: text(problem['detail']) || text(problem['title']) || `服务暂时不可用（${status}），请稍后重试。`,
    status,
    requestId: text(problem['requestId']) || headers['x-request-id'],
    errors: Array.isArray(problem['errors']) ? (problem['errors'] as QuizErrorDetail[]) : undefined,
    retryAfter: headers['retry-after'] && seconds >= 0 ? seconds : undefined,
  });
}
