import { type LocalPostgres, startLocalPostgres } from '#database';
import { startWechatFake } from '#wechat';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { APP, type BenchCollege, makeBenchCollege } from './college.js';

export const DATA = fileURLToPath(new URL('../../../.data/bench/', import.meta.url));

/** A Postgres of its own with default durability, emptied first, and the fake WeChat that learners sign in with. */
export interface Ground {
  readonly postgres: LocalPostgres;
  readonly wechatUrl: string;
  stop(): Promise<void>;
}

export interface Server {
  readonly child: ChildProcess;
  readonly base: string;
}

export async function takeGround(): Promise<Ground> {
  mkdirSync(DATA, { recursive: true });
  rmSync(`${DATA}pg`, { recursive: true, force: true });
  const postgres = await startLocalPostgres({ dir: `${DATA}pg` });
  const wechat = await startWechatFake({ apps: [APP] });
  const stop = async () => {
    await wechat.close();
    await postgres.stop('immediate');
  };
  return { postgres, wechatUrl: wechat.url, stop };
}

/** A database with a published quiz of so many questions. */
export async function makeCollegeIn(
  { postgres }: Ground,
  database: string,
  questions = 10,
): Promise<BenchCollege & { readonly url: string }> {
  const client = await connect(postgres.url);
  await client.query(`create database ${pg.escapeIdentifier(database)}`);
  await client.end();
  const url = urlOf(postgres, database);
  return { url, ...(await makeBenchCollege(url, questions)) };
}

export async function launch(script: string, databaseUrl: string, { wechatUrl }: Ground): Promise<Server> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      TOKEN_SECRET: 'a token secret for the bench, never used elsewhere',
      WECHAT_API_BASE_URL: wechatUrl,
      WECHAT_APP_ID: APP.appId,
      WECHAT_APP_SECRET: APP.secret,
      // As `quiz start` runs it.
      LOG_LEVEL: 'warn',
    },
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`${script} did not start`)));
  const [message] = await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  return { child, base: String(message.url) };
}

export const API = '../../apps/api/src/main.js';

export interface SignedIn {
  readonly id: string;
  readonly token: string;
}

/** Signs learners in as phones do, a few at a time. */
export async function signIn({ base }: Server, count: number, { wechatUrl }: Ground): Promise<SignedIn[]> {
  const learners: SignedIn[] = [];
  const next = async (number: number) => {
    const login = await post(`${wechatUrl}/__fake/login`, { user: `learner-${number}` });
    const reply = await post(`${base}/v1/auth/wechat`, { appId: APP.appId, code: login.code });
    learners[number] = { id: reply.learner.id, token: reply.accessToken };
  };
  for (let number = 0; number < count; number += 16) {
    const together = Array.from({ length: Math.min(16, count - number) }, (_, index) => number + index);
    await Promise.all(together.map(next));
  }
  return learners;
}

async function post(url: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url} said ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as { code: string; accessToken: string; learner: { id: string } };
}

export function urlOf({ url }: LocalPostgres, database: string): string {
  const own = new URL(url);
  own.pathname = `/${database}`;
  return own.href;
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A server that is stopped under it is part of some runs.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
