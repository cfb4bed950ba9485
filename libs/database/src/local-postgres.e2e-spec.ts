import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLocalPostgres, type LocalPostgres, startLocalPostgres } from './local-postgres.js';
import { isPostmaster } from './local-postgres/postmaster.js';

let home: string;
let dir: string;
/** Where root puts the data when Postgres may not enter the folder. */
let outside: string | undefined;
let running: LocalPostgres[] = [];

beforeEach(() => {
  // Blanks and Chinese, as in real home folders.
  home = mkdtempSync(path.join(tmpdir(), '测验 data-'));
  chmodSync(home, 0o755);
  dir = path.join(home, 'pg');
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop('immediate')));
  running = [];
  rmSync(home, { recursive: true, force: true });
  if (outside) rmSync(outside, { recursive: true, force: true });
});

async function start(): Promise<LocalPostgres> {
  const server = await startLocalPostgres({ dir });
  running.push(server);
  return server;
}

async function query<T extends pg.QueryResultRow>(server: LocalPostgres, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<T>(statement);
  await client.end();
  return rows;
}

const postmasterPid = () => Number(readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('startLocalPostgres', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await query(first, `create table note as select '青岛' as words`);
    await first.stop();
    const second = await start();
    expect(await query(second, 'select words from note')).toEqual([{ words: '青岛' }]);
  });

  it('makes a database that holds Chinese, checks its pages and waits for the disk, whatever LANG says', async () => {
    const [settings] = await query(
      await start(),
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, current_setting('synchronous_commit') as waits,
              current_setting('listen_addresses') as listens, current_setting('timezone') as zone, datlocale as locale
         from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      waits: 'on',
      listens: '127.0.0.1',
      zone: 'UTC',
      locale: 'C.UTF-8',
    });
  });

  it('lets one supervisor have the folder at a time, and says who has it', async () => {
    const server = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(findLocalPostgres(dir)).toBe(server.url);
    await server.stop();
    expect(findLocalPostgres(dir)).toBeNull();
  });

  it('gives exactly one of several starts at once the folder of a supervisor that died', async () => {
    writeFileSync(`${dir}.lock`, JSON.stringify({ pid: process.pid, name: 'one that ran here before' }));
    const starts = await Promise.allSettled([start(), start(), start()]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('tells when the server is killed, and recovers every committed row at the next start', async () => {
    const server = await start();
    await query(server, 'create table step (number int)');
    for (let number = 1; number <= 20; number += 1)
      await query(server, `insert into step values (${number})`);
    const gone = new Promise<void>((resolve) => server.watch(resolve));
    process.kill(postmasterPid(), 'SIGKILL');
    await gone;
    await server.stop();
    expect(await query(await start(), 'select count(*)::int as steps from step')).toEqual([{ steps: 20 }]);
  });

  it('is not misled by a pid file whose number belongs to another program by now', async () => {
    const server = await start();
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isPostmaster(pid)).toBe(false);
    await server.stop();
    const pidFile = path.join(dir, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)));
    expect((await start()).adopted).toBe(false);
  });

  it('works below a folder that only its owner may enter, and finds the data again when it is opened', async () => {
    chmodSync(home, 0o700);
    const server = await start();
    await query(server, 'create table note as select 7 as number');
    await server.stop();
    chmodSync(home, 0o755);
    expect(await query(await start(), 'select number from note')).toEqual([{ number: 7 }]);
    outside = realpathSync(dir);
  });

  it('starts over after a start that was killed while making the database', async () => {
    mkdirSync(path.join(home, 'pg.init-0011aabb', 'base'), { recursive: true });
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    [
      'not-a-database',
      '别的文件',
      () => (mkdirSync(dir), writeFileSync(path.join(dir, 'letter.txt'), '你好')),
    ],
    ['not-a-database', '不是目录', () => writeFileSync(dir, 'a file')],
    [
      'not-a-database',
      '别的文件',
      () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), 'junk')),
    ],
    [
      'other-version',
      'PostgreSQL 14',
      () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), '14')),
    ],
    ['damaged', '缺少必要的文件', () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), '18'))],
  ])(
    'refuses a folder with %s (%s) in a sentence that names it, and touches nothing',
    async (code, words, make) => {
      make();
      const refusal = await start().catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code, message: expect.stringContaining(dir) });
      expect(String(refusal)).toContain(words);
    },
  );

  it('says that the data are damaged when the server cannot read them', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(path.join(dir, 'global', 'pg_control'), 'junk');
    await expect(start()).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(dir) });
  });
});
