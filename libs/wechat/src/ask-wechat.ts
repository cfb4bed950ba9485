import { refusalFrom, type WechatRefusal } from './wechat-refusal.js';

export interface WechatRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export type AskWechat = (
  request: WechatRequest,
) => Promise<{ readonly ok: true; readonly reply: Readonly<Record<string, unknown>> } | WechatAnswerRefused>;

interface WechatAnswerRefused {
  readonly ok: false;
  readonly refusal: WechatRefusal;
}

export interface WechatAddress {
  /** Without it WeChat itself; tests and development point it at the fake. */
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** For the whole call, its body included. */
  readonly timeoutMs?: number;
}

/**
 * Asks one question of WeChat's server API, once. It never asks again by itself: after a timeout nobody knows whether
 * WeChat acted. Replies are read as text, for they come as text/plain; success is errcode 0 or none at all.
 */
export function wechatAt({
  baseUrl = 'https://api.weixin.qq.com',
  fetch = globalThis.fetch,
  timeoutMs = 5000,
}: WechatAddress): AskWechat {
  const base = baseUrl.replace(/\/+$/, '');
  return async ({ path, query }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    let text: string;
    try {
      // A redirect would carry the secret to another host.
      const response = await fetch(`${base}${path}?${new URLSearchParams(query)}`, {
        signal,
        redirect: 'error',
      });
      text = await response.text();
    } catch {
      // The error is dropped on purpose: its message may hold the address, and the address holds the secret.
      return unreadable(signal.aborted ? 'timeout' : 'network');
    }
    const reply = parseObject(text);
    if (!reply) return unreadable('reply');
    const errcode = reply['errcode'] ?? 0;
    if (errcode === 0) return { ok: true, reply };
    if (typeof errcode !== 'number') return unreadable('reply');
    return { ok: false, refusal: refusalFrom(errcode, reply['errmsg']) };
  };
}

function unreadable(cause: WechatRefusal['cause']): WechatAnswerRefused {
  return { ok: false, refusal: { kind: 'unavailable', ...(cause && { cause }) } };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
