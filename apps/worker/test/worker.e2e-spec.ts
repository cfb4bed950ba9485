import {
  ArticleVersionRow,
  AttemptEventRow,
  AttemptRow,
  createDataSource,
  FactRow,
  GenerationRow,
  QuestionRow,
  QuestionVersionRow,
  RegradeRunRow,
} from '#database';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/database/testing/test-database.js';
import {
  type Author,
  leaveAttempt,
  longArticle,
  makeAuthor,
  orderAgain,
  orderGeneration,
  until,
} from '../testing/fixtures.js';
import { buildOnce, launchWorker, startWorker, type WorkerProcess } from '../testing/start-worker.js';

let database: TestDatabase;
let dataSource: DataSource;
let author: Author;
const running: WorkerProcess[] = [];

beforeAll(async () => {
  buildOnce();
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, { poolSize: 3 }).initialize();
  author = await makeAuthor(dataSource);
});

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.end('SIGKILL');
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function start(): Promise<WorkerProcess> {
  const worker = await startWorker(database.url);
  running.push(worker);
  return worker;
}

const read = (id: string) => dataSource.manager.findOneByOrFail(GenerationRow, { id });

const finished = (id: string) =>
  until(async () => {
    const generation = await read(id);
    return (generation.state === 'succeeded' || generation.state === 'failed') && generation;
  });

const begun = (id: string) => until(async () => (await read(id)).state === 'running');

describe('a generation', () => {
  it('is written from the queue: facts proposed, questions as drafts, the clean text kept', async () => {
    const id = await orderGeneration(dataSource, author, longArticle(30));
    await start();
    const generation = await finished(id);
    expect(generation).toMatchObject({ state: 'succeeded', error: null });
    expect(generation.questionCount).toBeGreaterThan(0);
    const facts = await dataSource.manager.findBy(FactRow, { generationId: id });
    const questions = await dataSource.manager.findBy(QuestionRow, { generationId: id });
    expect(facts).toHaveLength(generation.factCount);
    expect(questions).toHaveLength(generation.questionCount);
    expect(new Set([...facts, ...questions].map(({ status }) => status))).toEqual(
      new Set(['proposed', 'draft']),
    );
    const { cleanText, cleanOrigins, text } = await dataSource.manager.findOneByOrFail(ArticleVersionRow, {
      id: generation.articleVersionId,
    });
    const { evidence } = facts[0]?.content ?? { evidence: [] };
    for (const { quote, start, end } of evidence) expect(cleanText?.slice(start, end)).toBe(quote);
    for (const run of cleanOrigins?.runs ?? []) {
      expect(cleanText?.slice(run.at, run.at + run.length)).toBe(text.slice(run.start, run.end));
    }
    expect(cleanOrigins?.runs.at(-1)?.end).toBe(text.length);
  });

  it('of a text without facts succeeds with no questions and a note saying why', async () => {
    const id = await orderGeneration(dataSource, author, 'Nothing in this text is written in Chinese.');
    await start();
    const generation = await finished(id);
    expect(generation).toMatchObject({ state: 'succeeded', factCount: 0, questionCount: 0 });
    expect(generation.notes.map(({ code }) => code)).toContain('no-chinese');
  });

  it('is done again within seconds, and only once, when the worker is killed in the middle', async () => {
    const id = await orderGeneration(dataSource, author, longArticle(400));
    const first = await start();
    await begun(id);
    await first.end('SIGKILL');
    expect((await read(id)).state).toBe('running');
    expect(await dataSource.manager.countBy(FactRow, { generationId: id })).toBe(0);

    const second = await start();
    const restartedAt = Date.now();
    const generation = await finished(id);
    expect(generation.state).toBe('succeeded');
    expect(Date.now() - restartedAt).toBeLessThan(30_000);
    expect(second.output()).toContain('lost its worker and is done again');
    const questions = await dataSource.manager.findBy(QuestionRow, { generationId: id });
    expect(questions).toHaveLength(generation.questionCount);
    const versions = await dataSource.manager.count(QuestionVersionRow, {
      where: questions.map((question) => ({ questionId: question.id })),
    });
    expect(versions).toBe(generation.questionCount);
  });

  it('goes back to the queue when the worker is told to stop, and the next one does it', async () => {
    const id = await orderGeneration(dataSource, author, longArticle(150));
    const first = await start();
    await begun(id);
    expect(await first.end('SIGTERM')).toEqual({ code: 0 });
    expect((await read(id)).state).toBe('running');
    await start();
    expect((await finished(id)).state).toBe('succeeded');
  });

  it('shows its progress while it is written', async () => {
    const id = await orderGeneration(dataSource, author, longArticle(400));
    await start();
    const seen = await until(async () => (await read(id)).progress);
    expect(seen).toMatchObject({
      stage: expect.any(String),
      done: expect.any(Number),
      total: expect.any(Number),
    });
    await finished(id);
  });

  it('that finds what the article already has stores nothing twice', async () => {
    const text = longArticle(20);
    const first = await orderGeneration(dataSource, author, text);
    await start();
    const { articleVersionId, questionCount } = await finished(first);
    const repeated = await orderAgain(dataSource, author, articleVersionId);
    const second = await finished(repeated);
    expect(second).toMatchObject({ state: 'succeeded', articleVersionId, questionCount });
    expect(second.notes.map(({ code }) => code)).toContain('already-in-bank');
    expect(await dataSource.manager.countBy(QuestionRow, { articleVersionId })).toBe(questionCount);
  });
});

describe('an attempt left lying', () => {
  it('is closed at its deadline with what was stored, however late', async () => {
    const { attemptId, dueAt } = await leaveAttempt(dataSource, author);
    await start();
    const attempt = await until(() =>
      dataSource.manager.findOneBy(AttemptRow, { id: attemptId, state: 'submitted' }),
    );
    expect(attempt).toMatchObject({ submittedAt: dueAt, closedBy: 'deadline', score: 1, maxScore: 2 });
    const events = await dataSource.manager.findBy(AttemptEventRow, { attemptId, kind: 'closed' });
    expect(events).toMatchObject([{ actor: 'deadline' }]);
  });

  it('is closed once when two workers see it', async () => {
    const left = await Promise.all(Array.from({ length: 20 }, () => leaveAttempt(dataSource, author)));
    await Promise.all([start(), start()]);
    await until(async () => (await dataSource.manager.countBy(AttemptRow, { state: 'in_progress' })) === 0);
    const events = await dataSource.manager.count(AttemptEventRow, {
      where: left.map(({ attemptId }) => ({ attemptId, kind: 'closed' as const })),
    });
    expect(events).toBe(20);
  });
});

describe('a regrade that broke off', () => {
  it('is finished by the worker, to the last attempt', async () => {
    const { attemptId } = await leaveAttempt(dataSource, author);
    await start();
    const closed = await until(() =>
      dataSource.manager.findOneBy(AttemptRow, { id: attemptId, state: 'submitted' }),
    );
    const [versionId = ''] = closed.questionVersionIds;
    const { questionId } = await dataSource.manager.findOneByOrFail(QuestionVersionRow, { id: versionId });
    const anHourAgo = new Date(Date.now() - 3_600_000);
    const run = { id: randomUUID(), quizId: closed.quizId, questionId, questionVersionIds: [versionId] };
    await dataSource.manager.insert(RegradeRunRow, {
      ...run,
      kind: 'void',
      reason: '作废',
      state: 'applying',
      counts: { attempts: 0, changed: 0, up: 0, down: 0, nowPassed: 0, nowFailed: 0 },
      createdBy: author.instructorId,
      createdAt: anHourAgo,
      appliedAt: anHourAgo,
      appliedBy: author.instructorId,
    });
    const finished = await until(() =>
      dataSource.manager.findOneBy(RegradeRunRow, { id: run.id, state: 'applied' }),
    );
    expect(finished.counts).toMatchObject({ attempts: 1, changed: 1 });
    const attempt = await dataSource.manager.findOneByOrFail(AttemptRow, { id: attemptId });
    expect(attempt.maxScore).toBe(1);
  });
});

describe('a start that cannot be', () => {
  it.each([
    [{}, '请设置 DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nowhere' }, '数据库连接不上'],
    [{ DATABASE_URL: 'postgres://x', LOG_LEVEL: 'loud' }, 'LOG_LEVEL 应是'],
  ])('ends with one clear sentence: %o', async (env, sentence) => {
    const { child, output } = launchWorker(env);
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(
      output()
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('{')),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
