import { createDataSource, migrate } from '#database';
import { parseArgs } from 'node:util';
import { foldForSearch } from '#question';
import { API, connect, launch, takeGround, urlOf } from '../attempts/ground.js';
import { memoryMiB } from '../attempts/usage.js';
import type { QuestionFilter } from '../../apps/api/src/questions/questions.store.js';
import { planShape } from './plan-shape.js';
import { seedBank, type SeededBank, TAGS, TEACHER } from './seed.js';
import { randomFrom } from './texts.js';

/*
 * How long a search of the bank takes over HTTP, everything switched on: sign-in, ownership, total, page. One after another:
 * an instructor waits for one search, not for a hundred.
 */
const LENGTHS = [2, 4, 12];
const RARE = 20;
/** Of the questions, for 2, 4 and 12 characters. */
const FREQUENT = [0.1, 0.02, 0.001];

interface Measured {
  readonly name: string;
  readonly hits: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly scans: readonly string[];
}

type Query = Readonly<Record<string, string | number>>;

interface Case {
  readonly name: string;
  readonly queries: readonly Query[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, questions: { type: 'string' }, requests: { type: 'string' } },
  });
  const count = Number(values.questions ?? 50_000);
  const requests = Number(values.requests ?? 60);
  const ground = await takeGround();
  try {
    const admin = await connect(ground.postgres.url);
    await admin.query('create database bench_bank');
    await admin.end();
    const url = urlOf(ground.postgres, 'bench_bank');
    const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
    await migrate(dataSource);
    const began = Date.now();
    const bank = await seedBank(dataSource, count);
    process.stderr.write(`已存入 ${count} 道题，用时 ${Math.round((Date.now() - began) / 1000)} 秒\n`);
    const { child, base } = await launch(API, url, ground);
    try {
      const ask = await signedIn(base);
      const rows: Measured[] = [];
      const words = chooseWords(bank);
      for (const { name, queries } of cases(bank, words)) {
        const scans = new Set<string>();
        for (const query of queries.slice(0, 3)) {
          for (const scan of await planShape(dataSource, bank.partnerId, filterOf(query))) scans.add(scan);
        }
        const took = await time(requests, (turn) =>
          ask(`/v1/staff/questions?${text(queries[turn % queries.length])}`),
        );
        rows.push({ name, ...took, scans: [...scans] });
      }
      const ids = bank.questionIds;
      const like = await time(requests, (turn) =>
        ask(`/v1/staff/questions/${ids[(turn * 97) % ids.length]}/duplicates`),
      );
      rows.push({ name: '很像的题', ...like, scans: [] });
      const memory = Math.round(memoryMiB(child.pid ?? 0) ?? 0);
      const size = await dataSource.query<[{ bytes: string; index: string }]>(
        `select pg_total_relation_size('question') as bytes, pg_relation_size('question_bigrams_idx') as index`,
      );
      if (values.json) console.log(JSON.stringify({ count, requests, rows, memory, size: size[0] }, null, 2));
      else print(count, rows, memory, size[0]);
    } finally {
      child.kill('SIGKILL');
      await dataSource.destroy();
    }
  } finally {
    await ground.stop();
  }
}

/** The query as the api hands it to its store. */
function filterOf({ tags, ...query }: Query): QuestionFilter {
  const order = { sort: 'created', page: 1, pageSize: 20 } as const;
  return { ...order, ...query, ...(tags !== undefined && { tags: [String(tags)] }) };
}

interface Words {
  readonly length: number;
  readonly rare: readonly string[];
  readonly frequent: readonly string[];
}

/** Stretches of the questions' own texts, sorted by how many questions have them. */
function chooseWords({ searchTexts }: SeededBank): Words[] {
  const random = randomFrom(7);
  return LENGTHS.map((length, index) => {
    const [rare, frequent]: [Set<string>, Set<string>] = [new Set(), new Set()];
    const least = (FREQUENT[index] ?? 1) * searchTexts.length;
    for (let tries = 0; tries < 3_000 && (rare.size < 15 || frequent.size < 15); tries += 1) {
      const text = searchTexts[Math.floor(random() * searchTexts.length)] ?? '';
      const start = Math.floor(random() * Math.max(1, text.length - length));
      const word = text.slice(start, start + length);
      if (word.length < length || /[\s\p{P}]/u.test(word) || word !== foldForSearch(word)) continue;
      const found = searchTexts.reduce((sum, other) => sum + (other.includes(word) ? 1 : 0), 0);
      if (found <= RARE && rare.size < 15) rare.add(word);
      if (found >= least && frequent.size < 15) frequent.add(word);
    }
    return { length, rare: [...rare], frequent: [...frequent] };
  });
}

function cases({ topicId, courseId, searchTexts }: SeededBank, words: readonly Words[]): Case[] {
  const searched = words.flatMap(({ length, rare, frequent }) => [
    { name: `${length} 字，少见`, words: rare },
    { name: `${length} 字，常见`, words: frequent },
  ]);
  const filters: [string, Query][] = [
    ['', {}],
    ['，标签', { tags: TAGS[0] ?? '' }],
    ['，知识点', { topicId }],
    ['，状态', { status: 'published' }],
    ['，题型', { type: 'single' }],
    ['，标签+知识点+状态', { tags: TAGS[0] ?? '', topicId, status: 'published' }],
  ];
  const deep = Math.floor((searchTexts.length * 0.1) / 20);
  const common = words[0]?.frequent ?? [];
  const list: Case[] = searched
    .filter((one) => one.words.length > 0)
    .flatMap((one) =>
      filters.map(([name, filter]) => ({
        name: `${one.name}${name}`,
        queries: one.words.map((q) => ({ q, ...filter })),
      })),
    );
  return [
    ...list,
    { name: '2 字，常见，很后面的一页', queries: common.map((q) => ({ q, page: deep })) },
    { name: '2 字，常见，由难到易', queries: common.map((q) => ({ q, sort: '-difficulty' })) },
    { name: '1 个字', queries: [...'阀济标'].map((q) => ({ q })) },
    { name: '找不到的词', queries: ['区块链', '量子纠缠', '不存在的题目'].map((q) => ({ q })) },
    { name: '整门课程，第 1 页', queries: [{ courseId }] },
    { name: '整门课程，最后一页', queries: [{ courseId, page: Math.ceil(searchTexts.length / 20) }] },
    { name: '只按标签', queries: TAGS.map((tags) => ({ tags })) },
    { name: '难度 4–5，由难到易', queries: [{ difficultyFrom: 4, difficultyTo: 5, sort: '-difficulty' }] },
  ];
}

async function time(
  requests: number,
  ask: (turn: number) => Promise<number>,
): Promise<Omit<Measured, 'name' | 'scans'>> {
  const took: number[] = [];
  let hits = 0;
  // The first tenth warms up.
  const warm = Math.ceil(requests / 10);
  for (let turn = 0; turn < requests + warm; turn += 1) {
    const began = performance.now();
    const found = await ask(turn);
    if (turn < warm) continue;
    took.push(performance.now() - began);
    hits += found;
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { hits: Math.round(hits / requests), p50: at(0.5), p95: at(0.95), most: at(1) };
}

async function signedIn(base: string): Promise<(path: string) => Promise<number>> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${base}/v1/auth/password`, {
    method: 'POST',
    headers,
    body: JSON.stringify(TEACHER),
  });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  return async (path) => {
    const found = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!found.ok) throw new Error(`${path} said ${found.status}: ${await found.text()}`);
    const { total, items } = (await found.json()) as { total?: number; items: unknown[] };
    return total ?? items.length;
  };
}

function text(query: Query = {}): string {
  return new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}

function print(
  count: number,
  rows: readonly Measured[],
  memory: number,
  { bytes, index }: { readonly bytes: string; readonly index: string },
): void {
  console.log(`${count} 道题\t\t平均命中\tp50 ms\tp95 ms\t最长 ms\t不用索引的扫描`);
  for (const { name, hits, p50, p95, most, scans } of rows) {
    const whole = scans.filter((scan) => scan.startsWith('Seq Scan'));
    console.log(
      [name, hits, ...[p50, p95, most].map((ms) => ms.toFixed(1)), whole.join('；') || '无'].join('\t'),
    );
  }
  const mib = (size: string) => (Number(size) / 2 ** 20).toFixed(0);
  console.log(
    `题目表连同索引 ${mib(bytes)} MiB，其中字对索引 ${mib(index)} MiB；服务内存 ${memory} MiB（PSS）`,
  );
  const slowest = Math.max(...rows.map(({ p95 }) => p95));
  console.log(`最慢的 p95：${slowest.toFixed(1)} ms（目标 200 ms 以内）`);
}

await main();
