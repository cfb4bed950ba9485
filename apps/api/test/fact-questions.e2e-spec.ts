import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, type BuiltProcess, launchBuilt, untilReady } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;
let worker: BuiltProcess;

beforeAll(async () => {
  buildOnce();
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  worker = launchBuilt('worker', { DATABASE_URL: api.databaseUrl, LOG_LEVEL: 'warn' });
  await untilReady(worker);
});

afterAll(async () => {
  await worker.kill();
  await api.stop();
});

const staff = (method: 'get' | 'post' | 'put', path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);

const TEXT = [
  '2020年9月，青岛工业互联网学院在青岛西海岸新区成立，首批招收学员120人。',
  '学院由山东省工业和信息化厅指导，占地面积3.5万平方米，建有12个实训室。',
  '截至2023年底，学院累计培训企业管理人员8600人次，服务企业超过1300家。',
].join('\n');

interface Summary {
  readonly id: string;
  readonly factId: string;
  readonly type: string;
  readonly stem: string;
}

async function upload(text: string): Promise<string> {
  const article = { courseId: college.courseId, title: '文章', text };
  return (await staff('post', '/articles', article).expect(201)).body.id;
}

async function generate(articleId: string, input: object) {
  const order = await staff('post', `/articles/${articleId}/generations`, input).expect(202);
  for (;;) {
    const { body } = await staff('get', `/generations/${order.body.id}`).expect(200);
    if (body.state === 'succeeded') return body;
    expect(['queued', 'running']).toContain(body.state);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function bankOf(articleId: string): Promise<readonly Summary[]> {
  return (await staff('get', `/questions?articleId=${articleId}&pageSize=100`).expect(200)).body.items;
}

describe('a generation with several forms', () => {
  it('stores the quiz and more drafts of the same facts', async () => {
    const articleId = await upload(TEXT);
    const alone = await generate(articleId, { seed: 7 });
    expect(alone.formsPerFact).toBe(1);
    const first = await bankOf(articleId);
    const twice = await generate(articleId, { seed: 7, formsPerFact: 3 });
    expect(twice.formsPerFact).toBe(3);
    expect(twice.counts.questions).toBeGreaterThan(alone.counts.questions);
    const all = await bankOf(articleId);
    expect(all).toHaveLength(twice.counts.questions);
    expect(all).toEqual(expect.arrayContaining([...first]));
    expect(new Set(all.map(({ factId }) => factId)).size).toBeLessThan(all.length);
    expect(all.every(({ factId }) => factId !== null)).toBe(true);
  });

  it.each([0, 5, 1.5, 'two'])('takes no %s forms', async (formsPerFact) => {
    const articleId = await upload(TEXT);
    const { body } = await staff('post', `/articles/${articleId}/generations`, { formsPerFact }).expect(400);
    expect(body.errors[0].pointer).toBe('/formsPerFact');
  });
});

describe('a fact asked anew', () => {
  it('gives drafts unlike all that were asked, until nothing is left', async () => {
    const articleId = await upload(TEXT);
    await generate(articleId, { seed: 7 });
    const [asked] = await bankOf(articleId);
    const path = `/facts/${asked?.factId}/questions`;
    const { body } = await staff('post', path, { seed: 1 }).expect(201);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ factId: asked?.factId, articleId, status: 'draft' });
    expect(body.items[0].evidence.length).toBeGreaterThan(0);
    expect(await bankOf(articleId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: body.items[0].id })]),
    );
    let last = await staff('post', path, { seed: 2, count: 4 });
    for (let seed = 3; last.status === 201 && seed < 40; seed++) {
      last = await staff('post', path, { seed, count: 4, types: ['fill', 'tf'] });
    }
    expect(last.status).toBe(200);
    expect(last.body.items).toEqual([]);
    expect(last.body.notes[0]).toMatchObject({ code: 'nothing-new' });
    const ofFact = (await bankOf(articleId)).filter(({ factId }) => factId === asked?.factId);
    const told = ofFact
      .map(({ type, stem }) => `${type} ${stem}`)
      .filter((text) => !text.startsWith('single'));
    expect(new Set(told).size).toBe(told.length);
    const audit = await api.dataSource.query(`select 1 from audit_event where action = 'fact.ask'`);
    expect(audit.length).toBeGreaterThan(0);
  });

  it('is asked once when many ask at once with one seed', async () => {
    const articleId = await upload(TEXT.replaceAll('青岛', '滨海'));
    await generate(articleId, { seed: 7 });
    const [asked] = await bankOf(articleId);
    const before = (await bankOf(articleId)).length;
    const replies = await Promise.all(
      [1, 2, 3].map(() => staff('post', `/facts/${asked?.factId}/questions`, { seed: 5 })),
    );
    const written = replies.flatMap(({ body }) => body.items.map(({ id }: { id: string }) => id));
    expect(new Set(written).size).toBe(written.length);
    expect(await bankOf(articleId)).toHaveLength(before + written.length);
    const stems = (await bankOf(articleId))
      .filter(({ factId }) => factId === asked?.factId)
      .map(({ type, stem }) => `${type} ${stem}`);
    expect(stems.length).toBeGreaterThan(1);
  });

  it('is not asked once it is retired, or its article has a newer text', async () => {
    const articleId = await upload(TEXT.replaceAll('青岛', '望海'));
    await generate(articleId, { seed: 7 });
    const [one, two] = [...new Set((await bankOf(articleId)).map(({ factId }) => factId))];
    await staff('put', `/facts/${one}/status`, { status: 'retired' }).expect(200);
    const retired = await staff('post', `/facts/${one}/questions`, {}).expect(200);
    expect(retired.body).toMatchObject({ items: [], notes: [{ code: 'fact-retired' }] });
    const text = `${TEXT.replaceAll('青岛', '望海')}\n学院的校训是知行合一。`;
    await staff('post', `/articles/${articleId}/versions`, { text }).expect(201);
    const outdated = await staff('post', `/facts/${two}/questions`, {}).expect(200);
    expect(outdated.body).toMatchObject({ items: [], notes: [{ code: 'article-outdated' }] });
  });

  it('of another college does not exist', async () => {
    const articleId = await upload(TEXT);
    await generate(articleId, { seed: 7 });
    const [asked] = await bankOf(articleId);
    const stranger = await signInInstructor(api, await makeCollege(api, '别的学院'));
    const path = `/v1/staff/facts/${asked?.factId}/questions`;
    const { body } = await api.call('post', path, stranger, {}).expect(404);
    expect(body.code).toBe('not-found');
  });
});
