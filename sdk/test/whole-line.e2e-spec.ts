import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loginCode, makeCollege, signInInstructor } from '../../apps/api/testing/college.js';
import { APP, startApi, type Method, type TestApi } from '../../apps/api/testing/start-api.js';
import { buildOnce, startWorker, type WorkerProcess } from '../../apps/worker/testing/start-worker.js';
import {
  createQuizClient,
  fetchPlatform,
  type Attempt,
  type QuizClient,
  type QuizSummary,
  type Response,
} from '../src/index.js';

const TYPES = ['single', 'multi', 'tf', 'fill', 'order', 'match'];
const POINTS = 2.5;

interface StaffQuestion {
  readonly id: string;
  readonly type: string;
  readonly stem: string;
  readonly key: Response;
}

let api: TestApi;
let worker: WorkerProcess | undefined;
let teacher: string;
let article: string;

beforeAll(async () => {
  buildOnce();
  api = await startApi();
  worker = await startWorker(api.databaseUrl);
  teacher = await signInInstructor(api, await makeCollege(api));
  article = await readFile(new URL('../../apps/cli/demo/article.txt', import.meta.url), 'utf8');
});
afterAll(async () => {
  await worker?.end('SIGTERM');
  await api?.stop();
});

async function asTeacher<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const reply = await api.call(method, `/v1/staff${path}`, teacher, body);
  expect([path, reply.status, reply.body.detail]).toEqual([
    path,
    expect.toSatisfy((n) => n < 300),
    undefined,
  ]);
  return reply.body as T;
}

const phoneOf = (user: string): QuizClient =>
  createQuizClient({
    baseUrl: api.url,
    appId: APP.appId,
    platform: fetchPlatform({ signInCode: () => loginCode(api, user) }),
  });

/** Has the article's questions written, takes up to two of each type, and puts them before learners. */
async function publishQuiz(): Promise<{ quizId: string; keys: Map<string, Response> }> {
  const { id: courseId } = await asTeacher<{ id: string }>('post', '/courses', { title: '工业互联网导论' });
  const text = { courseId, title: '青岛工业互联网', text: article };
  const { id: articleId } = await asTeacher<{ id: string }>('post', '/articles', text);
  const { id } = await asTeacher<{ id: string }>('post', `/articles/${articleId}/generations`, { seed: 7 });
  await vi.waitFor(
    async () => {
      const { state } = await asTeacher<{ state: string }>('get', `/generations/${id}`);
      expect(state).toBe('succeeded');
    },
    { timeout: 45_000, interval: 100 },
  );

  const listed = `/questions?articleId=${articleId}&status=draft&page=1&pageSize=100`;
  const { items } = await asTeacher<{ items: StaffQuestion[] }>('get', listed);
  const chosen = TYPES.flatMap((type) => items.filter((item) => item.type === type).slice(0, 2));
  const keys = new Map<string, Response>();
  for (const question of chosen) {
    const { stem, key } = await asTeacher<StaffQuestion>('get', `/questions/${question.id}`);
    keys.set(stem, key);
    for (const status of ['in_review', 'published']) {
      await asTeacher('put', `/questions/${question.id}/status`, { status });
    }
  }
  const slots = chosen.map((question) => ({ questionId: question.id, points: POINTS }));
  const quiz = { courseId, title: '课后测验', slots, timeLimitSeconds: 1200, attemptsAllowed: 1 };
  const { id: quizId } = await asTeacher<{ id: string }>('post', '/quizzes', quiz);
  await asTeacher('post', `/quizzes/${quizId}/publish`);
  return { quizId, keys };
}

/** The only published quiz, found the way a learner finds it. */
async function findQuiz(phone: QuizClient): Promise<QuizSummary> {
  const { items: courses } = await phone.courses.list();
  const lists = await Promise.all(courses.map(({ id }) => phone.quizzes.list(id)));
  const [quiz] = lists.flatMap(({ items }) => items);
  if (!quiz) throw new Error('the learner sees no quiz');
  return quiz;
}

async function answerRight(
  phone: QuizClient,
  attempt: Attempt,
  slots: Attempt['slots'],
  keys: Map<string, Response>,
) {
  for (const { slot, question } of slots) {
    const response = keys.get(question.stem);
    if (!response) throw new Error(`no key for ${question.stem}`);
    expect(await phone.attempts.answer(attempt.id, slot, response)).toMatchObject({ slot, saved: true });
  }
}

describe('the whole line', () => {
  it('brings an article to a score in the database, through the worker, WeChat and two phones', async () => {
    const { quizId, keys } = await publishQuiz();
    expect(keys.size).toBeGreaterThanOrEqual(6);

    const phone = phoneOf('张三');
    const learner = await phone.signIn();
    expect(await phone.me()).toEqual(learner);
    const quiz = await findQuiz(phone);
    expect(quiz).toMatchObject({
      id: quizId,
      questionCount: keys.size,
      attemptsUsed: 0,
      openAttemptId: null,
    });

    const attempt = await phone.attempts.start(quizId);
    expect(JSON.stringify(attempt)).not.toMatch(/"(key|explanation|evidence|fraction|score)"/);
    const half = Math.ceil(attempt.slots.length / 2);
    await answerRight(phone, attempt, attempt.slots.slice(0, half), keys);

    const otherPhone = phoneOf('张三');
    const resumed = await otherPhone.attempts.start(quizId);
    expect(resumed.id).toBe(attempt.id);
    expect(resumed.dueAt).toBe(attempt.dueAt);
    expect(resumed.slots.map(({ question }) => question)).toEqual(
      attempt.slots.map(({ question }) => question),
    );
    const unanswered = resumed.slots.filter(({ response }) => response === null);
    expect(unanswered.map(({ slot }) => slot)).toEqual(attempt.slots.slice(half).map(({ slot }) => slot));
    const [left, ...rest] = unanswered;
    await answerRight(otherPhone, resumed, rest, keys);

    const result = await otherPhone.attempts.submit(attempt.id);
    const [score, maxScore] = [(keys.size - 1) * POINTS, keys.size * POINTS];
    expect(result).toMatchObject({ score, maxScore, closedBy: 'learner', quizTitle: '课后测验' });
    expect(await phone.attempts.result(attempt.id)).toEqual(result);
    for (const slot of result.slots) {
      const skipped = slot.slot === left?.slot;
      expect(slot).toMatchObject({ fraction: skipped ? 0 : 1, key: keys.get(slot.question.stem) });
      expect(slot.explanation).not.toBe('');
      expect(slot.articleTitle).toBe('青岛工业互联网');
      expect(slot.evidence).not.toHaveLength(0);
      for (const { quote, paragraph, quoteStart, quoteEnd } of slot.evidence ?? []) {
        expect(paragraph.slice(quoteStart, quoteEnd)).toBe(quote);
      }
    }
    await expect(answerRight(phone, attempt, attempt.slots, keys)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'attempt-closed',
    });
    await expect(phone.attempts.start(quizId)).rejects.toMatchObject({ code: 'attempts-used-up' });

    const rows: unknown = await api.dataSource.query(
      'select learner_id, state, score::float8, max_score::float8 from attempt where id = $1',
      [attempt.id],
    );
    expect(rows).toEqual([{ learner_id: learner.id, state: 'submitted', score, max_score: maxScore }]);
  });
});
