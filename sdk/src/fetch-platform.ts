import type { Platform, PlatformReply, PlatformStorage } from './platform.js';
import { quizError } from './quiz-error.js';

/** 本 SDK 用到的那一部分 fetch。The part of `fetch` this SDK uses. */
export type FetchLike = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: never },
) => Promise<{
  readonly status: number;
  readonly headers: { forEach(visit: (value: string, name: string) => void): void };
  text(): Promise<string>;
}>;

export interface FetchPlatformOptions {
  /** 默认用全局 fetch。Defaults to the global one. */
  readonly fetch?: FetchLike;
  /** 换取登录 code 的方法；不提供则不能登录。Where sign-in codes come from; without it nobody can sign in. */
  readonly signInCode?: () => Promise<string>;
  /** 默认只存在内存里；浏览器中可传 localStorage。Memory by default; pass localStorage in a browser. */
  readonly storage?: PlatformStorage;
}

declare const fetch: FetchLike;
declare const AbortController: new () => { readonly signal: unknown; abort(): void };

/** 浏览器（H5）与 Node。Browsers and Node, by fetch. */
export function fetchPlatform(options: FetchPlatformOptions = {}): Platform {
  const { signInCode, storage = memoryStorage() } = options;
  if (!options.fetch && typeof fetch === 'undefined') {
    throw quizError('client', 'no-fetch', '当前环境没有 fetch，请传入 fetch。');
  }
  // Looked up at each call: a browser's fetch must not be detached, and a page may replace it.
  const doFetch: FetchLike = options.fetch || ((url, init) => fetch(url, init));
  return {
    request({ method, url, headers, body }) {
      const controller = typeof AbortController === 'undefined' ? undefined : new AbortController();
      const ask = async (): Promise<PlatformReply> => {
        const response = await doFetch(url, {
          method,
          headers: { ...headers },
          ...(body !== undefined && { body }),
          ...(controller && { signal: controller.signal as never }),
        });
        const received: Record<string, string> = {};
        response.headers.forEach((value, name) => {
          received[name.toLowerCase()] = value;
        });
        return { status: response.status, headers: received, body: await response.text() };
      };
      return {
        reply: ask(),
        abort: () => {
          if (controller) controller.abort();
        },
      };
    },
    signInCode:
      signInCode ||
      (() => Promise.reject(quizError('client', 'no-sign-in-code', '没有提供 signInCode，无法登录。'))),
    storage,
  };
}

function memoryStorage(): PlatformStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) || null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
}
