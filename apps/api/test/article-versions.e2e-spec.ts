import { QuestionVersionRow } from '#database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, type BuiltProcess, launchBuilt, untilReady } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;
let learner: string;
let worker: BuiltProcess;

beforeAll(async () => {
  buildOnce();
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  learner = await signInLearner(api, 'zhang-san');
  worker = await startWorker();
});

afterAll(async () => {
  await worker.kill();
  await api.stop();
});

async function startWorker(): Promise<BuiltProcess> {
  const started = launchBuilt('worker', { DATABASE_URL: api.databaseUrl, LOG_LEVEL: 'warn' });
  await untilReady(started);
  return started;
}

const FOUNDED = '2020年9月，青岛工业互联网学院在青岛西海岸新区成立，首批招收学员120人。';
const ROOMS = '学院由山东省工业和信息化厅指导，占地面积3.5万平方米，建有12个实训室。';
const TRAINED = '截至2023年底，学院累计培训企业管理人员8600人次，服务企业超过1300家。';
const FIRST = [FOUNDED, ROOMS, TRAINED].join('\n');
/** One sentence in front, one figure changed, one paragraph gone. */
const SECOND = ['新学期开始了，学院欢迎各位新学员。', FOUNDED, ROOMS.replace('12个', '16个')].join('\n');

const staff = (method: 'get' | 'post' | 'put', path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);

async function until<T>(ask: () => Promise<T | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function generate(articleId: string) {
  const order = await staff('post', `/articles/${articleId}/generations`, { seed: 7 }).expect(202);
  return until(async () => {
    const { body } = await staff('get', `/generations/${order.body.id}`).expect(200);
    return body.state === 'succeeded' && body;
  });
}

interface Written {
  readonly articleId: string;
  readonly questionIds: readonly string[];
  readonly quizId: string;
}

/** The first version with its questions published, and a quiz of all of them. */
async function writeFirst(): Promise<Written> {
  const upload = { courseId: college.courseId, title: '学院简介', text: FIRST };
  const article = await staff('post', '/articles', upload).expect(201);
  const articleId: string = article.body.id;
  await generate(articleId);
  const bank = await staff('get', `/questions?articleId=${articleId}&pageSize=100`).expect(200);
  const questionIds: string[] = bank.body.items.map(({ id }: { id: string }) => id);
  await publishQuestions(questionIds);
  const plan = { title: '课后测验', slots: questionIds.map((questionId) => ({ questionId })) };
  const quiz = await staff('post', '/quizzes', { courseId: college.courseId, ...plan }).expect(201);
  await staff('post', `/quizzes/${quiz.body.id}/publish`).expect(200);
  return { articleId, questionIds, quizId: quiz.body.id };
}

async function publishQuestions(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (const status of ['in_review', 'published']) {
      await staff('put', `/questions/${id}/status`, { status }).expect(200);
    }
  }
}

const giveText = (articleId: string, text: string) =>
  staff('post', `/articles/${articleId}/versions`, { text });

const compared = (articleId: string, version: number) =>
  until(async () => {
    const { body } = await staff('get', `/articles/${articleId}/changes?version=${version}`).expect(200);
    return body.comparison !== 'waiting' && body;
  });

interface Quoting {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly statusReason: string | null;
  readonly question: unknown;
  readonly key: unknown;
  readonly evidence: { quote: string; start: number; end: number; source: unknown }[];
}

async function readQuestions(ids: readonly string[]): Promise<Quoting[]> {
  const replies = await Promise.all(ids.map((id) => staff('get', `/questions/${id}`).expect(200)));
  return replies.map(({ body }) => body);
}

const quotes = ({ evidence }: Quoting, sentence: string) =>
  evidence.some(({ quote }) => sentence.includes(quote));

describe('a new version of an article', () => {
  it('carries over what stands, re-opens what changed or went, and leaves quizzes and attempts as they were', async () => {
    const { articleId, questionIds, quizId } = await writeFirst();
    const before = await readQuestions(questionIds);
    const about = {
      founded: before.filter((question) => !quotes(question, ROOMS) && !quotes(question, TRAINED)),
      trained: before.filter((question) => quotes(question, TRAINED)),
    };
    expect(about.founded.length).toBeGreaterThan(0);
    expect(about.trained.length).toBeGreaterThan(0);
    const attempt = await api.call('post', `/v1/quizzes/${quizId}/attempts`, learner).expect(201);

    const given = await giveText(articleId, SECOND).expect(201);
    expect(given.body).toMatchObject({ articleId, version: 2, format: 'text', fileName: null });
    const map = await compared(articleId, 2);
    expect(map).toMatchObject({ articleId, version: 2, comparison: 'done', error: null });
    expect(map.counts.moved).toBeGreaterThan(0);
    expect(map.counts.changed).toBeGreaterThan(0);
    expect(map.counts.gone).toBeGreaterThan(0);
    expect(map.items.map(({ state }: { state: string }) => state)[0]).toBe('changed');

    const after = await readQuestions(questionIds);
    const { cleanText } = (await staff('get', `/articles/${articleId}`).expect(200)).body;
    expect(cleanText).toContain('16个实训室');
    for (const was of about.founded) {
      const now = after.find(({ id }) => id === was.id);
      expect(now).toMatchObject({ status: 'published', statusReason: null, version: was.version + 1 });
      expect(now).toMatchObject({ question: was.question, key: was.key });
      for (const { quote, start, end, source } of now?.evidence ?? []) {
        expect(cleanText.slice(start, end)).toBe(quote);
        expect(SECOND.slice(SECOND.indexOf(quote)).startsWith(quote)).toBe(true);
        expect(source).toEqual([{ start: SECOND.indexOf(quote), end: SECOND.indexOf(quote) + quote.length }]);
      }
    }
    for (const was of about.trained) {
      const now = after.find(({ id }) => id === was.id);
      expect(now).toMatchObject({ status: 'in_review', version: was.version, question: was.question });
      expect(now?.statusReason).toMatch(/^文章第 2 版里没有了这道题依据的原句“.+”/);
    }
    const changed = map.items.find(({ state }: { state: string }) => state === 'changed');
    expect(changed.quotes[0].before).toContain('12个');
    expect(changed.quotes[0].after).toContain('16个');
    const [reopened] = changed.questions;
    expect(reopened).toMatchObject({ status: 'in_review', reopened: true });
    expect(reopened.statusReason).toContain('原来是');
    expect(reopened.quizzes).toEqual([{ id: quizId, title: '课后测验', published: true }]);
    expect(map.counts.reopened).toBe(after.filter(({ status }) => status === 'in_review').length);

    const path = `/v1/attempts/${attempt.body.id}`;
    const resumed = await api.call('get', path, learner).expect(200);
    expect(resumed.body.slots).toEqual(attempt.body.slots);
    const result = await api.call('post', `${path}/submit`, learner).expect(200);
    expect(result.body.slots).toHaveLength(questionIds.length);
    for (const { evidence } of result.body.slots) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { paragraph } of evidence) expect(FIRST.split('\n')).toContain(paragraph);
    }
    await api.call('post', `/v1/quizzes/${quizId}/attempts`, learner).expect(201);
  });

  it('given twice is one version, and the facts and questions of a generation after it are there once', async () => {
    const { articleId } = await writeFirst();
    const replies = await Promise.all(Array.from({ length: 5 }, () => giveText(articleId, SECOND)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(replies.map(({ body }) => body.version))).toEqual(new Set([2]));
    const done = await generate(articleId);
    const facts = (await staff('get', `/articles/${articleId}/facts`).expect(200)).body.items;
    const statements = facts.map(({ statement, answer }: Record<string, string>) => `${statement} ${answer}`);
    expect(new Set(statements).size).toBe(statements.length);
    expect(facts).toHaveLength(done.counts.facts);
    const bank = (await staff('get', `/questions?articleId=${articleId}&pageSize=100`).expect(200)).body
      .items;
    const standing = bank.filter(({ status }: { status: string }) => status === 'published');
    const stems = standing.map(({ stem }: { stem: string }) => stem);
    const drafts = bank.filter(({ status }: { status: string }) => status === 'draft');
    for (const { stem, type } of drafts) {
      expect(standing).not.toContainEqual(expect.objectContaining({ stem, type }));
    }
    expect(stems.length).toBeGreaterThan(0);
    const listed = await staff('get', `/articles/${articleId}/versions`).expect(200);
    expect(listed.body.items).toMatchObject([
      { version: 2, comparison: 'done' },
      { version: 1, comparison: 'none' },
    ]);
  });

  it('that says the same of what a person has judged re-opens nothing again, and one that goes back says so', async () => {
    const { articleId, questionIds } = await writeFirst();
    await giveText(articleId, SECOND).expect(201);
    await compared(articleId, 2);
    const reopened = (await readQuestions(questionIds)).filter(({ status }) => status === 'in_review');
    const [judged, waiting] = reopened;
    expect(waiting).toBeDefined();
    await staff('put', `/questions/${judged?.id}/status`, { status: 'published' }).expect(200);

    await giveText(articleId, `${SECOND}\n完。`).expect(201);
    const third = await compared(articleId, 3);
    expect(third.counts.reopened).toBe(0);
    expect(third.items.find(({ state }: { state: string }) => state === 'gone')).toMatchObject({
      sinceVersion: 1,
    });
    const [still] = await readQuestions([judged?.id ?? '']);
    expect(still).toMatchObject({ status: 'published', statusReason: null });

    await giveText(articleId, FIRST).expect(201);
    expect((await compared(articleId, 4)).counts).toMatchObject({ changed: 0, gone: 0, reopened: 0 });
    const [back] = await readQuestions([waiting?.id ?? '']);
    expect(back?.status).toBe('in_review');
    expect(back?.statusReason).toMatch(/^文章第 4 版又有了这道题依据的原句/);
    await staff('put', `/questions/${waiting?.id}/status`, { status: 'retired' }).expect(200);
  });

  it('is compared by the next worker when one is killed with all of it written and nothing committed', async () => {
    const { articleId, questionIds } = await writeFirst();
    await worker.kill();
    await giveText(articleId, SECOND).expect(201);
    const waiting = await staff('get', `/articles/${articleId}/changes`).expect(200);
    expect(waiting.body).toMatchObject({ version: 2, comparison: 'waiting', items: [] });
    await api.dataSource.transaction(async (manager) => {
      // The last thing a comparison writes is this row.
      await manager.query(
        'select from article_version where article_id = $1 and number = 2 for no key update',
        [articleId],
      );
      const doomed = await startWorker();
      await until(async () => {
        const [{ blocked }] = await api.dataSource.query(
          `select count(*)::int as blocked from pg_stat_activity
           where application_name = 'quiz-worker' and wait_event_type = 'Lock' and query like 'UPDATE "article_version"%'`,
        );
        return blocked > 0;
      });
      await doomed.kill();
    });
    expect((await staff('get', `/articles/${articleId}/changes`).expect(200)).body).toEqual(waiting.body);
    const both = await Promise.all([startWorker(), startWorker()]);
    const map = await compared(articleId, 2);
    await both[1].kill();
    worker = both[0];
    expect(map.counts.reopened).toBeGreaterThan(0);
    const versions = await api.dataSource.manager.find(QuestionVersionRow, {
      where: questionIds.map((questionId) => ({ questionId })),
    });
    const moved = map.items.flatMap(({ questions }: { questions: { state: string }[] }) =>
      questions.filter(({ state }) => state === 'moved'),
    );
    expect(versions).toHaveLength(questionIds.length + moved.length);
    const audited = await api.dataSource.query(
      `select count(*)::int as count from audit_event where action = 'question.status' and subject_id = any($1::uuid[])
       and detail ->> 'from' = 'published'`,
      [questionIds],
    );
    expect(audited).toEqual([{ count: map.counts.reopened }]);
  });
});

describe('a generation that is late', () => {
  it('of the first version is sorted by the second all the same', async () => {
    const upload = { courseId: college.courseId, title: '学院简介', text: FIRST };
    const articleId: string = (await staff('post', '/articles', upload).expect(201)).body.id;
    await worker.kill();
    await staff('post', `/articles/${articleId}/generations`, { seed: 7 }).expect(202);
    await giveText(articleId, SECOND).expect(201);
    worker = await startWorker();
    const map = await until(async () => {
      const { body } = await staff('get', `/articles/${articleId}/changes?version=2`).expect(200);
      return body.comparison === 'done' && body.items.length > 0 && body;
    });
    const facts = (await staff('get', `/articles/${articleId}/facts`).expect(200)).body.items;
    expect(facts).toHaveLength(map.counts.moved + map.counts.untouched);
    const bank = (await staff('get', `/questions?articleId=${articleId}`).expect(200)).body.items;
    expect(new Set(bank.map(({ status }: { status: string }) => status))).toEqual(new Set(['draft']));
    const reasons = bank.map(({ statusReason }: { statusReason: string | null }) => statusReason);
    expect(reasons).toContainEqual(expect.stringContaining('文章第 2 版'));
  });

  it('cleans the same text in another way and takes the published questions along', async () => {
    const { articleId, questionIds } = await writeFirst();
    await api.dataSource.query(
      `update article_version set clean_text = clean_text || '（旧的整理方法）' where article_id = $1`,
      [articleId],
    );
    await generate(articleId);
    const listed = await staff('get', `/articles/${articleId}/versions`).expect(200);
    expect(listed.body.items).toMatchObject([{ version: 2, comparison: 'done' }, { version: 1 }]);
    const bank = (await staff('get', `/questions?articleId=${articleId}&pageSize=100`).expect(200)).body
      .items;
    expect(bank.map(({ id }: { id: string }) => id).toSorted()).toEqual(questionIds.toSorted());
    expect(new Set(bank.map(({ status }: { status: string }) => status))).toEqual(new Set(['published']));
  });
});

describe('a version that cannot be', () => {
  it('is refused: no text, no article, another college’s', async () => {
    const upload = { courseId: college.courseId, title: '学院简介', text: FIRST };
    const { body } = await staff('post', '/articles', upload).expect(201);
    expect((await giveText(body.id, ' ').expect(400)).body.code).toBe('article-empty');
    await giveText('01936f6e-0000-7000-8000-000000000020', SECOND).expect(404);
    const stranger = await signInInstructor(api, await makeCollege(api, '别的学院'));
    const base = `/v1/staff/articles/${body.id}`;
    await api.call('post', `${base}/versions`, stranger, { text: SECOND }).expect(404);
    await api.call('get', `${base}/versions`, stranger).expect(404);
    await api.call('get', `${base}/changes`, stranger).expect(404);
    expect((await staff('get', `/articles/${body.id}/changes?version=9`).expect(404)).body.detail).toBe(
      '这篇文章没有第 9 版。',
    );
    const first = await staff('get', `/articles/${body.id}/changes`).expect(200);
    expect(first.body).toMatchObject({ version: 1, comparison: 'none', items: [], otherQuestions: [] });
  });
});
