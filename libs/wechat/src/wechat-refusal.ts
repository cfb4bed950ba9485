/** Why WeChat did not give what was asked for. Holds nothing secret: no code, secret, session_key or openid. */
export interface WechatRefusal {
  readonly kind: WechatRefusalKind;
  /** WeChat's own number; absent when no readable reply came. */
  readonly errcode?: number;
  /** What to quote to WeChat's support (`rid`), when the reply had one. */
  readonly rid?: string;
  /** Why there was no readable reply. */
  readonly cause?: 'timeout' | 'network' | 'reply';
  readonly retryAfterSeconds?: number;
}

/**
 * code-invalid: sign in again with a fresh code · user-blocked: no retry helps · busy: wait `retryAfterSeconds` ·
 * unavailable: WeChat failed or its answer is unknown, ask the phone for a fresh code · misconfigured: ours to mend.
 */
export type WechatRefusalKind = 'code-invalid' | 'user-blocked' | 'busy' | 'unavailable' | 'misconfigured';

/** WeChat's documented error numbers by what they mean for us; -1 and unknown numbers are `unavailable`. */
const KINDS: Readonly<Record<number, WechatRefusalKind>> = {
  40029: 'code-invalid',
  40163: 'code-invalid',
  40226: 'user-blocked',
  45009: 'busy',
  45011: 'busy',
  40013: 'misconfigured',
  40125: 'misconfigured',
  40164: 'misconfigured',
  41002: 'misconfigured',
  41004: 'misconfigured',
  41008: 'misconfigured',
};

/** Quotas are counted by the minute. */
const BUSY_SECONDS = 60;

export function refusalFrom(errcode: number, errmsg: unknown): WechatRefusal {
  const kind = KINDS[errcode] ?? 'unavailable';
  const rid = typeof errmsg === 'string' ? /rid: ([\w-]{1,64})/.exec(errmsg)?.[1] : undefined;
  return {
    kind,
    errcode,
    ...(rid && { rid }),
    ...(kind === 'busy' && { retryAfterSeconds: BUSY_SECONDS }),
  };
}
