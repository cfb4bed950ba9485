import type { Platform, PlatformReply } from './platform.js';
import { quizError } from './quiz-error.js';

/** 本 SDK 用到的那一小部分 wx。The small part of `wx` this SDK uses; `WechatMiniprogram.Wx` fits it. */
export interface WxLike {
  request(options: {
    url: string;
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    header: Record<string, string>;
    data?: string;
    timeout: number;
    dataType: string;
    responseType: 'text';
    success: (result: { statusCode: number; data: unknown; header: object }) => void;
    fail: (error: { errMsg: string }) => void;
  }): { abort(): void };
  login(options: {
    timeout?: number;
    success: (result: { code: string }) => void;
    fail: (error: { errMsg: string }) => void;
  }): void;
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, data: unknown): void;
  removeStorageSync(key: string): void;
  getAccountInfoSync?(): { miniProgram: { appId: string } };
}

declare const wx: WxLike;

/** 微信小程序。The WeChat mini-program: wx.request, wx.login and storage, and no API that needs a privacy consent. */
export function wxPlatform(api?: WxLike): Platform {
  if (!api && typeof wx === 'undefined') {
    throw quizError('client', 'no-wx', '当前环境没有 wx，请在微信小程序中使用，或传入其他 platform。');
  }
  const host = api || wx;
  return {
    request({ method, url, headers, body, timeout }) {
      let abort = () => {};
      const reply = new Promise<PlatformReply>((resolve, reject) => {
        const task = host.request({
          url,
          method,
          header: { ...headers },
          ...(body !== undefined && { data: body }),
          timeout,
          // Anything but "json" leaves the text alone.
          dataType: 'text',
          responseType: 'text',
          success: ({ statusCode, data, header }) => {
            resolve({ status: statusCode, headers: lowerCased(header), body: textOf(data) });
          },
          fail: reject,
        });
        abort = () => {
          task.abort();
        };
      });
      return {
        reply,
        abort: () => {
          abort();
        },
      };
    },
    signInCode: () =>
      new Promise((resolve, reject) => {
        host.login({
          success: ({ code }) => {
            resolve(code);
          },
          fail: reject,
        });
      }),
    appId: () => host.getAccountInfoSync && host.getAccountInfoSync().miniProgram.appId,
    storage: {
      // An absent key reads as an empty string.
      getItem: (key) => String(host.getStorageSync(key) || '') || null,
      setItem: (key, value) => {
        host.setStorageSync(key, value);
      },
      removeItem: (key) => {
        host.removeStorageSync(key);
      },
    },
  };
}

function textOf(data: unknown): string {
  return typeof data === 'string' ? data : data === undefined ? '' : JSON.stringify(data);
}

/** Android and iOS differ in the case of header names, and a name may carry a list. */
function lowerCased(header: object): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value);
  return headers;
}
