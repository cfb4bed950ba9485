import { createDataSource } from '#database';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../../libs/database/testing/test-database.js';
import { buildOnce, type BuiltProcess, launchBuilt, untilReady } from '../testing/built-process.js';

const SECRET = 'a token secret, thirty-two characters at least';

let database: TestDatabase;
const running: BuiltProcess[] = [];

beforeAll(async () => {
  buildOnce();
  database = await createTestDatabase();
});

afterEach(() => Promise.all(running.splice(0).map((process) => process.kill())));

afterAll(() => database.drop());

function launch(env: NodeJS.ProcessEnv): BuiltProcess {
  const api = launchBuilt('api', {
    DATABASE_URL: database.url,
    PORT: '0',
    TOKEN_SECRET: SECRET,
    ...env,
  });
  running.push(api);
  return api;
}

async function start(env: NodeJS.ProcessEnv = {}) {
  const api = launch(env);
  return { ...api, url: await untilReady(api) };
}

describe('a start that cannot be', () => {
  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['a setting', { TOKEN_SECRET: 'short' }, 'TOKEN_SECRET 太短'],
    ['a database that is away', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, '数据库连接不上'],
  ])('ends with one clear sentence: %s', async (_name, env, sentence) => {
    const { child, said } = launch(env);
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(said().trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  });

  it('names the busy port and how to choose another', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { child, said } = launch({ PORT: port, LOG_LEVEL: 'silent' });
    await once(child, 'exit');
    other.close();
    expect(child.exitCode).toBe(1);
    expect(said().trim()).toBe(`端口 ${port} 已被占用。请设置 PORT 换一个端口，例如 PORT=3100。`);
  });
});

describe('a running api', () => {
  it('is alive and ready, and not ready when its database goes', async () => {
    const own = await createTestDatabase();
    const { url } = await start({ DATABASE_URL: own.url, LOG_LEVEL: 'silent' });
    await request(url).get('/healthz').expect(200, { status: 'ok' });
    await request(url).get('/readyz').expect(200, { status: 'ok' });
    await own.drop();
    const { body } = await request(url).get('/readyz').expect(503);
    expect(body).toMatchObject({ code: 'unavailable', detail: '数据库连接不上。' });
    await request(url).get('/healthz').expect(200);
  });

  it('is not ready when its database is there but does not answer', async () => {
    const { url } = await start({ LOG_LEVEL: 'silent' });
    const holder = await createDataSource(database.url).initialize();
    await holder.transaction(async (manager) => {
      await manager.query('lock table migration in access exclusive mode');
      const { body } = await request(url).get('/readyz').expect(503);
      expect(body).toMatchObject({ code: 'unavailable', detail: '数据库连接不上。' });
    });
    await request(url).get('/readyz').expect(200);
    await holder.destroy();
  });

  it('writes one JSON line for each request, with its id and route and nothing that was sent', async () => {
    const { url, child, logged, said } = await start({ LOG_LEVEL: 'trace' });
    await request(url)
      .post('/v1/auth/password?token=url-secret')
      .set('x-request-id', 'seen-in-the-log')
      .set('authorization', 'Bearer header-secret')
      .send({ account: 'body-account', password: 'body-secret' })
      .expect(400);
    await request(url)
      .post('/v1/auth/password')
      .send({ account: 'body-account', password: 'body-secret' })
      .expect(401);
    await request(url).get('/v1/attempts/01936f6e-0000-7000-8000-000000000001').expect(401);
    child.kill('SIGTERM');
    await once(child, 'exit');
    const lines = logged().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(lines).toContainEqual(
      expect.objectContaining({
        reqId: 'seen-in-the-log',
        method: 'POST',
        route: '/v1/auth/password',
        status: 400,
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ route: '/v1/attempts/:attemptId', status: 401 }));
    for (const secret of [
      'url-secret',
      'header-secret',
      'body-secret',
      'body-account',
      '000000000001',
      SECRET,
    ]) {
      expect(logged() + said()).not.toContain(secret);
    }
  });
});

describe('a stop', () => {
  it.each<[string, (child: ChildProcess) => unknown]>([
    ['SIGTERM', (child) => child.kill('SIGTERM')],
    ['SIGINT', (child) => child.kill('SIGINT')],
    ['the end of its parent', (child) => child.disconnect()],
  ])('by %s ends with 0', async (_name, stop) => {
    const { child } = await start({ LOG_LEVEL: 'silent' });
    stop(child);
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it('does not wait for ever for a body that never ends', async () => {
    const { child, url } = await start({ LOG_LEVEL: 'silent' });
    const headers = { 'content-type': 'application/json', 'content-length': 1000 };
    const endless = httpRequest(`${url}/v1/auth/wechat`, { method: 'POST', headers });
    endless.write('{');
    const hungUp = once(endless, 'error');
    await request(url).get('/healthz').expect(200);
    child.kill('SIGTERM');
    await hungUp;
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it('loses no request of twenty keep-alive clients that move on when they are asked to', async () => {
    const { child, url } = await start({ LOG_LEVEL: 'silent' });
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const outcomes: string[] = [];
    const ask = () =>
      new Promise<{ outcome: string; moveOn: boolean }>((resolve) => {
        const asked = get(`${url}/readyz`, { agent }, (reply) => {
          const moveOn = reply.headers.connection === 'close';
          reply.resume().on('end', () => resolve({ outcome: String(reply.statusCode), moveOn }));
        });
        asked.on('error', (error) => resolve({ outcome: error.message, moveOn: true }));
      });
    const client = async () => {
      for (let moved = false; !moved;) {
        const { outcome, moveOn } = await ask();
        outcomes.push(outcome);
        moved = moveOn;
      }
    };
    const clients = Promise.all(Array.from({ length: 20 }, client));
    while (outcomes.length < 200) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGTERM');
    await clients;
    await once(child, 'exit');
    agent.destroy();
    expect(child.exitCode).toBe(0);
    expect(outcomes.filter((outcome) => outcome !== '200' && outcome !== '503')).toEqual([]);
  });
});
