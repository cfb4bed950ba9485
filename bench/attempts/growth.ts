import { parseArgs } from 'node:util';
import type pg from 'pg';
import { middleOf } from '../spread.js';
import { type Drive, drive, percentile } from './drive.js';
import { API, connect, launch, makeCollegeIn, signIn, takeGround } from './ground.js';
import { apiTarget, STEP_NAMES } from './target.js';

/*
 * The same work with ten thousand, a hundred thousand … responses of other learners already stored: what a learner waits for
 * must not grow with what others did.
 */
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const LEARNERS = 8;
const ATTEMPTS = 160;
const ROUNDS = 3;

interface Grown {
  readonly responses: number;
  readonly bytesPerResponse: number;
  /** Milliseconds, p50 and p99 of the middle round. */
  readonly start: Times;
  readonly read: Times;
  readonly save: Times;
  readonly submit: Times;
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, most: { type: 'string' } } });
  const most = Number(values.most ?? 1_000_000);
  const ground = await takeGround();
  try {
    const { url, quizId } = await makeCollegeIn(ground, 'bench_growth');
    const api = await launch(API, url, ground);
    const learners = await signIn(api, LEARNERS, ground);
    const target = apiTarget(
      api.base,
      quizId,
      learners.map(({ token }) => token),
    );
    const client = await connect(url);
    await drive(target, LEARNERS, ATTEMPTS);
    const rows: Grown[] = [];
    for (const size of SIZES.filter((each) => each <= most)) {
      await fill(client, size);
      const runs: Drive[] = [];
      for (let round = 0; round < ROUNDS; round += 1) runs.push(await drive(target, LEARNERS, ATTEMPTS));
      const errors = runs.reduce((sum, run) => sum + run.errors, 0);
      if (errors > 0) throw new Error(`${errors} requests failed`);
      const times = STEP_NAMES.map((name) => {
        const of = (p: number) => round1(middleOf(runs.map((run) => percentile(run.took[name], p))));
        return [name, { p50: of(50), p99: of(99) }] as const;
      });
      const stored = { responses: size, bytesPerResponse: await bytesPerResponse(client) };
      rows.push({ ...stored, ...Object.fromEntries(times) } as Grown);
      process.stderr.write(`已存 ${size} 个作答，已测\n`);
    }
    await client.end();
    api.child.kill('SIGKILL');
    if (values.json) console.log(JSON.stringify({ node: process.version, rounds: ROUNDS, rows }, null, 2));
    else print(rows);
  } finally {
    await ground.stop();
  }
}

/** Adds submitted attempts of other learners until so many responses are stored. */
async function fill(client: pg.Client, responses: number): Promise<void> {
  const { rows } = await client.query<{ stored: number }>(
    `select count(*)::int as stored from attempt_event where kind = 'answered'`,
  );
  const attempts = Math.max(0, Math.ceil((responses - (rows[0]?.stored ?? 0)) / 10));
  await client.query(
    `create temporary table other as
     select gen_random_uuid() as learner_id, gen_random_uuid() as id, now() - n * interval '1 minute' as at
     from generate_series(1, $1) n`,
    [attempts],
  );
  await client.query(
    `insert into learner (id, partner_id, created_at)
     select learner_id, (select id from partner limit 1), at from other`,
  );
  await client.query(
    `insert into attempt (learner_id, id, quiz_id, quiz_version_id, number, seed, state, started_at, due_at, closes_at,
                          submitted_at, closed_by, max_score, score, question_version_ids, sequences, points)
     select o.learner_id, o.id, v.quiz_id, v.id, 1, 7, 'submitted', o.at, o.at, o.at, o.at, 'learner', 10, 5,
            (select array_agg(question_version_id order by slot) from quiz_slot where quiz_version_id = v.id),
            array_fill(1, array[10]), array_fill(1, array[10])
     from other o, quiz_version v`,
  );
  await client.query(
    `insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at, response)
     select learner_id, id, slot, case when slot = 0 then 0 else 1 end, case when slot = 0 then 'started' else 'answered' end,
            'learner', at, case when slot > 0 then '{"type": "single", "choice": "1"}'::jsonb end
     from other, generate_series(0, 10) slot`,
  );
  await client.query(
    `insert into attempt_slot (learner_id, attempt_id, slot, question_version_id, points, response, answered_at, fraction,
                               score, rule)
     select o.learner_id, o.id, s.slot, s.question_version_id, 1, '{"type": "single", "choice": "1"}', o.at, 0, 0, 'wrong'
     from other o, quiz_slot s`,
  );
  await client.query('drop table other');
  await client.query('vacuum analyze attempt, attempt_event, attempt_slot, learner');
}

async function bytesPerResponse(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    `select (pg_total_relation_size('attempt') + pg_total_relation_size('attempt_event')
             + pg_total_relation_size('attempt_slot'))::float8
            / (select count(*) from attempt_event where kind = 'answered') as bytes`,
  );
  return Math.round(rows[0]?.bytes ?? 0);
}

function print(rows: readonly Grown[]): void {
  console.log('已存作答\t每个作答字节\tp50/p99 ms：开始\t读取\t作答\t交卷');
  for (const row of rows) {
    const times = STEP_NAMES.map((name) => `${row[name].p50}/${row[name].p99}`);
    console.log([row.responses, row.bytesPerResponse, ...times].join('\t'));
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const ratios = STEP_NAMES.map((name) => `${name} ${round1(last[name].p50 / first[name].p50)}`);
  console.log(`p50 从最少到最多的倍数：${ratios.join('，')}`);
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

await main();
