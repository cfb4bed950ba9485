export {
  createWechatClient,
  isWechatRefusal,
  type WechatClient,
  type WechatIdentity,
  type WechatLogin,
} from './wechat-client.js';
export type { WechatAddress } from './ask-wechat.js';
export type { WechatRefusal, WechatRefusalKind } from './wechat-refusal.js';
export { startWechatFake, type WechatFake, type WechatFakeOptions } from './fake/start-wechat-fake.js';
export type { FakeApp } from './fake/fake-state.js';
