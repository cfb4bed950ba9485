/**
 * settings-invalid, address-refused: ours to mend before anything is asked · unreachable, timed-out, rate-limited,
 * overloaded: the endpoint's, already asked again · unauthorized, not-found, refused, redirected: no retry helps ·
 * reply-*: it answered, but not with what was asked for · budget-spent: the operator's limit was reached ·
 * cancelled: whoever asked no longer wants it.
 */
export type ModelFailureCode = keyof typeof DETAILS;

/** Why the model gave nothing. Holds no key, no address and no text of the article or the reply. */
export interface ModelFailure {
  readonly code: ModelFailureCode;
  /** Chinese sentence for people. */
  readonly detail: string;
  /** HTTP status, when there was one. */
  readonly status?: number;
  /** How long the endpoint asked us to stay away, when that was longer than we wait. */
  readonly retryAfterSeconds?: number;
}

const DETAILS = {
  'settings-invalid': '大模型的设置不完整或不合法。',
  'address-refused': '大模型的地址不被允许：除本机外必须使用 https，且不能带账号密码。',
  unreachable: '连不上大模型服务。',
  'timed-out': '大模型服务超时未答复。',
  unauthorized: '大模型服务拒绝了密钥。',
  'not-found': '大模型服务没有这个地址或这个模型。',
  'rate-limited': '大模型服务请求过于频繁，或额度已用完。',
  overloaded: '大模型服务暂时出错。',
  refused: '大模型服务不接受这个请求。',
  redirected: '大模型服务要求转到别的地址，已拒绝。',
  'reply-too-large': '大模型的答复过大，已丢弃。',
  'reply-malformed': '大模型服务的答复不是约定的格式。',
  'reply-empty': '大模型的答复是空的。',
  'reply-truncated': '大模型的答复没有写完，请调大 maxTokens。',
  'reply-filtered': '大模型服务以内容审查为由没有答复。',
  'reply-not-json': '大模型的答复不是 JSON。',
  'reply-wrong-shape': '大模型的答复是 JSON，但不是要求的结构。',
  'budget-spent': '已达到本次允许的调用次数或词元上限。',
  cancelled: '已取消。',
} as const;

export function failure(
  code: ModelFailureCode,
  more: Omit<ModelFailure, 'code' | 'detail'> = {},
): ModelFailure {
  return { code, detail: DETAILS[code], ...more };
}

/** A value or the reason why there is none. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ModelFailure };

export function failed(
  code: ModelFailureCode,
  more: Omit<ModelFailure, 'code' | 'detail'> = {},
): Outcome<never> {
  return { ok: false, failure: failure(code, more) };
}
