import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_PLATFORM } from '../testing/every-platform.js';
import {
  BASE_URL,
  problem,
  serviceThat,
  type Answer,
  type ServiceDouble,
} from '../testing/service-double.js';
import { createQuizClient, isQuizError, type QuizClient, type QuizError } from './index.js';

const appId = 'wx0123456789abcdef';
const ATTEMPT = { id: 'a1', slots: [] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets all timers run and gives what the call came to. */
async function outcome<T>(call: Promise<T>): Promise<T | QuizError> {
  const settled = call.catch((error: unknown) => {
    if (isQuizError(error)) return error;
    throw error;
  });
  await vi.runAllTimersAsync();
  return settled;
}

describe.each(EVERY_PLATFORM)('on %s', (_, platformOver) => {
  const clientOf = (service: ServiceDouble, options = {}) =>
    createQuizClient({ baseUrl: BASE_URL, appId, platform: platformOver(service), ...options });

  it.each<[string, string, (client: QuizClient) => Promise<unknown>]>([
    ['GET', '/v1/me', (client) => client.me()],
    ['GET', '/v1/courses', (client) => client.courses.list()],
    ['GET', '/v1/courses/c1/quizzes', (client) => client.quizzes.list('c1')],
    ['GET', '/v1/quizzes/q1', (client) => client.quizzes.get('q1')],
    ['POST', '/v1/quizzes/q1/attempts', (client) => client.attempts.start('q1')],
    ['GET', '/v1/attempts', (client) => client.attempts.list()],
    ['GET', '/v1/attempts?quizId=q%2F1', (client) => client.attempts.list({ quizId: 'q/1' })],
    ['GET', '/v1/attempts/a1', (client) => client.attempts.get('a1')],
    ['POST', '/v1/attempts/a1/submit', (client) => client.attempts.submit('a1')],
    ['GET', '/v1/attempts/a1/result', (client) => client.attempts.result('a1')],
    ['GET', '/v1/attempts/..%2Fme', (client) => client.attempts.get('../me')],
    [
      'DELETE',
      '/v1/x?a=1&b=%E4%B8%80',
      (client) => client.request({ method: 'DELETE', path: '/v1/x', query: { a: 1, b: '一', c: undefined } }),
    ],
  ])('%s %s', async (method, path, use) => {
    const service = serviceThat(() => ({ body: ATTEMPT }));
    await expect(outcome(use(clientOf(service)))).resolves.toEqual(ATTEMPT);
    expect(service.calls.map((call) => [call.method, call.path])).toEqual([
      ['POST', '/v1/auth/wechat'],
      [method, path],
    ]);
    expect(service.calls[1]?.headers).toMatchObject({ Authorization: 'Bearer token-1' });
  });

  describe('a failing call', () => {
    const passing: [string, Answer][] = [
      ['no connection', { fail: 'ERR_CONNECTION_RESET' }],
      ['a hang', 'hang'],
      ['429', problem(429, 'rate-limited')],
      ['500', problem(500, 'internal')],
      ['a 502 page', { status: 502, text: '<html>Bad Gateway</html>' }],
      ['503', problem(503, 'unavailable')],
    ];
    const lasting: [string, Answer][] = [
      ['400', problem(400, 'validation-failed')],
      ['403', problem(403, 'forbidden')],
      ['404', problem(404, 'not-found')],
      ['409', problem(409, 'attempt-closed')],
    ];

    it.each(passing)('is tried again after %s, when it may be repeated', async (_, answer) => {
      const service = serviceThat((call, earlier) => (earlier < 2 ? answer : { body: ATTEMPT }));
      const client = clientOf(service);
      expect(await outcome(client.attempts.get('a1'))).toEqual(ATTEMPT);
      expect(await outcome(client.attempts.start('q1'))).toEqual(ATTEMPT);
      expect(await outcome(client.attempts.submit('a1'))).toEqual(ATTEMPT);
      expect(await outcome(client.request({ method: 'PUT', path: '/v1/x', body: {} }))).toEqual(ATTEMPT);
      expect(service.calls).toHaveLength(1 + 4 * 3);
    });

    it.each(passing)('is given up after %s three times', async (_, answer) => {
      const service = serviceThat(() => answer);
      expect(await outcome(clientOf(service).me())).toBeInstanceOf(Error);
      expect(service.to('GET', '/v1/me')).toHaveLength(3);
    });

    it.each(passing)('is not repeated after %s, when it is a POST of unknown effect', async (_, answer) => {
      const service = serviceThat(() => answer);
      const call = clientOf(service).request({ method: 'POST', path: '/v1/x', body: { once: true } });
      expect(await outcome(call)).toBeInstanceOf(Error);
      expect(service.to('POST', '/v1/x')).toHaveLength(1);
    });

    it.each(lasting)('is not tried again after %s', async (_, answer) => {
      const service = serviceThat(() => answer);
      expect(await outcome(clientOf(service).attempts.submit('a1'))).toBeInstanceOf(Error);
      expect(service.to('POST', '/v1/attempts/a1/submit')).toHaveLength(1);
    });

    it('is tried as often as it was told to', async () => {
      const service = serviceThat(() => problem(503, 'unavailable'));
      expect(await outcome(clientOf(service, { maxRetries: 0 }).me())).toMatchObject({ code: 'unavailable' });
      expect(service.to('GET', '/v1/me')).toHaveLength(1);
    });

    it('waits as long as Retry-After asks', async () => {
      const service = serviceThat((_, earlier) =>
        earlier === 0 ? { status: 429, headers: { 'Retry-After': '7' } } : { body: ATTEMPT },
      );
      const call = clientOf(service).me();
      await vi.advanceTimersByTimeAsync(6990);
      expect(service.to('GET', '/v1/me')).toHaveLength(1);
      expect(await outcome(call)).toEqual(ATTEMPT);
    });

    it('does not wait for minutes, but says how long it would be', async () => {
      const service = serviceThat(() => ({ status: 503, headers: { 'Retry-After': '120' } }));
      expect(await outcome(clientOf(service).me())).toMatchObject({ retryAfter: 120, code: 'http-503' });
      expect(service.to('GET', '/v1/me')).toHaveLength(1);
    });

    it('waits longer from try to try, and not for the same time on every phone', async () => {
      const gaps = async (random: number) => {
        vi.spyOn(Math, 'random').mockReturnValue(random);
        const at: number[] = [];
        const service = serviceThat(() => {
          at.push(Date.now());
          return { status: 503 };
        });
        await outcome(clientOf(service, { maxRetries: 5 }).me());
        vi.restoreAllMocks();
        return at.slice(1).map((time, index) => Math.round((time - (at[index] ?? 0)) / 250) * 250);
      };
      expect(await gaps(0)).toEqual([250, 500, 1000, 2000, 2500]);
      expect(await gaps(1)).toEqual([500, 1000, 2000, 4000, 5000]);
    });
  });

  it('gives up on a reply after the timeout it was given', async () => {
    const service = serviceThat(() => 'hang');
    const client = clientOf(service, { timeout: 3000, maxRetries: 0 });
    const started = Date.now();
    expect(await outcome(client.me())).toMatchObject({ kind: 'timeout', code: 'timed-out', status: 0 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(3000);
    expect(Date.now() - started).toBeLessThan(3100);
    expect(service.openNow).toBe(0);
  });

  it('leaves no timer behind that would keep a program alive', async () => {
    const service = serviceThat(() => ({ body: ATTEMPT }));
    const client = clientOf(service, { timeout: 60_000 });
    const call = client.me();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await call).toEqual(ATTEMPT);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not take the page of a captive portal for an answer', async () => {
    const service = serviceThat(() => ({ text: '<html>请登录无线网络</html>' }));
    expect(await outcome(clientOf(service).me())).toMatchObject({ kind: 'server', code: 'unreadable-reply' });
  });

  it('accepts an empty reply', async () => {
    const service = serviceThat(() => ({ status: 204 }));
    expect(await outcome(clientOf(service).request({ method: 'DELETE', path: '/v1/x' }))).toBeUndefined();
  });

  it('knows the time of the server', async () => {
    const ahead = 2 * 3600_000;
    const service = serviceThat(() => ({
      body: {},
      headers: { 'X-Server-Time': String(Date.now() + ahead) },
    }));
    const client = clientOf(service);
    expect(client.now()).toBe(Date.now());
    await outcome(client.me());
    expect(Math.abs(client.now() - Date.now() - ahead)).toBeLessThanOrEqual(500);
  });
});

describe('creating a client', () => {
  it.each(['', 'quiz.example.cn', 'ftp://quiz.example.cn'])('refuses the address "%s"', (baseUrl) => {
    const [, platformOver] = EVERY_PLATFORM[0] ?? [];
    const platform = platformOver?.(serviceThat(() => 'hang'));
    expect(platform).toBeDefined();
    expect(() => createQuizClient({ baseUrl, ...(platform && { platform }) })).toThrow('baseUrl');
  });

  it('says so where there is no wx', () => {
    expect(() => createQuizClient({ baseUrl: BASE_URL })).toThrow('没有 wx');
  });
});
