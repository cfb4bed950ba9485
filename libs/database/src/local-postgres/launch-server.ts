import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { damaged, SUPERUSER } from './data-folder.js';
import { clearStalePid, findPostmaster, type Postmaster } from './postmaster.js';
import { LocalPostgresRefusal } from './refusal.js';
import { runProgram } from './run-program.js';

const PATIENCE_MS = 120_000;
const LOG_FILE = 'quiz-server.log';

/**
 * The server that already runs on the folder, once it answers. Null when there is none, or when it was on its way
 * down and is gone now.
 */
export async function adoptServer(dir: string, password: string): Promise<Postmaster | null> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = findPostmaster(dir);
    if (!running) return null;
    const answer = await knock(running.port, password);
    if (answer === 'ready') return running;
    if (answer === 'wrong-password') throw damaged(dir, '密码文件与数据库不符');
    if (Date.now() > end) {
      throw new LocalPostgresRefusal(
        'not-started',
        `数据目录 ${dir} 的数据库进程 ${running.pid} 一直没有应答：请结束它后再启动。`,
      );
    }
    await sleep(50);
  }
}

/** Starts the server and waits until it answers, through crash recovery if need be. */
export async function launchServer(
  dir: string,
  binaries: Binaries,
  account: Account | null,
  wantedPort?: number,
): Promise<Postmaster> {
  const log = path.join(dir, LOG_FILE);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    clearStalePid(dir);
    const port = wantedPort ?? (await findFreePort());
    const logged = existsSync(log) ? statSync(log).size : 0;
    const options = ['start', '-w', '-t', '3600', '-D', dir, '-l', log, '-o', `-p ${port}`];
    const started = await runProgram(binaries, account, 'pg_ctl', options);
    const running = findPostmaster(dir);
    if (started.status === 0 && running) return running;
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(logged) : '';
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(said);
    if (portTaken && wantedPort !== undefined) {
      throw new LocalPostgresRefusal('not-started', `数据库端口 ${wantedPort} 已被占用：请换一个端口。`);
    }
    // Backends outlive a killed server for a moment; until the last is gone no other may start.
    const passing = portTaken || /pre-existing shared memory|lock file .* already exists/.test(said);
    if (!passing || Date.now() > end) throw whyNotStarted(dir, said);
    await sleep(200);
  }
}

function whyNotStarted(dir: string, said: string): LocalPostgresRefusal {
  const grave = /(?:FATAL|PANIC):\s+(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  if (/No space left/.test(said)) {
    return new LocalPostgresRefusal('not-started', `磁盘已满，数据库 ${dir} 无法启动：请腾出空间后再启动。`);
  }
  if (/Permission denied/.test(said)) {
    return new LocalPostgresRefusal(
      'no-permission',
      `没有权限读写数据目录 ${dir} 中的文件（${grave}）：请修正所有者和权限后再启动。`,
    );
  }
  return damaged(dir, grave || `详见 ${path.join(dir, LOG_FILE)}`);
}

async function knock(port: number, password: string): Promise<'ready' | 'not-yet' | 'wrong-password'> {
  if (Number.isNaN(port)) return 'not-yet';
  const client = new pg.Client({ ...address(port, password), connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'wrong-password' : 'not-yet';
  } finally {
    await client.end().catch(() => {});
  }
}

export async function makeDatabase(port: number, password: string, database: string): Promise<void> {
  const client = new pg.Client(address(port, password));
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function address(port: number, password: string) {
  return { host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
