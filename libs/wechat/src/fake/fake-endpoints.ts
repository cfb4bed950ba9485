import { randomBytes } from 'node:crypto';
import { openidOf, unionidOf, type FakeState } from './fake-state.js';

export interface FakeRequest {
  readonly method: string;
  readonly query: URLSearchParams;
}

/** What an endpoint answers: the success fields (without errcode, as WeChat sends it), or an errcode. */
export type FakeReply = Readonly<Record<string, unknown>> | { readonly errcode: number };

export type FakeEndpoint = (state: FakeState, request: FakeRequest) => FakeReply;

/** WeChat's words for its numbers, as the documents print them. */
export const ERRMSG: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  43001: 'require GET method',
  45011: 'api minute-quota reach limit, mustslower, retry next minute',
};

/** The server API by path; a further one is a line here and a function below. */
export const ENDPOINTS: ReadonlyMap<string, FakeEndpoint> = new Map([['/sns/jscode2session', codeToSession]]);

function codeToSession(state: FakeState, { method, query }: FakeRequest): FakeReply {
  if (method !== 'GET') return { errcode: 43001 };
  const [appId, secret, jsCode] = [query.get('appid'), query.get('secret'), query.get('js_code')];
  if (!appId) return { errcode: 41002 };
  if (!secret) return { errcode: 41004 };
  if (!jsCode) return { errcode: 41008 };
  const app = state.app(appId);
  if (!app) return { errcode: 40013 };
  if (app.secret !== secret) return { errcode: 40125 };
  const code = state.codes.get(jsCode);
  if (!code || code.appId !== appId) return { errcode: 40029 };
  if (code.used) return { errcode: 40163 };
  if (code.expiresAt <= state.now()) return { errcode: 40029 };
  code.used = true;
  const unionid = unionidOf(app, code.user);
  return {
    session_key: randomBytes(16).toString('base64'),
    openid: openidOf(app, code.user),
    ...(unionid && { unionid }),
  };
}
