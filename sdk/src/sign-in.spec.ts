import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_PLATFORM } from '../testing/every-platform.js';
import { fetchDouble } from '../testing/fetch-double.js';
import {
  BASE_URL,
  LEARNER,
  problem,
  serviceThat,
  ServiceDouble,
  SIGN_IN,
} from '../testing/service-double.js';
import { wxDouble } from '../testing/wx-double.js';
import { createQuizClient, fetchPlatform, wxPlatform } from './index.js';

const appId = 'wx0123456789abcdef';
const HOUR = 3600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function outcome<T>(call: Promise<T>): Promise<unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

/** Answers only the newest token; anything older is expired. */
const strictService = () => {
  const service: ServiceDouble = serviceThat(({ headers }) =>
    headers['Authorization'] === `Bearer token-${service.tokensGiven}` && service.tokensGiven > 1
      ? { body: LEARNER, afterMs: 50 }
      : { ...(problem(401, 'token-expired') as object), afterMs: 50 },
  );
  return service;
};

describe.each(EVERY_PLATFORM)('signing in on %s', (_, platformOver) => {
  const clientOf = (service: ServiceDouble, options = {}) =>
    createQuizClient({ baseUrl: BASE_URL, appId, platform: platformOver(service), ...options });

  it('sends the app and the code, and gives the learner', async () => {
    const service = serviceThat(() => 'hang');
    expect(await outcome(clientOf(service).signIn())).toEqual(LEARNER);
    expect(service.calls).toMatchObject([{ path: '/v1/auth/wechat', body: { appId, code: 'code-1' } }]);
    expect(service.calls[0]?.headers).not.toHaveProperty('Authorization');
  });

  it('happens once for any number of calls at once', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const client = clientOf(service);
    const all = [client.signIn(), client.me(), client.signIn(), client.me(), client.me(), client.me()];
    expect(await outcome(Promise.all(all))).toEqual(all.map(() => LEARNER));
    expect(service.to('POST', '/v1/auth/wechat')).toHaveLength(1);
  });

  it('happens once more for twenty calls that meet an expired token, and each is replayed once', async () => {
    const service = strictService();
    const client = clientOf(service);
    await outcome(client.signIn());
    const all = Array.from({ length: 20 }, () => client.me());
    expect(await outcome(Promise.all(all))).toEqual(all.map(() => LEARNER));
    expect(service.to('POST', '/v1/auth/wechat')).toHaveLength(2);
    expect(service.to('GET', '/v1/me')).toHaveLength(40);
    expect(service.mostInFlight).toBe(8);
  });

  it('keeps the new token when a late 401 speaks of the old one', async () => {
    const service: ServiceDouble = serviceThat(({ path, headers }) => {
      const old = headers['Authorization'] === 'Bearer token-1';
      if (!old) return { body: LEARNER };
      const afterMs = path === '/v1/courses' ? 5000 : 10;
      return { ...(problem(401, 'token-expired') as object), afterMs };
    });
    const client = clientOf(service);
    expect(await outcome(Promise.all([client.me(), client.courses.list()]))).toEqual([LEARNER, LEARNER]);
    expect(service.tokensGiven).toBe(2);
  });

  it('gives up when the new token is refused as well', async () => {
    const service = serviceThat(() => problem(401, 'unauthenticated'));
    expect(await outcome(clientOf(service).me())).toMatchObject({ kind: 'auth', code: 'unauthenticated' });
    expect(service.to('GET', '/v1/me')).toHaveLength(2);
    expect(service.tokensGiven).toBe(2);
  });

  it('happens before a token runs out on the way', async () => {
    const service = serviceThat(() => ({ body: LEARNER }), HOUR);
    const client = clientOf(service);
    await outcome(client.me());
    await vi.advanceTimersByTimeAsync(HOUR - 60_000);
    await outcome(client.me());
    expect(service.tokensGiven).toBe(1);
    await vi.advanceTimersByTimeAsync(40_000);
    await outcome(client.me());
    expect(service.tokensGiven).toBe(2);
  });

  it.each([
    ['a used code', problem(401, 'wechat-code-invalid')],
    ['WeChat being down', problem(503, 'wechat-unavailable')],
    ['a lost reply', { fail: 'ERR_CONNECTION_RESET' }],
    ['a hang', 'hang' as const],
  ])('takes a fresh code after %s', async (_, answer) => {
    const service = new ServiceDouble((call, earlier) => (earlier === 0 ? answer : SIGN_IN));
    expect(await outcome(clientOf(service).signIn())).toEqual(LEARNER);
    expect(service.calls.map((call) => call.body)).toEqual([
      { appId, code: 'code-1' },
      { appId, code: 'code-2' },
    ]);
  });

  it.each([
    ['a blocked user', problem(403, 'wechat-user-blocked'), 'wechat-user-blocked'],
    ['a server without the secret', problem(500, 'wechat-misconfigured'), 'wechat-misconfigured'],
    ['an unknown mini-program', problem(400, 'validation-failed'), 'validation-failed'],
  ])('is not tried again for %s', async (_, answer, code) => {
    const service = new ServiceDouble(() => answer);
    expect(await outcome(clientOf(service).me())).toMatchObject({ code });
    expect(service.calls).toHaveLength(1);
  });

  it('starts afresh after a failed one', async () => {
    const service = new ServiceDouble((call, earlier) =>
      earlier === 0 ? problem(403, 'wechat-user-blocked') : SIGN_IN,
    );
    const client = clientOf(service);
    expect(await outcome(client.signIn())).toMatchObject({ kind: 'forbidden' });
    expect(await outcome(client.signIn())).toEqual(LEARNER);
  });

  it('is forgotten by signing out', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const client = clientOf(service);
    await outcome(client.signIn());
    client.signOut();
    await outcome(client.me());
    expect(service.tokensGiven).toBe(2);
  });

  it('does not come back after signing out while it was under way', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const platform = platformOver(service);
    const client = createQuizClient({ baseUrl: BASE_URL, appId, platform });
    const former = client.signIn();
    client.signOut();
    const next = client.signIn();
    await outcome(Promise.all([former, next]));
    await outcome(client.me());
    expect(service.to('POST', '/v1/auth/wechat')).toHaveLength(2);
    expect(service.calls.at(-1)?.headers).toMatchObject({ Authorization: 'Bearer token-2' });
    client.signOut();
    const last = client.signIn();
    client.signOut();
    await outcome(last);
    await outcome(createQuizClient({ baseUrl: BASE_URL, appId, platform }).me());
    expect(service.to('POST', '/v1/auth/wechat')).toHaveLength(4);
  });

  it('does not replay the call of a learner who has signed out as the next one', async () => {
    const service = serviceThat(({ headers }) =>
      headers['Authorization'] === 'Bearer token-1'
        ? { ...(problem(401, 'token-expired') as object), afterMs: 50 }
        : { body: LEARNER },
    );
    const client = clientOf(service);
    await outcome(client.signIn());
    const former = client.attempts.start('q1').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    client.signOut();
    await outcome(client.signIn());
    expect(await outcome(former)).toMatchObject({ kind: 'auth', code: 'token-expired' });
    expect(service.to('POST', '/v1/quizzes/q1/attempts')).toHaveLength(1);
  });
});

describe('signing in inside WeChat', () => {
  it('asks WeChat which mini-program this is', async () => {
    const service = serviceThat(() => 'hang');
    const platform = wxPlatform(wxDouble(service, { appId: 'wx-own' }));
    await outcome(createQuizClient({ baseUrl: BASE_URL, platform }).signIn());
    expect(service.calls).toMatchObject([{ body: { appId: 'wx-own' } }]);
  });

  it('is remembered over a restart, without asking anybody', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const wx = wxDouble(service);
    await outcome(createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) }).signIn());
    const restarted = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) });
    expect(await outcome(restarted.signIn())).toEqual(LEARNER);
    expect(await outcome(restarted.me())).toEqual(LEARNER);
    expect([wx.logins, service.tokensGiven]).toEqual([1, 1]);
  });

  it('stays forgotten over a restart after signing out', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const wx = wxDouble(service);
    const client = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) });
    await outcome(client.signIn());
    client.signOut();
    expect(wx.stored.size).toBe(0);
    await outcome(createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) }).signIn());
    expect(wx.logins).toBe(2);
  });

  it('does not take over the session of another server', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const wx = wxDouble(service);
    await outcome(createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) }).signIn());
    await outcome(createQuizClient({ baseUrl: `${BASE_URL}/test`, platform: wxPlatform(wx) }).signIn());
    expect(wx.logins).toBe(2);
  });

  it.each(['{"accessToken":', '[]', '{"accessToken":1,"learner":{}}'])(
    'signs in anew when the stored session is %s',
    async (spoilt) => {
      const service = serviceThat(() => ({ body: LEARNER }));
      const wx = wxDouble(service);
      await outcome(createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) }).signIn());
      for (const key of wx.stored.keys()) wx.stored.set(key, spoilt);
      const restarted = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) });
      expect(await outcome(restarted.me())).toEqual(LEARNER);
      expect(wx.logins).toBe(2);
    },
  );

  it('works with a full storage, from memory', async () => {
    const service = serviceThat(() => ({ body: LEARNER }));
    const wx = wxDouble(service, { storageFull: true });
    const client = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx) });
    await outcome(client.me());
    expect(await outcome(client.me())).toEqual(LEARNER);
    expect([wx.logins, wx.stored.size]).toEqual([1, 0]);
  });

  it.each(['fail', 'hang'] as const)('says so when wx.login does %s', async (login) => {
    const service = serviceThat(() => 'hang');
    const wx = wxDouble(service, { login });
    const client = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wx), maxRetries: 1 });
    expect(await outcome(client.me())).toMatchObject({ kind: 'network', code: 'sign-in-code-failed' });
    expect(wx.logins).toBe(2);
    expect(service.calls).toEqual([]);
  });
});

describe('signing in where there is no WeChat', () => {
  it('needs somebody to give the code', async () => {
    const platform = fetchPlatform({ fetch: fetchDouble(serviceThat(() => 'hang')) });
    const client = createQuizClient({ baseUrl: BASE_URL, appId, platform });
    expect(await outcome(client.signIn())).toMatchObject({ kind: 'client', code: 'no-sign-in-code' });
  });

  it('needs to know the app', async () => {
    const signInCode = () => Promise.resolve('code');
    const platform = fetchPlatform({ fetch: fetchDouble(serviceThat(() => 'hang')), signInCode });
    const client = createQuizClient({ baseUrl: BASE_URL, platform });
    expect(await outcome(client.signIn())).toMatchObject({ kind: 'client', code: 'no-app-id' });
  });
});
