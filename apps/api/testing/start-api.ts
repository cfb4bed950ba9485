import { DataSource } from 'typeorm';
import request from 'supertest';
import { createTestDatabase } from '../../../libs/database/testing/test-database.js';
import { startWechatFake } from '#wechat';
import type { ApiConfig } from '../src/api-config.js';
import { createApi } from '../src/create-api.js';
import { Clock } from '../src/requests/clock.js';

export const APP = { appId: 'wx0000000000000001', secret: 'a-secret-of-the-fake' };

/** The system clock, but the minutes between can be skipped. */
export class TestClock extends Clock {
  private aheadMs = 0;
  private frozenAt: number | null = null;

  now(): Date {
    return new Date((this.frozenAt ?? Date.now()) + this.aheadMs);
  }

  /** From here on time passes only by skipping it. */
  freeze(): void {
    this.frozenAt = Date.now();
  }

  skip(ms: number): void {
    this.aheadMs += ms;
  }
}

export type Method = 'get' | 'post' | 'put' | 'delete';

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly wechatUrl: string;
  readonly clock: TestClock;
  readonly dataSource: DataSource;
  /** Sends a request, signed in when a token is given. */
  call(method: Method, path: string, token?: string | null, body?: unknown): request.Test;
  stop(): Promise<void>;
}

/** The real api on a database of its own, with the fake WeChat behind it. */
export async function startApi(changes: Partial<ApiConfig> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const wechat = await startWechatFake({ apps: [APP] });
  const clock = new TestClock();
  const config: ApiConfig = {
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    tokenSecret: 'a token secret for the stories only',
    wechat: { baseUrl: wechat.url, ...APP },
    logLevel: 'silent',
    drainMs: 0,
    patienceMs: 0,
    ...changes,
  };
  const app = await createApi(config, clock);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = await app.getUrl();
  return {
    url,
    databaseUrl: database.url,
    wechatUrl: wechat.url,
    clock,
    dataSource: app.get(DataSource),
    call: (method, path, token, body) => {
      const asked = request(url)[method](path);
      if (token) asked.set('authorization', `Bearer ${token}`);
      return body === undefined ? asked : asked.send(body as object);
    },
    stop: async () => {
      await app.close();
      await wechat.close();
      await database.drop();
    },
  };
}
