import { LearnerIdentityRow, LearnerRow } from '#database';
import { createSecretKey } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, loginCode, makeCollege, PASSWORD, signInLearner } from '../testing/college.js';
import { APP, startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
});

afterAll(() => api.stop());

const signIn = (code: string, appId = APP.appId) =>
  api.call('post', '/v1/auth/wechat', null, { appId, code });

const withPassword = (account: string, password: string) =>
  api.call('post', '/v1/auth/password', null, { account, password });

describe('a learner', () => {
  it('is the same person at every sign-in, and nobody learns the openid', async () => {
    const first = await signIn(await loginCode(api, 'zhang-san')).expect(200);
    const second = await signIn(await loginCode(api, 'zhang-san')).expect(200);
    expect(second.body.learner).toEqual(first.body.learner);
    const me = await api.call('get', '/v1/me', second.body.accessToken).expect(200);
    expect(me.body).toEqual(first.body.learner);
    const identity = await api.dataSource.manager.findOneByOrFail(LearnerIdentityRow, {
      learnerId: me.body.id,
    });
    const told = JSON.stringify([first.body, second.body, me.body]);
    const claims = Buffer.from(String(first.body.accessToken).split('.')[1] ?? '', 'base64url').toString();
    expect(told + claims).not.toContain(identity.subject);
    expect(told + claims).not.toContain('session_key');
  });

  it('becomes one learner when two phones sign in for the first time at once', async () => {
    const before = await api.dataSource.manager.count(LearnerRow);
    const codes = await Promise.all(Array.from({ length: 5 }, () => loginCode(api, 'five-phones')));
    const replies = await Promise.all(codes.map((code) => signIn(code).expect(200)));
    expect(new Set(replies.map(({ body }) => body.learner.id)).size).toBe(1);
    expect(await api.dataSource.manager.count(LearnerRow)).toBe(before + 1);
  });

  it('is refused a code that was used, made up or left lying', async () => {
    const code = await loginCode(api, 'li-si');
    await signIn(code).expect(200);
    expect((await signIn(code).expect(401)).body.code).toBe('wechat-code-invalid');
    expect((await signIn('made-up').expect(401)).body.code).toBe('wechat-code-invalid');
    const old = await loginCode(api, 'li-si');
    await fetch(`${api.wechatUrl}/__fake/clock`, {
      method: 'POST',
      body: JSON.stringify({ advance: 6 * 60_000 }),
    });
    expect((await signIn(old).expect(401)).body.code).toBe('wechat-code-invalid');
  });

  it.each([
    [40226, 403, 'wechat-user-blocked', undefined],
    [45011, 429, 'wechat-busy', '60'],
    [-1, 503, 'wechat-unavailable', '5'],
    [40125, 500, 'wechat-misconfigured', undefined],
  ])('hears what WeChat answered with %i as %i %s', async (errcode, status, code, retryAfter) => {
    const fresh = await loginCode(api, 'unlucky');
    await fetch(`${api.wechatUrl}/__fake/fault`, {
      method: 'POST',
      body: JSON.stringify({ path: '*', kind: 'errcode', errcode, times: 3 }),
    });
    const { body, headers } = await signIn(fresh).expect(status);
    expect(body.code).toBe(code);
    expect(headers['retry-after']).toBe(retryAfter);
    await fetch(`${api.wechatUrl}/__fake/reset`, { method: 'POST' });
  });

  it('is refused from a mini-program nobody knows', async () => {
    const { body } = await signIn('any', 'wx-of-somebody-else').expect(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/appId' }] });
  });
});

describe('an instructor', () => {
  it('signs in with account and password, case of the account aside', async () => {
    const { body } = await withPassword(college.account.toUpperCase(), PASSWORD).expect(200);
    expect(body.instructor).toEqual({ id: college.instructorId, name: '王老师', role: 'instructor' });
    await api.call('get', '/v1/staff/courses', body.accessToken).expect(200);
  });

  it('hears the same for a wrong password and an unknown account', async () => {
    const wrong = await withPassword(college.account, 'guess').expect(401);
    const unknown = await withPassword('nobody', 'guess').expect(401);
    const bare = ({ requestId: _id, ...rest }: Record<string, unknown>) => rest;
    expect(bare(unknown.body)).toEqual(bare(wrong.body));
  });

  it('has to wait after ten wrong passwords, and may try again later', async () => {
    const other = await makeCollege(api, '另一所学院');
    for (let attempt = 0; attempt < 10; attempt += 1) await withPassword(other.account, 'guess').expect(401);
    const { body, headers } = await withPassword(other.account, PASSWORD).expect(429);
    expect(body.code).toBe('rate-limited');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    api.clock.skip(5 * 60_000);
    await withPassword(other.account, PASSWORD).expect(200);
  });

  it('gets ten guesses even when a hundred come at once', async () => {
    const { account } = await makeCollege(api, '被猜的学院');
    const guesses = Array.from({ length: 100 }, (_, guess) => withPassword(account, `guess ${guess}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(90);
  });
});

describe('a token', () => {
  const forged = (claims: object, options: object = {}, secret = 'another secret, long enough to be used') =>
    new JwtService({ secret: createSecretKey(Buffer.from(secret)) }).sign(claims, options);

  it('is refused when forged, unsigned, of another house or hardly a token', async () => {
    const claims = { sub: college.instructorId, partner: college.partnerId, role: 'admin' };
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    const tokens = [
      forged(claims, { issuer: 'qiic-quiz', expiresIn: 86_400 }),
      forged(claims, { issuer: 'elsewhere', expiresIn: 86_400 }, 'a token secret for the stories only'),
      forged(
        claims,
        { issuer: 'qiic-quiz', expiresIn: 86_400, algorithm: 'HS512' },
        'a token secret for the stories only',
      ),
      forged({ ...claims, role: 'god' }, { issuer: 'qiic-quiz' }, 'a token secret for the stories only'),
      none,
      '-----',
      'x'.repeat(5000),
    ];
    for (const token of tokens) {
      const { body } = await api.call('get', '/v1/staff/courses', token).expect(401);
      expect(body.code).toBe('unauthenticated');
    }
  });

  it('runs out', async () => {
    const token = await signInLearner(api, 'wang-wu');
    api.clock.skip(2 * 3600_000);
    const { body, headers } = await api.call('get', '/v1/me', token).expect(401);
    expect(body.code).toBe('token-expired');
    expect(headers['www-authenticate']).toBe('Bearer');
  });
});
