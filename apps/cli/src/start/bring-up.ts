import { existsSync } from 'node:fs';
import path from 'node:path';
import { findLocalSupervisor, migrate } from '#database';
import { acceptServer, withDataSource } from '../database/use-database.js';
import { CommandFailure } from '../failure.js';
import type { DemoAccount } from '../seed/demo-accounts.js';
import { prepareDemo } from '../seed/prepare-demo.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { keepPostgres } from './kept-postgres.js';
import { claimAddress, type ListeningAddress } from './listening-address.js';
import type { Running } from './running.js';
import { startService } from './service.js';
import type { StopRequest } from './stop-request.js';
import { tokenSecret } from './token-secret.js';
import { provideWechat } from './wechat.js';
import { shorten, welcome } from './welcome.js';

export interface BringUp {
  readonly surroundings: Surroundings;
  readonly stop: StopRequest;
  /** Everything started is added here at once, in order, so that it can be stopped whatever happens next. */
  readonly running: Running[];
  readonly onFailed: (failure: Error) => void;
}

/** How long a service that was killed may take to let go of its port. */
const FORMER_MAY_LINGER_MS = 20_000;

/** Starts database, demo, WeChat stand-in, worker and api, and returns what to show to the person who asked. */
export async function bringUp(start: BringUp): Promise<string> {
  const { surroundings, stop, running } = start;
  const { host, port } = await claimPlace(surroundings);
  const databaseUrl = await provideDatabase(start);
  stop.throwIfAsked();
  const accounts = await prepareContent(surroundings, databaseUrl);
  stop.throwIfAsked();
  const wechat = await provideWechat(surroundings, running);
  const env = {
    ...surroundings.env,
    ...wechat.env,
    NODE_ENV: surroundings.env.NODE_ENV ?? 'development',
    LOG_LEVEL: surroundings.env.LOG_LEVEL ?? 'warn',
    DATABASE_URL: databaseUrl,
    TOKEN_SECRET: tokenSecret(surroundings),
    HOST: host,
    PORT: String(port),
  };
  tell('正在启动 worker 和 api…');
  const [, url] = await Promise.all([runService('worker', env, start), runService('api', env, start)]);
  return welcome({
    url: url ?? `http://${host}:${port}`,
    database: surroundings.databaseUrl
      ? '由 DATABASE_URL 指定'
      : `自带的 PostgreSQL，数据在 ${shorten(surroundings.postgresDir)}`,
    dataDir: surroundings.dataDir,
    accounts,
    wechat,
    production: surroundings.production,
  });
}

/** The folder and the port, before anything is started. */
async function claimPlace({
  databaseUrl,
  postgresDir,
  dataDir,
  env,
}: Surroundings): Promise<ListeningAddress> {
  const supervisor = databaseUrl ? null : findLocalSupervisor(postgresDir);
  if (supervisor !== null) {
    throw new CommandFailure(
      `服务已经在运行（进程 ${supervisor}，数据在 ${dataDir}）：请先停止它，或用 QUIZ_DATA_DIR 另选一个数据目录。`,
    );
  }
  const formerDied = existsSync(`${postgresDir}.lock`);
  return claimAddress(env, formerDied ? FORMER_MAY_LINGER_MS : 0);
}

async function provideDatabase({ surroundings, running, onFailed }: BringUp): Promise<string> {
  if (surroundings.databaseUrl) {
    await acceptServer(surroundings.databaseUrl);
    return surroundings.databaseUrl;
  }
  tell('正在启动数据库…');
  const postgres = await keepPostgres(surroundings.postgresDir, onFailed);
  running.push(postgres);
  return postgres.url;
}

/** Production starts empty: demo accounts have no place there. */
async function prepareContent(
  surroundings: Surroundings,
  databaseUrl: string,
): Promise<readonly DemoAccount[] | null> {
  return withDataSource(databaseUrl, async (dataSource) => {
    await migrate(dataSource);
    if (surroundings.production) return null;
    const { seeded, accounts } = await prepareDemo(dataSource, surroundings, new Date());
    if (seeded) tell('演示数据已写入。');
    return accounts;
  });
}

async function runService(
  name: 'api' | 'worker',
  env: NodeJS.ProcessEnv,
  { surroundings: { root }, stop, running, onFailed }: BringUp,
): Promise<string | null> {
  const script = path.join(root, 'dist/apps', name, 'src/main.js');
  const service = startService({ name, script, cwd: root, env, onFailed });
  running.push(service);
  const url = await Promise.race([service.ready, stop.asked]);
  stop.throwIfAsked();
  return url ?? null;
}
