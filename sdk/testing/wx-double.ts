import type { WxLike } from '../src/index.js';
import type { Answer, ServiceDouble } from './service-double.js';

const MOST_REQUESTS = 10;
const LARGEST_VALUE = 1024 * 1024;
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

export interface WxDouble extends WxLike {
  readonly stored: Map<string, unknown>;
  logins: number;
}

export interface WxSettings {
  readonly appId?: string;
  /** What wx.login does instead of giving a code. */
  readonly login?: 'fail' | 'hang';
  readonly storageFull?: boolean;
}

/**
 * `wx` as the documents describe it: callbacks come later, `success` for every status, no PATCH, at most ten requests,
 * failures as errMsg, header names in whatever case, a value of storage at most 1 MB, an absent key read as ''.
 */
export function wxDouble(service: ServiceDouble, settings: WxSettings = {}): WxDouble {
  const stored = new Map<string, unknown>();
  let tasks = 0;
  const double: WxDouble = {
    stored,
    logins: 0,
    request(options) {
      if (!METHODS.includes(options.method)) throw new Error(`wx.request has no ${options.method}`);
      if ('signal' in options || 'body' in options) throw new Error('wx.request knows url, data and header');
      if (tasks >= MOST_REQUESTS) throw new Error('request: exceed max task count');
      tasks += 1;
      const done = service.opened();
      let open = true;
      const finish = (report: () => void) => {
        if (!open) return;
        open = false;
        tasks -= 1;
        done();
        clearTimeout(deadline);
        report();
      };
      const fail = (why: string) => {
        finish(() => {
          options.fail({ errMsg: `request:fail ${why}` });
        });
      };
      const deadline = setTimeout(fail, options.timeout, 'timeout');
      const header = { ...options.header };
      const answer = service.receive(options.method, options.url, header, options.data);
      const reply = () => {
        deliver(answer, options.dataType, fail, (result) => {
          finish(() => {
            options.success(result);
          });
        });
      };
      setTimeout(reply, typeof answer === 'object' && 'afterMs' in answer ? answer.afterMs : 0);
      return {
        abort: () => {
          fail('abort');
        },
      };
    },
    login({ success, fail }) {
      double.logins += 1;
      if (settings.login === 'hang') return;
      const code = `code-${double.logins}`;
      setTimeout(() => {
        if (settings.login === 'fail') fail({ errMsg: 'login:fail network error' });
        else success({ code });
      });
    },
    getStorageSync: (key) => stored.get(key) ?? '',
    setStorageSync(key, data) {
      const size = JSON.stringify(data).length;
      if (settings.storageFull || size > LARGEST_VALUE) throw new Error('setStorageSync:fail exceed limit');
      stored.set(key, data);
    },
    removeStorageSync(key) {
      stored.delete(key);
    },
    getAccountInfoSync: () => ({ miniProgram: { appId: settings.appId ?? 'wx0123456789abcdef' } }),
  };
  return double;
}

function deliver(
  answer: Answer,
  dataType: string,
  fail: (why: string) => void,
  succeed: (result: { statusCode: number; data: unknown; header: object }) => void,
): void {
  if (answer === 'hang') return;
  if ('fail' in answer) {
    fail(answer.fail);
    return;
  }
  const { status = 200, body, text = body === undefined ? '' : JSON.stringify(body), headers = {} } = answer;
  const data: unknown = dataType === 'json' ? parsedOrText(text) : text;
  succeed({ statusCode: status, data, header: headers });
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
