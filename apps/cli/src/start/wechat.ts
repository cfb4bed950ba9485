import { startWechatFake } from '#wechat';
import { DEMO_WECHAT_APP } from '../seed/demo-content.js';
import type { Surroundings } from '../surroundings.js';
import type { Running } from './running.js';

export interface ProvidedWechat {
  /** Of the local stand-in; null when the real one is used. */
  readonly fakeUrl: string | null;
  readonly appId: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the local stand-in for WeChat, except in production and when the address of another is given. */
export async function provideWechat(
  { env, production }: Surroundings,
  running: Running[],
): Promise<ProvidedWechat> {
  const appId = env.WECHAT_APP_ID;
  if (production || env.WECHAT_API_BASE_URL) return { fakeUrl: null, appId, env: {} };
  const app = {
    appId: appId ?? DEMO_WECHAT_APP.appId,
    secret: env.WECHAT_APP_SECRET ?? DEMO_WECHAT_APP.secret,
  };
  const fake = await startWechatFake({ apps: [app] });
  running.push({ name: '微信替身', stop: () => fake.close(), hurry: () => {} });
  return {
    fakeUrl: fake.url,
    appId: app.appId,
    env: { WECHAT_API_BASE_URL: fake.url, WECHAT_APP_ID: app.appId, WECHAT_APP_SECRET: app.secret },
  };
}
