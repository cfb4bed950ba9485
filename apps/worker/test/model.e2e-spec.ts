import { createDataSource, GenerationRow, QuestionRow, QuestionVersionRow } from '#database';
import { once } from 'node:events';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/database/testing/test-database.js';
import {
  type Behaviour,
  type EndpointDouble,
  says,
  type SeenRequest,
  startEndpointDouble,
} from '../../../libs/writing-model/testing/endpoint-double.js';
import { type Author, makeAuthor, orderGeneration, until } from '../testing/fixtures.js';
import { buildOnce, launchWorker, startWorker, type WorkerProcess } from '../testing/start-worker.js';

const KEY = 'sk-never-to-be-seen-0123456789';

let database: TestDatabase;
let dataSource: DataSource;
let author: Author;
let double: EndpointDouble | null = null;
const running: WorkerProcess[] = [];

beforeAll(async () => {
  buildOnce();
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, { poolSize: 3 }).initialize();
  author = await makeAuthor(dataSource);
});

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.end('SIGKILL');
  await double?.close();
  double = null;
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const TEXT = [
  '2020年9月，青岛工业互联网学院在青岛西海岸新区成立，首批招收学员120人。',
  '青岛工业互联网学院占地面积3.5万平方米，建有12个实训室。',
  '截至2023年底，青岛工业互联网学院累计培训企业管理人员8600人次，服务企业超过1300家。',
].join('\n');
const STEM = '2020年9月成立的青岛工业互联网学院，首批招收了多少名学员？';
const RIGHT = ['120人', '12个', '8600人次', '2020年9月', '超过1300家', '3.5万平方米'];

/** Words the fact about the first students anew; knows every answer with the article open, and none without it. */
function answerWell({ system, user }: SeenRequest): Behaviour {
  if (system.includes('"facts"')) return says({ facts: [] });
  if (system.includes('"wordings"')) {
    const fact = /"(F\d+)"[^{}]*?"120(?:人|名学员)?"/.exec(user)?.[1];
    const distractors = ['80人', '150人', '210人', '300人', '96人'];
    return says({ wordings: fact ? [{ fact, stem: STEM, distractors }] : [] });
  }
  if (!user.includes('文章')) return says({ choices: [] });
  if (user.includes('判断')) return says({ choices: [] });
  const options = [...user.matchAll(/^([A-Z])\. (.+)$/gm)];
  return says({
    choices: options.filter(([, , text = '']) => RIGHT.includes(text)).map(([, letter]) => letter),
  });
}

async function start(behave?: (request: SeenRequest) => Behaviour, env: NodeJS.ProcessEnv = {}) {
  if (behave) double = await startEndpointDouble(behave);
  const model = double && {
    MODEL_NAME: 'qwen-plus',
    MODEL_BASE_URL: double.baseUrl,
    MODEL_API_KEY: KEY,
    MODEL_PRESET: 'qwen',
  };
  const worker = await startWorker(database.url, { LOG_LEVEL: 'trace', ...model, ...env });
  running.push(worker);
  return worker;
}

const read = (id: string) => dataSource.manager.findOneByOrFail(GenerationRow, { id });

const finished = (id: string) =>
  until(async () => {
    const generation = await read(id);
    return (generation.state === 'succeeded' || generation.state === 'failed') && generation;
  });

async function stemsOf(generationId: string): Promise<string[]> {
  const questions = await dataSource.manager.find(QuestionRow, {
    where: { generationId },
    order: { position: 'asc' },
  });
  const versions = await dataSource.manager.find(QuestionVersionRow, {
    where: questions.map(({ id }) => ({ questionId: id })),
  });
  const stemOf = new Map(versions.map(({ questionId, content }) => [questionId, content.stem]));
  return questions.map(({ id }) => stemOf.get(id) ?? '');
}

/** What the rules write by themselves. */
async function writeByRules(): Promise<string[]> {
  const id = await orderGeneration(dataSource, author, TEXT);
  const worker = await start();
  await finished(id);
  await worker.end('SIGKILL');
  return stemsOf(id);
}

describe('a generation with a model', () => {
  it('takes what passes the gate, says whose it is, and keeps what it cost', async () => {
    const id = await orderGeneration(dataSource, author, TEXT);
    const worker = await start(answerWell);
    const generation = await finished(id);
    expect(await stemsOf(id)).toContain(STEM);
    const version = await dataSource.manager
      .createQueryBuilder(QuestionVersionRow, 'v')
      .where(`v.content ->> 'stem' = :stem`, { stem: STEM })
      .getOneOrFail();
    expect(version).toMatchObject({ origin: 'llm', provenance: { model: 'qwen-plus' } });
    expect(generation.assistance).toMatchObject({
      model: 'qwen-plus',
      calls: double?.seen.length,
      promptTokens: 100 * (double?.seen.length ?? 0),
      proposedWordings: 1,
      failures: [],
    });
    expect(generation.notes[0]).toMatchObject({ stage: 'model', code: 'model-report' });
    expect(generation.notes[0]?.detail).toMatch(
      /^大模型 qwen-plus 提出 0 条事实、1 个问法，试答 \d+ 道题；最后采用 1 道题。/,
    );
    expect(double?.seen[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(worker.output()).not.toContain(KEY);
    expect(JSON.stringify(await dataSource.query('select * from generation'))).not.toContain(KEY);
  });

  it.each<[string, Behaviour, string]>([
    ['refuses the key', { status: 401 }, 'model-unauthorized'],
    ['answers with a page', { raw: '<html>' }, 'model-reply-malformed'],
    ['answers with something else', says({ answer: 42 }), 'model-reply-wrong-shape'],
    ['cuts the connection', { reset: true }, 'model-unreachable'],
  ])('that %s is the rules’ own quiz, and the notes say why', async (_what, behaviour, code) => {
    const rules = await writeByRules();
    expect(rules.length).toBeGreaterThan(0);
    const id = await orderGeneration(dataSource, author, TEXT);
    const worker = await start(() => behaviour);
    const generation = await finished(id);
    expect(generation).toMatchObject({ state: 'succeeded', error: null });
    expect(await stemsOf(id)).toEqual(rules);
    expect(generation.notes.map((note) => note.code)).toContain(code);
    expect(generation.assistance?.failures.map((failure) => `model-${failure.code}`)).toContain(code);
    expect(worker.output()).not.toContain(KEY);
  });

  it('shows that it waits for the model, and gives the job back at once when told to stop', async () => {
    const id = await orderGeneration(dataSource, author, TEXT);
    const first = await start(() => ({ hang: 'before-head' }));
    await until(async () => (await read(id)).progress?.stage === 'model');
    expect(await first.end('SIGTERM')).toEqual({ code: 0 });
    expect(await read(id)).toMatchObject({ state: 'running', assistance: null });
    await double?.close();
    double = null;
    await start();
    expect(await finished(id)).toMatchObject({ state: 'succeeded', assistance: null });
  });
});

describe('a model that cannot be', () => {
  it.each([
    [{ MODEL_NAME: 'm' }, 'baseUrl'],
    [{ MODEL_NAME: 'm', MODEL_BASE_URL: 'http://models.example.com/v1' }, '除本机外必须使用 https'],
    [{ MODEL_NAME: 'm', MODEL_PRESET: 'mystery' }, 'MODEL_PRESET 应是 openai、qwen、deepseek、ollama 之一'],
    [{ MODEL_NAME: 'm', MODEL_PRESET: 'qwen', MODEL_API_KEY: `${KEY} ` }, 'apiKey'],
  ])('keeps the worker from starting, in one sentence: %o', async (env, words) => {
    const { child, output } = launchWorker({ DATABASE_URL: database.url, ...env });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output().trim().split('\n')).toEqual([expect.stringContaining(words)]);
    expect(output()).not.toContain(KEY);
  });

  it('is no model at all without a name', async () => {
    const id = await orderGeneration(dataSource, author, TEXT);
    await start(undefined, { MODEL_BASE_URL: 'http://127.0.0.1:9/v1', MODEL_API_KEY: KEY });
    expect(await finished(id)).toMatchObject({ state: 'succeeded', assistance: null });
  });
});
