import {
  chmodSync,
  cpSync,
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
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLocalPostgres, type LocalPostgres, startLocalPostgres } from './local-postgres.js';

const homes: string[] = [];
/** Where root puts the data when Postgres may not enter the folder. */
const outside: string[] = [];
let running: LocalPostgres[] = [];
let dir: string;

/** Blanks and Chinese, as in real home folders. */
function makeHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), '测验 data-'));
  chmodSync(home, 0o755);
  homes.push(home);
  return home;
}

beforeEach(() => {
  dir = path.join(makeHome(), 'pg');
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop('immediate')));
  running = [];
});

afterAll(() => {
  for (const folder of [...homes, ...outside]) rmSync(folder, { recursive: true, force: true });
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

const pidFile = () => path.join(dir, 'postmaster.pid');
const postmasterPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

describe('startLocalPostgres on an empty folder', () => {
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

  it('works below a folder that only its owner may enter, and finds the data again when it is opened', async () => {
    chmodSync(path.dirname(dir), 0o700);
    const server = await start();
    await query(server, 'create table note as select 7 as number');
    await server.stop();
    chmodSync(path.dirname(dir), 0o755);
    expect(await query(await start(), 'select number from note')).toEqual([{ number: 7 }]);
    outside.push(realpathSync(dir));
  });

  it('lets exactly one of several starts at once have the folder of a start that was killed', async () => {
    mkdirSync(`${dir}.init-0011aabb/base`, { recursive: true });
    writeFileSync(`${dir}.lock`, JSON.stringify({ pid: process.pid, name: 'one that ran here before' }));
    const starts = await Promise.allSettled([start(), start(), start()]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it.each([
    [
      'not-a-database',
      '别的文件',
      () => (mkdirSync(dir), writeFileSync(path.join(dir, 'letter.txt'), '你好')),
    ],
    ['not-a-database', '不是目录', () => writeFileSync(dir, 'a file')],
    ['not-a-database', '别的文件', () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), '?'))],
    [
      'other-version',
      'PostgreSQL 14',
      () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), '14')),
    ],
    ['damaged', '缺少必要的文件', () => (mkdirSync(dir), writeFileSync(path.join(dir, 'PG_VERSION'), '18'))],
  ])('refuses one that is %s (%s) in a sentence that names it', async (code, words, make) => {
    make();
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(dir) });
    expect(String(refusal)).toContain(words);
  });

  it('refuses a path that would not survive the shell of pg_ctl', async () => {
    dir = path.join(makeHome(), 'my $data');
    await expect(start()).rejects.toMatchObject({
      code: 'unusable-path',
      message: expect.stringContaining(dir),
    });
  });
});

describe('startLocalPostgres on a folder with data', () => {
  const steps = 20;
  let kept: string;

  beforeAll(async () => {
    kept = path.join(makeHome(), 'pg');
    const server = await startLocalPostgres({ dir: kept });
    await query(server, 'create table step (number int)');
    for (let step = 1; step <= steps; step += 1) await query(server, `insert into step values (${step})`);
    await server.stop();
  });

  /** As restored from a backup: when root copies, the files are root's. */
  beforeEach(() => {
    cpSync(kept, dir, { recursive: true });
  });

  const countSteps = async (server: LocalPostgres) =>
    (await query<{ steps: number }>(server, 'select count(*)::int as steps from step'))[0]?.steps;

  it('has what was written before, and lets one supervisor in at a time', async () => {
    const server = await start();
    expect(await countSteps(server)).toBe(steps);
    expect(findLocalPostgres(dir)).toBe(server.url);
    await expect(start()).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(String(process.pid)),
    });
    await server.stop();
    expect(findLocalPostgres(dir)).toBeNull();
  });

  it('tells when the server is killed, and recovers every committed row at the next start', async () => {
    const server = await start();
    await query(server, 'insert into step values (0)');
    const gone = new Promise<void>((resolve) => server.watch(resolve));
    process.kill(postmasterPid(), 'SIGKILL');
    await gone;
    await server.stop();
    expect(await countSteps(await start())).toBe(steps + 1);
  });

  it('is not misled by a pid file whose number belongs to another program by now', async () => {
    const server = await start();
    const stale = readFileSync(pidFile(), 'utf8').replace(/^\d+/, String(process.ppid));
    await server.stop();
    writeFileSync(pidFile(), stale);
    expect(await countSteps(await start())).toBe(steps);
  });

  it('says that the data are damaged when the server cannot read them', async () => {
    writeFileSync(path.join(dir, 'global', 'pg_control'), 'junk');
    await expect(start()).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(dir) });
  });
});
