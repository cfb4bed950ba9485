import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, run, wordFile } from '../../../libs/article-files/testing/word-file.js';
import { buildOnce, type BuiltProcess, launchBuilt, untilReady } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor, textOf } from '../testing/college.js';
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

const staff = (method: 'get' | 'post', path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);

interface Proof {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly source: readonly { readonly start: number; readonly end: number }[];
}

interface GenerationReply {
  readonly state: string;
  readonly progress: { stage: string; done: number; total: number; facts: number; kept: number } | null;
  readonly counts: { facts: number; questions: number };
}

async function generate(text: string, input: object) {
  const upload = { courseId: college.courseId, title: '文章', text };
  const article = await staff('post', '/articles', upload).expect(201);
  return finish(article.body.id, input);
}

async function finish(articleId: string, input: object) {
  const order = await staff('post', `/articles/${articleId}/generations`, input).expect(202);
  for (;;) {
    const { body } = await staff('get', `/generations/${order.body.id}`).expect(200);
    if (body.state === 'succeeded' || body.state === 'failed') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const TEXT = [
  '2020年9月，青岛工业互联网学院在青岛西海岸新区成立，首批招收学员120人。',
  '学院由山东省工业和信息化厅指导，占地面积3.5万平方米，建有12个实训室。',
  '截至2023年底，学院累计培训企业管理人员8600人次，服务企业超过1300家。',
].join('\n');

describe('a generation ordered over HTTP', () => {
  it('ends with facts and questions to judge, every quote in its paragraph', async () => {
    const done = await generate(TEXT, { seed: 7, count: 5 });
    expect(done).toMatchObject({ state: 'succeeded', seed: 7, error: null });
    expect(done.counts.questions).toBeGreaterThan(0);
    expect(done.counts.questions).toBeLessThanOrEqual(5);
    const article = await staff('get', `/articles/${done.articleId}`).expect(200);
    expect(article.body.cleanText).toContain('2020年9月');
    const facts = await staff('get', `/articles/${done.articleId}/facts`).expect(200);
    expect(facts.body.items).toHaveLength(done.counts.facts);
    const bank = await staff('get', `/questions?articleId=${done.articleId}&status=draft`).expect(200);
    expect(bank.body.total).toBe(done.counts.questions);
    const details = await Promise.all(
      bank.body.items.map(({ id }: { id: string }) => staff('get', `/questions/${id}`).expect(200)),
    );
    const evidence = details.flatMap(({ body }) => body.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { quote, paragraph, quoteStart, quoteEnd } of evidence) {
      expect(TEXT.split('\n')).toContain(paragraph);
      expect(paragraph.slice(quoteStart, quoteEnd)).toBe(quote);
    }
  });

  it('shows while it runs how many sentences are read and what was found, and at its end what came of it', async () => {
    const text = Array.from({ length: 5_000 }, (_, index) => {
      const year = 1990 + (index % 30);
      return `${year}年，青岛第${index + 1}工业园引进企业${100 + index}家，实现产值${20 + index}亿元。`;
    }).join('\n');
    const upload = { courseId: college.courseId, title: '文章', text };
    const article = await staff('post', '/articles', upload).expect(201);
    const order = await staff('post', `/articles/${article.body.id}/generations`, { seed: 1 }).expect(202);
    const seen: GenerationReply[] = [];
    while (seen.at(-1)?.state !== 'succeeded') {
      seen.push((await staff('get', `/generations/${order.body.id}`).expect(200)).body);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { progress, counts } = seen.at(-1) ?? {};
    expect(progress).toMatchObject({ stage: 'balance', facts: counts?.facts, kept: counts?.questions });
    const reading = seen.flatMap((each) => (each.progress?.stage === 'facts' ? [each.progress] : []));
    const done = reading.map((each) => each.done);
    expect(done.length).toBeGreaterThan(0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(reading.map(({ total }) => total))).toEqual(new Set([5_000]));
    expect(Math.max(...done)).toBeLessThanOrEqual(5_000);
    expect(reading.at(-1)?.facts).toBeGreaterThan(0);
  });

  it('tells its first hundred notes with it and all of them page by page', async () => {
    const done = await generate(TEXT, { seed: 7 });
    expect(done.noteCount).toBe(done.notes.length);
    const notes = Array.from({ length: 250 }, (_, index) => ({
      stage: 'gate',
      code: 'too-close',
      detail: `第 ${index + 1} 条。`,
    }));
    await api.dataSource.query('update generation set notes = $2::jsonb where id = $1', [
      done.id,
      JSON.stringify(notes),
    ]);
    const { body } = await staff('get', `/generations/${done.id}`).expect(200);
    expect(body).toMatchObject({ noteCount: 250, notes: notes.slice(0, 100) });
    const page = await staff('get', `/generations/${done.id}/notes?page=3&pageSize=100`).expect(200);
    expect(page.body).toEqual({ items: notes.slice(200), page: 3, pageSize: 100, total: 250 });
    await staff('get', `/generations/${done.id}/notes?pageSize=201`).expect(400);
  });

  it('of a page shows each quote where it stands in the page', async () => {
    const page = `<h1>学院</h1>\n${TEXT.split('\n')
      .map((line) => `<p>${line.replace('学院', '<b>学院</b>').replace('，', '&#65292;')}</p>`)
      .join('\n')}`;
    const upload = await fetch(
      `${api.url}/v1/staff/articles/files?courseId=${college.courseId}&title=x&name=a.html`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${teacher}`, 'content-type': 'text/html' },
        body: page,
      },
    );
    const articleId = textOf(await upload.json(), 'id');
    const done = await finish(articleId, { seed: 7 });
    const facts = (await staff('get', `/articles/${articleId}/facts`).expect(200)).body.items;
    expect(facts).toHaveLength(done.counts.facts);
    for (const { quote, source } of facts.flatMap((fact: { evidence: object[] }) => fact.evidence)) {
      expect(source).toHaveLength(1);
      const marked = page.slice(source[0].start, source[0].end);
      expect(marked).not.toBe(quote);
      expect(marked.replace(/<[^>]*>/g, '').replaceAll('&#65292;', '，')).toBe(quote);
    }
  });

  it('of a Word file comes to questions whose quotes are found in the paragraphs of the file', async () => {
    const [founded = '', area = '', trained = ''] = TEXT.split('\n');
    const [begun, ended] = [trained.slice(0, 20), trained.slice(20)];
    const file = wordFile({
      body: [
        paragraph('学院简介'),
        founded
          .split('')
          .map((character) => run(character))
          .join('')
          .replace(/^.*$/, '<w:p>$&</w:p>'),
        paragraph('来源：学院办公室'),
        paragraph(area.replace('3.5', '３.５').replace('12', '１２')),
        paragraph(`${begun}（下转第二版）${ended}`),
        paragraph('- 1 -'),
      ].join(''),
    });
    const upload = await fetch(
      `${api.url}/v1/staff/articles/files?courseId=${college.courseId}&title=x&name=a.docx`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${teacher}`, 'content-type': 'application/octet-stream' },
        body: new Blob([Buffer.from(file)]),
      },
    );
    const articleId = textOf(await upload.json(), 'id');
    const done = await finish(articleId, { seed: 7 });
    const article = (await staff('get', `/articles/${articleId}`).expect(200)).body;
    expect(article).toMatchObject({ format: 'docx', fileName: 'a.docx' });
    expect(article.repairs.map(({ code }: { code: string }) => code)).toEqual([
      'spelling',
      'jump-line',
      'by-line',
      'page-number',
    ]);
    const bank = (await staff('get', `/questions?articleId=${articleId}&pageSize=100`).expect(200)).body;
    expect(bank.total).toBe(done.counts.questions);
    const details = await Promise.all(
      bank.items.map(({ id }: { id: string }) => staff('get', `/questions/${id}`).expect(200)),
    );
    const proofs: Proof[] = details.flatMap(({ body }) => body.evidence);
    expect(new Set(proofs.map(({ source }) => source.length))).toEqual(new Set([1, 2]));
    for (const { quote, source, start, end } of proofs) {
      expect(article.cleanText.slice(start, end)).toBe(quote);
      const stood = source.map((place) => article.source.slice(place.start, place.end)).join('');
      expect(stood.normalize('NFKC')).toBe(quote.normalize('NFKC'));
    }
  });

  it('finds each of two equal sentences, and one that stands in two pieces, where the paste has them', async () => {
    const [founded = '', area = '', trained = ''] = TEXT.split('\n');
    const broken = `${founded.slice(0, -1)}，办学以来一直与本地企业一起培养现场工程师，受到用人单位的欢`;
    const text = ['学院简介', '办学起步', broken, area, trained, area, '迎，毕业生供不应求。'].join('\n\n');
    const done = await generate(text, { seed: 7 });
    const facts = (await staff('get', `/articles/${done.articleId}/facts`).expect(200)).body.items;
    const proofs: Proof[] = facts.flatMap((fact: { evidence: object[] }) => fact.evidence);
    const stood = proofs.map(({ source }) => source.map(({ start, end }) => text.slice(start, end)));
    expect(stood.map((words) => words.join(''))).toEqual(proofs.map(({ quote }) => quote));
    expect(stood).toContainEqual([broken, '迎，毕业生供不应求。']);
    const { cleanText } = (await staff('get', `/articles/${done.articleId}`).expect(200)).body;
    const twice = proofs.filter(({ quote }) => quote === area);
    expect(twice.length).toBeGreaterThan(0);
    for (const { start, source } of twice) {
      const isFirst = cleanText.indexOf(area) === start;
      expect(source[0]?.start).toBe(isFirst ? text.indexOf(area) : text.lastIndexOf(area));
    }
  });

  it('writes only the types asked for', async () => {
    const done = await generate(TEXT, { seed: 1, types: ['tf'] });
    const bank = await staff('get', `/questions?articleId=${done.articleId}`).expect(200);
    expect(new Set(bank.body.items.map(({ type }: { type: string }) => type))).toEqual(new Set(['tf']));
  });

  it('of a text without a fact ends with no questions and the reason', async () => {
    const done = await generate('The quick brown fox jumps over the lazy dog.', {});
    expect(done).toMatchObject({ state: 'succeeded', counts: { facts: 0, questions: 0 } });
    expect(done.notes).toContainEqual(
      expect.objectContaining({ code: 'no-chinese', detail: expect.any(String) }),
    );
  });

  it.each([
    [{ seed: -1 }, '/seed'],
    [{ seed: 1.5 }, '/seed'],
    [{ count: 0 }, '/count'],
    [{ types: [] }, '/types'],
    [{ types: ['essay'] }, '/types'],
    [{ types: ['tf', 'tf'] }, '/types'],
    [{ types: 'tf' }, '/types'],
    [{ model: 'any' }, '/model'],
  ])('is refused with %o', async (input, pointer) => {
    const upload = { courseId: college.courseId, title: '文章', text: TEXT };
    const article = await staff('post', '/articles', upload).expect(201);
    const { body } = await staff('post', `/articles/${article.body.id}/generations`, input).expect(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});
