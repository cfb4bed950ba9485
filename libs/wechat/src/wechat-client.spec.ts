import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createWechatClient,
  isWechatRefusal,
  startWechatFake,
  type WechatClient,
  type WechatFake,
  type WechatIdentity,
} from './index.js';

const college = { appId: 'wx0123456789abcdef', secret: 'college-secret-college-secret' };
const partner = {
  appId: 'wxfedcba9876543210',
  secret: 'partner-secret-partner-secret',
  openPlatform: 'op-1',
};
const sister = { appId: 'wx1111111111111111', secret: 'sister-secret-sister-secret', openPlatform: 'op-1' };
const FIVE_MINUTES = 5 * 60_000;

let fake: WechatFake;
let client: WechatClient;
let hasty: WechatClient;

beforeAll(async () => {
  fake = await startWechatFake({ apps: [college, partner, sister] });
  client = createWechatClient({ baseUrl: `${fake.url}/` });
  hasty = createWechatClient({ baseUrl: fake.url, timeoutMs: 100 });
});
afterAll(() => fake.close());
beforeEach(() => steer('reset', {}));

async function steer(what: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`${fake.url}/__fake/${what}`, { method: 'POST', body: JSON.stringify(body) });
  expect([what, response.status]).toEqual([what, 200]);
  return (await response.json()) as Record<string, unknown>;
}

async function freshCode(user = 'zhang-san', appId?: string): Promise<string> {
  return String((await steer('login', { user, appId }))['code']);
}

async function signIn(user: string, app = college): Promise<WechatIdentity> {
  const answer = await client.codeToSession({ ...app, code: await freshCode(user, app.appId) });
  if (isWechatRefusal(answer)) throw new Error(`refused: ${answer.kind}`);
  return answer;
}

async function calls(): Promise<{ errcode: number; fault: string | null }[]> {
  const response = await fetch(`${fake.url}/__fake/log`);
  return ((await response.json()) as { items: { errcode: number; fault: string | null }[] }).items;
}

describe('exchanging a login code', () => {
  it('gives the same user of the same mini-program the same openid every time', async () => {
    const first = await signIn('zhang-san');
    expect(first).toEqual({ openid: expect.stringMatching(/^o[\w-]{27}$/) });
    expect(await signIn('zhang-san')).toEqual(first);
    expect(await signIn('li-si')).not.toEqual(first);
    expect((await signIn('zhang-san', partner)).openid).not.toBe(first.openid);
  });

  it('gives the apps of one open-platform account one unionid for one person', async () => {
    const here = await signIn('zhang-san', partner);
    const there = await signIn('zhang-san', sister);
    expect(here.unionid).toMatch(/^o6/);
    expect(there.unionid).toBe(here.unionid);
    expect(there.openid).not.toBe(here.openid);
  });

  it('never lets the session_key out', async () => {
    expect(Object.keys(await signIn('zhang-san', partner)).sort()).toEqual(['openid', 'unionid']);
  });

  it.each([
    ['a made-up code', { code: 'no-such-code' }, 'code-invalid', 40029],
    ['a code of another mini-program', { ...partner }, 'code-invalid', 40029],
    ['an unknown mini-program', { appId: 'wx-unknown' }, 'misconfigured', 40013],
    ['a wrong secret', { secret: 'not-the-secret' }, 'misconfigured', 40125],
    ['no app id', { appId: '' }, 'misconfigured', 41002],
    ['no secret', { secret: '' }, 'misconfigured', 41004],
    ['no code', { code: '' }, 'misconfigured', 41008],
  ] as const)('refuses %s', async (_, change, kind, errcode) => {
    const login = { ...college, code: await freshCode(), ...change };
    const answer = await client.codeToSession({ appId: login.appId, secret: login.secret, code: login.code });
    expect(answer).toEqual({ kind, errcode, rid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) });
  });

  it('refuses a code that was used', async () => {
    const login = { ...college, code: await freshCode() };
    await client.codeToSession(login);
    expect(await client.codeToSession(login)).toMatchObject({ kind: 'code-invalid', errcode: 40163 });
  });

  it('accepts a code until five minutes have passed, and not after', async () => {
    const [early, late] = [await freshCode(), await freshCode()];
    await steer('clock', { advance: FIVE_MINUTES - 10_000 });
    expect(await client.codeToSession({ ...college, code: early })).toHaveProperty('openid');
    await steer('clock', { advance: 10_000 });
    expect(await client.codeToSession({ ...college, code: late })).toMatchObject({ errcode: 40029 });
  });
});

describe('when WeChat answers with a number', () => {
  it.each([
    [-1, { kind: 'unavailable' }],
    [40029, { kind: 'code-invalid' }],
    [40163, { kind: 'code-invalid' }],
    [40226, { kind: 'user-blocked' }],
    [45009, { kind: 'busy', retryAfterSeconds: 60 }],
    [45011, { kind: 'busy', retryAfterSeconds: 60 }],
    [40013, { kind: 'misconfigured' }],
    [40125, { kind: 'misconfigured' }],
    [40164, { kind: 'misconfigured' }],
    [41002, { kind: 'misconfigured' }],
    [41004, { kind: 'misconfigured' }],
    [41008, { kind: 'misconfigured' }],
    [99999, { kind: 'unavailable' }],
  ])('%i', async (errcode, expected) => {
    await steer('fault', { path: '/sns/jscode2session', kind: 'errcode', errcode });
    const answer = await client.codeToSession({ ...college, code: await freshCode() });
    expect(answer).toEqual({ ...expected, errcode, rid: expect.any(String) });
    expect(await calls()).toHaveLength(1);
  });

  it('takes errcode 0 for success, as it takes none', async () => {
    await steer('fault', { path: '*', kind: 'errcode-zero' });
    expect(await client.codeToSession({ ...college, code: await freshCode() })).toHaveProperty('openid');
  });
});

describe('when the reply does not come whole', () => {
  it.each([
    ['hang', 'timeout'],
    ['reset', 'network'],
    ['truncated', 'reply'],
    ['html-502', 'reply'],
  ])('asks once and says unavailable after %s, for the code may be used up', async (kind, cause) => {
    const login = { ...college, code: await freshCode() };
    await steer('fault', { path: '/sns/jscode2session', kind });
    const asking = kind === 'hang' ? hasty : client;
    expect(await asking.codeToSession(login)).toEqual({ kind: 'unavailable', cause });
    expect(await calls()).toEqual([expect.objectContaining({ errcode: 0, fault: kind })]);
    expect(await client.codeToSession(login)).toMatchObject({ kind: 'code-invalid', errcode: 40163 });
  });

  it('gives up on a late reply and waits for a slow one', async () => {
    await steer('fault', { path: '*', kind: 'latency', ms: 20 });
    expect(await client.codeToSession({ ...college, code: await freshCode() })).toHaveProperty('openid');
    await steer('fault', { path: '*', kind: 'latency', ms: 2000 });
    expect(await hasty.codeToSession({ ...college, code: await freshCode() })).toEqual({
      kind: 'unavailable',
      cause: 'timeout',
    });
  });

  it('says unavailable when nobody listens', async () => {
    const closed = await startWechatFake({ apps: [college] });
    await closed.close();
    const answer = await createWechatClient({ baseUrl: closed.url }).codeToSession({ ...college, code: 'c' });
    expect(answer).toEqual({ kind: 'unavailable', cause: 'network' });
  });

  it('keeps the secret and the code out of every refusal', async () => {
    const code = await freshCode();
    for (const kind of ['hang', 'reset', 'truncated', 'html-502']) {
      await steer('fault', { path: '*', kind });
      const said = JSON.stringify(await hasty.codeToSession({ ...college, code }));
      expect(said).not.toContain(college.secret);
      expect(said).not.toContain(code);
    }
    expect(JSON.stringify(await calls())).not.toMatch(new RegExp(`${college.secret}|${code}`));
  });

  describe('from a server that is not WeChat', () => {
    let stranger: Server;
    let reply: { status: number; headers: Record<string, string>; body: string };
    let asked: number;

    beforeAll(async () => {
      stranger = createServer((_, response) => {
        asked += 1;
        response.writeHead(reply.status, reply.headers).end(reply.body);
      });
      await new Promise<void>((resolve) => {
        stranger.listen(0, '127.0.0.1', resolve);
      });
    });
    afterAll(() => stranger.close());

    it.each([
      ['an empty object', 200, {}, '{}', 'reply'],
      ['a list', 200, {}, '[]', 'reply'],
      ['an empty openid', 200, {}, '{"openid":""}', 'reply'],
      ['an errcode in words', 200, {}, '{"errcode":"40029"}', 'reply'],
      ['a redirect, which would carry the secret away', 302, { Location: '/elsewhere' }, '', 'network'],
    ])('%s', async (_, status, headers, body, cause) => {
      asked = 0;
      reply = { status, headers: headers as Record<string, string>, body };
      const address = stranger.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const answer = await createWechatClient({ baseUrl: `http://127.0.0.1:${port}` }).codeToSession({
        ...college,
        code: 'c',
      });
      expect(answer).toEqual({ kind: 'unavailable', cause });
      expect(asked).toBe(1);
    });
  });
});

describe('steering the fake', () => {
  it.each([
    ['login', {}, /user/],
    ['login', { user: 'zhang-san', appId: 'wx-unknown' }, /wx-unknown/],
    ['fault', { path: '*', kind: 'flood' }, /kind/],
    ['fault', { kind: 'hang' }, /path/],
    ['fault', { path: '*', kind: 'errcode' }, /errcode/],
    ['fault', { path: '*', kind: 'latency' }, /ms/],
    ['fault', { path: '*', kind: 'hang', times: 0 }, /times/],
    ['clock', { advance: 'soon' }, /advance/],
  ])('says what is wrong with %s %j', async (what, body, detail) => {
    const response = await fetch(`${fake.url}/__fake/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ detail: expect.stringMatching(detail) });
  });

  it('spoils as many calls as it was told to', async () => {
    await steer('fault', { path: '*', kind: 'errcode', errcode: 45011, times: 2 });
    const kinds: string[] = [];
    for (let call = 0; call < 3; call++) {
      const answer = await client.codeToSession({ ...college, code: await freshCode() });
      kinds.push(isWechatRefusal(answer) ? answer.kind : 'signed-in');
    }
    expect(kinds).toEqual(['busy', 'busy', 'signed-in']);
  });

  it('answers as text/plain with status 200, errors too', async () => {
    const response = await fetch(`${fake.url}/sns/jscode2session`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain']);
    expect(await response.text()).toMatch(/"errcode":41002.*, rid: /);
  });
});
