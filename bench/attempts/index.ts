import { startLocalPostgres, type LocalPostgres } from '#database';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { middleOf } from '../spread.js';
import { type Acknowledged, drive, percentile } from './drive.js';
import {
  API,
  connect,
  DATA,
  type Ground,
  launch,
  makeCollegeIn,
  signIn,
  takeGround,
  urlOf,
} from './ground.js';
import { apiTarget, floorTarget, STEP_NAMES, type StepName, type Target } from './target.js';
import { cpuSeconds, memoryMiB } from './usage.js';

/*
 * Whole attempts (start, read, ten answers, submit) at our api and at a bare floor, in turns, on one Postgres with its default
 * durability. Machines are noisy: compare the two within one run, and trust CPU time more than rates.
 */
const LEARNERS = [1, 8, 32];
const SIDES = ['floor', 'api'] as const;
type Side = (typeof SIDES)[number];

interface Contender {
  readonly side: Side;
  readonly target: Target;
  readonly child: ChildProcess;
  readonly database: string;
  readonly memory: number[];
}

interface Round {
  readonly attemptsPerSecond: number;
  readonly requestsPerSecond: number;
  /** Milliseconds of CPU for one attempt, server and Postgres. */
  readonly cpuServer: number | null;
  readonly cpuPostgres: number | null;
  readonly walBytes: number;
  readonly took: Readonly<Record<StepName, { readonly p50: number; readonly p99: number }>>;
}

interface Row extends Round {
  readonly learners: number;
  readonly side: Side;
  readonly least: number;
  readonly most: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      rounds: { type: 'string' },
      attempts: { type: 'string' },
      serve: { type: 'boolean' },
    },
  });
  const rounds = Number(values.rounds ?? 5);
  const ground = await takeGround();
  const { postgres } = ground;
  const contenders = new Map<Side, Contender>();
  try {
    for (const side of SIDES) contenders.set(side, await enter(side, ground));
    if (values.serve) return await serveUntilStopped(contenders);
    const rows = await compare(contenders, postgres, rounds, Number(values.attempts ?? 400));
    const writes = await writesPerAttempt(contenders, postgres);
    const guard = await survivesStop(ground);
    const memory = Math.round(Math.max(...(contenders.get('api')?.memory ?? [0])));
    if (values.json)
      console.log(JSON.stringify({ node: process.version, rounds, rows, writes, memory, guard }, null, 2));
    else print(rows, writes, memory, guard);
  } finally {
    for (const { child } of contenders.values()) child.kill('SIGKILL');
    await ground.stop();
  }
}

/** Brings one side up on a database of its own. */
async function enter(side: Side, ground: Ground): Promise<Contender> {
  const database = `bench_${side}`;
  const { url, quizId, quizVersionId } = await makeCollegeIn(ground, database);
  const api = await launch(API, url, ground);
  const learners = await signIn(api, Math.max(...LEARNERS), ground);
  if (side === 'api') {
    const tokens = learners.map(({ token }) => token);
    return { side, target: apiTarget(api.base, quizId, tokens), child: api.child, database, memory: [] };
  }
  api.child.kill('SIGTERM');
  await once(api.child, 'exit');
  const { child, base } = await launch('./floor.js', url, ground);
  const ids = learners.map(({ id }) => id);
  return { side, target: floorTarget(base, quizVersionId, ids), child, database, memory: [] };
}

async function compare(
  contenders: ReadonlyMap<Side, Contender>,
  postgres: LocalPostgres,
  rounds: number,
  attempts: number,
): Promise<Row[]> {
  const admin = await connect(postgres.url);
  const rows: Row[] = [];
  for (const learners of LEARNERS) {
    const results: Record<Side, Round[]> = { floor: [], api: [] };
    const each = learners === 1 ? Math.ceil(attempts / 4) : attempts;
    for (let round = 0; round <= rounds; round += 1) {
      // In turns, and the first of a round is another one each time.
      for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse()) {
        const contender = contenders.get(side);
        if (!contender) continue;
        const measured = await measure(contender, admin, learners, each);
        // The first round warms up.
        if (round > 0) results[side].push(measured);
      }
    }
    for (const side of SIDES) rows.push(middle(results[side], side, learners));
    process.stderr.write(`${learners} 人同时：已测 ${rounds} 轮\n`);
  }
  await admin.end();
  return rows;
}

async function measure(
  { target, child, memory }: Contender,
  admin: pg.Client,
  learners: number,
  attempts: number,
): Promise<Round> {
  const before = await meter(child, admin);
  const run = await drive(target, learners, attempts);
  const after = await meter(child, admin);
  if (run.errors > 0) throw new Error(`${run.errors} of ${run.requests} requests failed`);
  memory.push(memoryMiB(child.pid ?? 0) ?? 0);
  const per = (from: number | null, to: number | null) =>
    from === null || to === null ? null : ((to - from) * 1000) / run.attempts;
  return {
    attemptsPerSecond: run.attempts / run.seconds,
    requestsPerSecond: run.requests / run.seconds,
    cpuServer: per(before.server, after.server),
    cpuPostgres: per(before.postgres, after.postgres),
    walBytes: Number(after.wal - before.wal) / run.attempts,
    took: eachStep((name) => ({ p50: percentile(run.took[name], 50), p99: percentile(run.took[name], 99) })),
  };
}

async function meter(child: ChildProcess, admin: pg.Client) {
  const { rows } = await admin.query<{ wal: string }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as wal`,
  );
  const pid = Number(readFileSync(`${DATA}pg/postmaster.pid`, 'utf8').split('\n')[0]);
  return {
    server: cpuSeconds(child.pid ?? 0),
    postgres: cpuSeconds(pid),
    wal: BigInt(rows[0]?.wal ?? 0),
  };
}

/** The middle of each figure; rates with their least and most. */
function middle(rounds: readonly Round[], side: Side, learners: number): Row {
  const of = (pick: (round: Round) => number | null) => {
    const known = rounds.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : middleOf(known);
  };
  const rates = rounds.map(({ attemptsPerSecond }) => attemptsPerSecond);
  return {
    learners,
    side,
    attemptsPerSecond: middleOf(rates),
    least: Math.min(...rates),
    most: Math.max(...rates),
    requestsPerSecond: of((round) => round.requestsPerSecond) ?? 0,
    cpuServer: of((round) => round.cpuServer),
    cpuPostgres: of((round) => round.cpuPostgres),
    walBytes: of((round) => round.walBytes) ?? 0,
    took: eachStep((name) => ({
      p50: of((round) => round.took[name].p50) ?? 0,
      p99: of((round) => round.took[name].p99) ?? 0,
    })),
  };
}

function eachStep<T>(make: (name: StepName) => T): Record<StepName, T> {
  const [start, read, save, submit] = STEP_NAMES;
  return { [start]: make(start), [read]: make(read), [save]: make(save), [submit]: make(submit) } as Record<
    StepName,
    T
  >;
}

interface Writes {
  readonly side: Side;
  readonly commits: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/** Postgres tells the counts of a connection when it closes: so both sides are stopped first. */
async function writesPerAttempt(
  contenders: ReadonlyMap<Side, Contender>,
  postgres: LocalPostgres,
): Promise<Writes[]> {
  const writes: Writes[] = [];
  for (const { side, child, database } of contenders.values()) {
    child.kill('SIGTERM');
    await once(child, 'exit');
    writes.push({ side, ...(await countsOf(urlOf(postgres, database))) });
  }
  return writes;
}

async function countsOf(url: string): Promise<Omit<Writes, 'side'>> {
  const client = await connect(url);
  const { rows } = await client.query<Omit<Writes, 'side'>>(
    `select commits / made as commits, inserted / made as inserted, updated / made as updated, deleted / made as deleted
     from (select count(*)::float8 as made from attempt) attempts,
          (select xact_commit::float8 as commits from pg_stat_database where datname = current_database()) transactions,
          (select sum(n_tup_ins)::float8 as inserted, sum(n_tup_upd)::float8 as updated, sum(n_tup_del)::float8 as deleted
           from pg_stat_user_tables where relname like 'attempt%') rows`,
  );
  await client.end();
  return rows[0] ?? { commits: 0, inserted: 0, updated: 0, deleted: 0 };
}

interface Guard {
  readonly acknowledged: number;
  readonly missing: number;
}

/** Stops Postgres at once in the middle of a run, and looks for every answer that was acknowledged. */
async function survivesStop(ground: Ground): Promise<Guard> {
  const { postgres } = ground;
  const { url, quizId } = await makeCollegeIn(ground, 'bench_guard');
  const api = await launch(API, url, ground);
  const learners = await signIn(api, 32, ground);
  const tokens = learners.map(({ token }) => token);
  const end = { ended: false };
  const running = drive(apiTarget(api.base, quizId, tokens), 32, Number.POSITIVE_INFINITY, end);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  end.ended = true;
  await postgres.stop('immediate');
  const { acknowledged } = await running;
  api.child.kill('SIGKILL');
  const again = await startLocalPostgres({ dir: `${DATA}pg`, port: postgres.port });
  const missing = await findMissing(urlOf(again, 'bench_guard'), acknowledged);
  await again.stop();
  return { acknowledged: acknowledged.length, missing };
}

async function findMissing(url: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  const client = await connect(url);
  const { rows } = await client.query<{ at: string }>(
    `select attempt_id || '/' || slot || '/' || (response->>'choice') as at from attempt_event where kind = 'answered'`,
  );
  await client.end();
  const stored = new Set(rows.map(({ at }) => at));
  return acknowledged.filter(({ attemptId, slot, choice }) => !stored.has(`${attemptId}/${slot}/${choice}`))
    .length;
}

/** Leaves both sides up for another driver, with a filled-in driver file. */
async function serveUntilStopped(contenders: ReadonlyMap<Side, Contender>): Promise<void> {
  for (const { side, target, child } of contenders.values()) {
    const file = `${DATA}${side}.json`;
    writeFileSync(file, JSON.stringify(target, null, 2));
    console.log(`${side}: ${target.base}（进程 ${child.pid}），配置在 ${file}`);
  }
  await once(process, 'SIGINT');
}

function print(rows: readonly Row[], writes: readonly Writes[], memory: number, guard: Guard): void {
  const round = (value: number | null, digits = 1) => (value === null ? '–' : value.toFixed(digits));
  console.log(
    '人数\t\t答卷/秒（最少–最多）\t请求/秒\tCPU ms/份（服务+数据库）\tWAL 字节/份\tp50/p99 ms：开始\t读取\t作答\t交卷',
  );
  for (const row of rows) {
    const times = STEP_NAMES.map((name) => `${round(row.took[name].p50)}/${round(row.took[name].p99)}`);
    console.log(
      [
        row.learners,
        row.side === 'api' ? '本服务' : '下限',
        `${round(row.attemptsPerSecond)} (${round(row.least)}–${round(row.most)})`,
        round(row.requestsPerSecond, 0),
        `${round(row.cpuServer, 2)}+${round(row.cpuPostgres, 2)}`,
        round(row.walBytes, 0),
        ...times,
      ].join('\t'),
    );
  }
  for (const learners of LEARNERS) {
    const [floor, api] = SIDES.map((side) =>
      rows.find((row) => row.side === side && row.learners === learners),
    );
    if (!floor || !api) continue;
    const cpu = (row: Row) => (row.cpuServer ?? 0) + (row.cpuPostgres ?? 0);
    console.log(
      `${learners} 人：速度是下限的 ${round(api.attemptsPerSecond / floor.attemptsPerSecond, 2)} 倍，CPU ${round(cpu(api) / cpu(floor), 2)} 倍，作答 p99 ${round(api.took.save.p99 / floor.took.save.p99, 2)} 倍`,
    );
  }
  for (const { side, commits, inserted, updated, deleted } of writes) {
    console.log(
      `${side === 'api' ? '本服务' : '下限'}每份答卷：提交 ${round(commits)} 次，写入 ${round(inserted)} 行，更新 ${round(updated)} 行，删除 ${round(deleted)} 行`,
    );
  }
  console.log(`服务内存最高 ${memory} MiB（PSS）`);
  console.log(`数据库立即停止：确认过的作答 ${guard.acknowledged} 个，丢失 ${guard.missing} 个`);
}

await main();
