import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { percentile } from './drive.js';
import { API, connect, launch, makeCollegeIn, signIn, takeGround } from './ground.js';
import { memoryMiB } from './usage.js';

/*
 * The exam opens: all learners start the same quiz of twenty questions within ten seconds, whatever the replies take. Who is
 * told to come back (503 with Retry-After) comes back as told.
 */
const SPREAD_MS = 10_000;
const QUESTIONS = 20;
/** As often as a phone asks before it gives up. */
const MOST_TRIES = 10;

interface Start {
  readonly status: number;
  /** From the first try to the reply that settled it. */
  readonly ms: number;
  readonly tries: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, learners: { type: 'string' } } });
  const count = Number(values.learners ?? 5_000);
  const ground = await takeGround();
  try {
    const { url, quizId } = await makeCollegeIn(ground, 'bench_herd', QUESTIONS);
    const api = await launch(API, url, ground);
    const learners = await signIn(api, count, ground);
    process.stderr.write(`${count} 名学员已登录\n`);
    const memory = [memoryMiB(api.child.pid ?? 0) ?? 0];
    const watch = setInterval(() => memory.push(memoryMiB(api.child.pid ?? 0) ?? 0), 500);
    const agent = new Agent({ keepAlive: true });
    const begun = performance.now();
    const starts = await Promise.all(
      learners.map(({ token }, index) =>
        startAt(agent, api.base, quizId, token, (index / count) * SPREAD_MS),
      ),
    );
    const seconds = (performance.now() - begun) / 1000;
    clearInterval(watch);
    agent.destroy();
    const client = await connect(url);
    const { rows } = await client.query<{ made: number }>('select count(*)::int as made from attempt');
    await client.end();
    api.child.kill('SIGKILL');
    const times = starts.map(({ ms }) => ms);
    const result = {
      learners: count,
      withinSeconds: SPREAD_MS / 1000,
      tookSeconds: round(seconds),
      started: starts.filter(({ status }) => status === 201).length,
      refused: starts.filter(({ status }) => status !== 201).length,
      askedAgain: starts.filter(({ tries }) => tries > 1).length,
      attemptsStored: rows[0]?.made ?? 0,
      p50: round(percentile(times, 50)),
      p99: round(percentile(times, 99)),
      slowest: round(Math.max(...times)),
      memoryMiB: {
        before: round(memory[0] ?? 0),
        most: round(Math.max(...memory)),
        after: round(memory.at(-1) ?? 0),
      },
    };
    if (values.json) console.log(JSON.stringify(result, null, 2));
    else {
      console.log(
        `${count} 名学员在 ${result.withinSeconds} 秒内开始同一份 ${QUESTIONS} 题的试卷，用时 ${result.tookSeconds} 秒`,
      );
      console.log(
        `开始成功 ${result.started}，没有成功 ${result.refused}，被请稍后再来过 ${result.askedAgain}，库中答卷 ${result.attemptsStored}`,
      );
      console.log(`开始一次（毫秒）：p50 ${result.p50}，p99 ${result.p99}，最慢 ${result.slowest}`);
      console.log(
        `服务内存 MiB（PSS）：之前 ${result.memoryMiB.before}，最高 ${result.memoryMiB.most}，之后 ${result.memoryMiB.after}`,
      );
    }
  } finally {
    await ground.stop();
  }
}

async function startAt(
  agent: Agent,
  base: string,
  quizId: string,
  token: string,
  afterMs: number,
): Promise<Start> {
  await pause(afterMs);
  const begun = performance.now();
  for (let tries = 1; ; tries += 1) {
    const { status, retryAfter } = await post(agent, `${base}/v1/quizzes/${quizId}/attempts`, token);
    if (status !== 503 || tries === MOST_TRIES) return { status, ms: performance.now() - begun, tries };
    await pause(retryAfter * 1000 * (1 + Math.random()));
  }
}

function post(agent: Agent, url: string, token: string): Promise<{ status: number; retryAfter: number }> {
  return new Promise((resolve) => {
    const asked = request(
      url,
      { agent, method: 'POST', headers: { authorization: `Bearer ${token}` } },
      (reply) => {
        reply.resume();
        const retryAfter = Number(reply.headers['retry-after'] ?? 1);
        reply.once('end', () => resolve({ status: reply.statusCode ?? 0, retryAfter }));
      },
    );
    // A broken connection is asked again as a busy server is.
    asked.once('error', () => resolve({ status: 503, retryAfter: 1 }));
    asked.end();
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

await main();
