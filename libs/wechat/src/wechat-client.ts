import { wechatAt, type AskWechat, type WechatAddress } from './ask-wechat.js';
import type { WechatRefusal } from './wechat-refusal.js';

/** Who signed in. `session_key` is left behind on purpose: nothing here decrypts with it. */
export interface WechatIdentity {
  readonly openid: string;
  /** Only when the mini-program belongs to an open-platform account. */
  readonly unionid?: string;
}

export interface WechatLogin {
  readonly appId: string;
  readonly secret: string;
  /** What wx.login gave: valid five minutes, once. */
  readonly code: string;
}

export interface WechatClient {
  /** Exchanges a login code for an identity (code2Session). Refusals are values; it does not throw. */
  codeToSession(login: WechatLogin): Promise<WechatIdentity | WechatRefusal>;
}

export function createWechatClient(address: WechatAddress = {}): WechatClient {
  const ask = wechatAt(address);
  return { codeToSession: (login) => codeToSession(ask, login) };
}

export function isWechatRefusal(answer: WechatIdentity | WechatRefusal): answer is WechatRefusal {
  return 'kind' in answer;
}

async function codeToSession(ask: AskWechat, login: WechatLogin): Promise<WechatIdentity | WechatRefusal> {
  const answer = await ask({
    path: '/sns/jscode2session',
    query: {
      appid: login.appId,
      secret: login.secret,
      js_code: login.code,
      grant_type: 'authorization_code',
    },
  });
  if (!answer.ok) return answer.refusal;
  const { openid, unionid } = answer.reply;
  if (typeof openid !== 'string' || openid === '') return { kind: 'unavailable', cause: 'reply' };
  return typeof unionid === 'string' && unionid !== '' ? { openid, unionid } : { openid };
}
