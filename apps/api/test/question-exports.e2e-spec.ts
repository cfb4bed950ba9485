import { randomUUID } from 'node:crypto';
import { CourseRow, QuestionRow } from '#database';
import type { Question } from '#question';
import { QUESTION_FILE_FORMATS, readQuestionFile, sameQuestionKey } from '#question-files';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questions as hostile } from '../../../libs/question-files/testing/questions.js';
import { ARTICLE, type Bank, makeBank, QUESTIONS } from '../testing/bank.js';
import { buildOnce } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import { fetchFile, fileOf, sendFile } from '../testing/question-files.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let bank: Bank;
let teacher: string;

beforeAll(async () => {
  // Files are written in a thread, and a thread runs what was built.
  buildOnce();
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  bank = await makeBank(api, college, 'published');
});

afterAll(() => api.stop());

const path = (courseId = college.courseId) => `/v1/staff/courses/${courseId}/question-exports`;
const fetched = (query: object, courseId = college.courseId) =>
  fetchFile(api, path(courseId), teacher, query);

async function newCourse(): Promise<string> {
  const id = uuidv7();
  const { instructorId, partnerId } = college;
  const row = { id, partnerId, title: '另一门课', createdBy: instructorId, createdAt: new Date() };
  await api.dataSource.manager.insert(CourseRow, row);
  return id;
}

/** What a course's questions ask, in the order of the bank. */
async function asked(courseId: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ content: Question }[]>(
    `select v.content from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
     where q.course_id = $1 order by q.created_at, q.generation_id, q.position, q.id`,
    [courseId],
  );
  return rows.map(({ content }) => sameQuestionKey(content));
}

async function bring(courseId: string, bytes: Uint8Array | Buffer, name: string) {
  const to = `/v1/staff/courses/${courseId}/question-imports`;
  return (await sendFile(api, to, teacher, bytes, { name, dryRun: 'false' }).expect(201)).body;
}

const TYPES = {
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  csv: ['text/csv; charset=utf-8', 'csv'],
  text: ['text/plain; charset=utf-8', 'txt'],
  gift: ['text/plain; charset=utf-8', 'gift'],
  'moodle-xml': ['application/xml; charset=utf-8', 'xml'],
  interchange: ['application/json; charset=utf-8', 'json'],
} as const;

describe.each(QUESTION_FILE_FORMATS)('exporting as %s', (format) => {
  const [type, extension] = TYPES[format];

  it('gives a file with the name of the course, and says how many questions and what is lost', async () => {
    const reply = await fetched({ format }).expect(200);
    expect(reply.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="questions.${extension}"; filename*=UTF-8''${encodeURIComponent(`工业互联网概论 题目.${extension}`)}`,
      'content-length': String((reply.body as Buffer).length),
      'x-total-questions': String(QUESTIONS.length),
      'x-content-type-options': 'nosniff',
    });
    const lost = JSON.parse(reply.headers['x-losses'] ?? '');
    expect(lost['evidence-place']).toBe(format === 'interchange' ? undefined : QUESTIONS.length);
    const { body } = await api.call('get', `${path()}/losses?format=${format}`, teacher).expect(200);
    expect(body).toMatchObject({ page: 1, pageSize: 5000, total: QUESTIONS.length });
    expect(body.items).toHaveLength(Object.values<number>(lost).reduce((sum, count) => sum + count, 0));
    for (const loss of body.items) expect(bank.questionIds).toContain(loss.questionId);
  });

  it('imported elsewhere gives the same questions, and imported here changes none', async () => {
    const reply = await fetched({ format }).expect(200);
    const name = `题目.${extension}`;
    const elsewhere = await newCourse();
    const brought = await bring(elsewhere, reply.body as Buffer, name);
    expect(brought.counts).toMatchObject({ new: QUESTIONS.length, errors: 0 });
    expect(await asked(elsewhere)).toEqual(await asked(college.courseId));
    const here = await bring(college.courseId, reply.body as Buffer, name);
    expect(here.counts).toMatchObject({ new: 0, changed: 0, same: QUESTIONS.length });
  });

  it('keeps what looks like a formula, and what breaks a format, over two ways', async () => {
    const filed = hostile.map((each, index) => ({ ...each, id: `Q${index}`, externalId: `X-${index}` }));
    const first = await newCourse();
    await bring(
      first,
      await fileOf('interchange', { article: '', questions: filed.map(unproven) }),
      'a.json',
    );
    const reply = await fetched({ format }, first).expect(200);
    const second = await newCourse();
    const { counts } = await bring(second, reply.body as Buffer, `b.${extension}`);
    expect(counts).toMatchObject({ new: filed.length, failed: 0 });
    const lost = await api.call('get', `${path(first)}/losses?format=${format}`, teacher).expect(200);
    const words = new Set(
      lost.body.items
        .filter(({ code }: { code: string }) => /^(answer-forms|tolerance|any-order|layout)$/.test(code))
        .map(({ questionId }: { questionId: string }) => questionId),
    );
    const rows = await api.dataSource.manager.findBy(QuestionRow, { courseId: first });
    const kept = rows.filter(({ id }) => !words.has(id)).length;
    const said = async (courseId: string) =>
      (await asked(courseId)).map((key) => (format === 'gift' ? key.replaceAll('->', '→') : key));
    const [before, after] = [await said(first), await said(second)];
    expect(after.filter((key) => before.includes(key)).length).toBeGreaterThanOrEqual(kept);
    expect(kept).toBeGreaterThan(filed.length / 2);
  });
});

/** Its quotes are of no article of ours. */
function unproven<T extends { question: Question }>(filed: T): T {
  return { ...filed, question: { ...filed.question, evidence: [] } };
}

describe('an export', () => {
  it('takes only what was selected, page by page', async () => {
    const [one, two] = bank.questionIds;
    const stems = async (query: object) => {
      const { body } = await fetched({ format: 'interchange', ...query }).expect(200);
      return JSON.parse(String(body)).questions.map(({ stem }: { stem: string }) => stem);
    };
    const all = QUESTIONS.map(({ stem }) => stem);
    expect(await stems({ ids: `${two},${one}` })).toEqual(all.slice(0, 2));
    expect(await stems({ type: 'fill' })).toEqual([all[3]]);
    expect(await stems({ status: 'draft' })).toEqual([]);
    expect(await stems({ status: 'published', articleId: bank.articleId })).toEqual(all);
    expect(await stems({ tag: '没有的标签' })).toEqual([]);
    expect(await stems({ page: 2, pageSize: 4 })).toEqual(all.slice(4));
    const page = await fetched({ format: 'csv', page: 2, pageSize: 4 }).expect(200);
    expect(page.headers['x-total-questions']).toBe('6');
    expect(decodeURIComponent(page.headers['content-disposition'] ?? '')).toContain('题目 第2页.csv');
  });

  it('carries the article along where the format can, and the evidence counts in it', async () => {
    const { body } = await fetched({ format: 'interchange' }).expect(200);
    const { article, questions } = JSON.parse(String(body));
    expect(article).toBe(ARTICLE);
    const [{ quote, start, end }] = questions.map(({ evidence }: { evidence: unknown }) => evidence);
    expect(article.slice(start, end)).toBe(quote);
    expect((await readQuestionFile(body as Buffer)).errors).toEqual([]);
  });

  it('puts the evidence back in its place where the article is', async () => {
    const other = await makeCollege(api, `学院 ${randomUUID()}`);
    const theirs = await makeBank(api, other);
    const token = await signInInstructor(api, other);
    await api.dataSource.query('delete from question_version v using question q where q.id = v.question_id and q.course_id = $1', [other.courseId]); // prettier-ignore
    await api.dataSource.query('delete from question where course_id = $1', [other.courseId]);
    const { body } = await fetched({ format: 'xlsx' }).expect(200);
    const to = `/v1/staff/courses/${other.courseId}/question-imports`;
    const query = { dryRun: 'false', articleId: theirs.articleId };
    const reply = await sendFile(api, to, token, body as Buffer, query).expect(201);
    expect(reply.body.rows.map(({ evidence }: { evidence: number }) => evidence)).toEqual([1, 1, 1, 1, 1, 1]);
    const [row] = reply.body.rows;
    const detail = await api.call('get', `/v1/staff/questions/${row.questionId}`, token).expect(200);
    expect(detail.body.evidence).toMatchObject([{ quote: '2020年9月，学院在青岛成立', start: 0 }]);
  });

  it('is of one’s own course, and of questions that are in it', async () => {
    const other = await makeCollege(api, `学院 ${randomUUID()}`);
    const theirs = await makeBank(api, other);
    const refused: [object, string?][] = [
      [{ format: 'xlsx' }, other.courseId],
      [{ format: 'xlsx', ids: theirs.questionIds[0] }],
      [{ format: 'xlsx', ids: [bank.questionIds[0], theirs.questionIds[0]].join() }],
    ];
    for (const [query, courseId] of refused) {
      await fetched(query, courseId).expect(404);
      await api
        .call('get', `${path(courseId)}/losses`, teacher)
        .query(query)
        .expect(404);
    }
    for (const [query, pointer] of [
      [{}, '?format'],
      [{ format: 'pdf' }, '?format'],
      [{ format: 'csv', ids: 'x' }, '?ids'],
      [{ format: 'csv', pageSize: 5001 }, '?pageSize'],
      [{ format: 'csv', all: 1 }, '?all'],
    ] as const) {
      const { body } = await api.call('get', path(), teacher).query(query).expect(400);
      expect(body.errors).toMatchObject([{ pointer }]);
    }
  });

  it('is written down', async () => {
    const written = await api.dataSource.query(
      `select subject_id as subject, detail from audit_event where action = 'questions.export' order by id limit 1`,
    );
    expect(written).toEqual([
      { subject: college.courseId, detail: { format: 'xlsx', page: 1, questions: QUESTIONS.length } },
    ]);
  });
});
