import { randomUUID } from 'node:crypto';
import { QuestionRow, QuestionVersionRow } from '#database';
import { readQuestionFile } from '#question-files';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../libs/article-files/testing/word-file.js';
import { rowXml, workbookFile } from '../../../libs/question-files/testing/workbook-file.js';
import { ARTICLE, makeBank } from '../testing/bank.js';
import { buildOnce } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import { bytesOf, fetchFile, sendFile } from '../testing/question-files.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;

beforeAll(async () => {
  // Files are read in a thread, and a thread runs what was built.
  buildOnce();
  api = await startApi();
});

afterAll(() => api.stop());

/** Each story has a college of its own, so that none counts another's questions. */
async function begin(): Promise<void> {
  college = await makeCollege(api, `学院 ${randomUUID()}`);
  teacher = await signInInstructor(api, college);
}

const path = (courseId = college.courseId) => `/v1/staff/courses/${courseId}/question-imports`;
const look = (bytes: string | Uint8Array, query: Record<string, string> = {}) =>
  sendFile(api, path(), teacher, bytes, query);
const bring = (bytes: string | Uint8Array, query: Record<string, string> = {}) =>
  sendFile(api, path(), teacher, bytes, { ...query, dryRun: 'false' });

const stored = () =>
  api.dataSource.manager.find(QuestionRow, {
    where: { courseId: college.courseId },
    order: { createdAt: 'asc', position: 'asc' },
  });
const versionsOf = (questionId: string) =>
  api.dataSource.manager.find(QuestionVersionRow, { where: { questionId }, order: { number: 'asc' } });
const audits = () =>
  api.dataSource.query(
    `select action, subject_id as subject, detail from audit_event where actor_id = $1 order by id`,
    [college.instructorId],
  );

const HEADER = '题型,题干,选项A,选项B,选项C,答案,解析,难度,知识点/标签,原文标题,原文依据,分值,外部编号';
const YEAR =
  '单选题,学院成立于哪一年？,2018年,2019年,2020年,C,成立于2020年。,2,历史；学院,学院简介,2020年9月,5,K-1';
const CITY = '判断题,学院在济南成立。,,,,错误,学院在青岛。\n改正：学院在青岛成立。,,,,,,'.replace(
  '学院在青岛。\n改正：学院在青岛成立。',
  '"学院在青岛。\n改正：学院在青岛成立。"',
);
const COUNT = '填空题,首期学员____人。,,,,120;一百二十,,,,,首期学员１２０人,,K-3';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');

describe('looking at a file of questions', () => {
  beforeAll(begin);

  it('tells what importing would do, row by row, and stores nothing', async () => {
    const { body } = await look(csv(YEAR, CITY, COUNT), { name: '题目.csv' }).expect(200);
    expect(body).toMatchObject({
      format: 'csv',
      applied: false,
      counts: { rows: 3, new: 3, changed: 0, same: 0, failed: 0, errors: 0 },
      rows: [
        {
          row: 2,
          outcome: 'new',
          type: 'single',
          stem: '学院成立于哪一年？',
          externalId: 'K-1',
          questionId: null,
        },
        { row: 3, outcome: 'new', type: 'tf', externalId: null },
        { row: 4, outcome: 'new', type: 'fill', externalId: 'K-3' },
      ],
      errors: [],
    });
    expect(await stored()).toEqual([]);
    expect(await audits()).toEqual([]);
  });

  it('names row, column, value and code of every error, and goes on to the next row', async () => {
    const bad = csv(YEAR.replace(',C,', ',E,'), '画图题,为什么？,,,,因为,,,,,,,', CITY);
    const { body } = await look(bad).expect(200);
    expect(body.counts).toMatchObject({ rows: 3, new: 1, failed: 2 });
    expect(body.errors).toContainEqual({
      sheet: null,
      row: 2,
      column: '答案',
      value: 'E',
      code: 'key-unknown',
      detail: expect.stringMatching(/。$/),
    });
    expect(body.errors.map(({ row }: { row: number }) => row)).toContain(2);
    expect(body.rows[0]).toMatchObject({ outcome: 'failed', type: null, stem: null });
  });

  it.each([
    ['pasted text', '1. 【判断题】水会结冰。（√）', { name: 'a.txt' }, 'text'],
    ['GIFT', '水会结冰。{TRUE}', { name: 'a.gift' }, 'gift'],
    ['Word', wordFile({ body: paragraph('1. 【判断题】水会结冰。（√）') }), { name: 'a.docx' }, 'text'],
    [
      'JSON',
      JSON.stringify({ questions: [{ type: 'tf', stem: '水会结冰。', answer: ['正确'] }] }),
      { name: 'a.json' },
      'interchange',
    ],
    ['what it is said to be', '水会结冰。{T}', { format: 'gift' }, 'gift'],
  ])('reads %s', async (_what, bytes, query, format) => {
    const { body } = await look(bytes, query).expect(200);
    expect(body).toMatchObject({ format, counts: { new: 1, errors: 0 }, rows: [{ type: 'tf' }] });
  });

  it('finds near duplicates in the bank', async () => {
    await bring('1. 【单选题】滨海港的集装箱码头建成于哪一年？\nA. 1990年\nB. 1991年\n答案：A').expect(201);
    const near = '1. 【单选题】滨海港的集装箱码头建成于哪一年呢？\nA. 1990年\nB. 1992年\n答案：A';
    const { body } = await look(near).expect(200);
    const [question] = await stored();
    expect(body.counts).toMatchObject({ new: 1, near: 1 });
    expect(body.rows[0].near).toEqual([
      { questionId: question?.id, stem: '滨海港的集装箱码头建成于哪一年？', likeness: expect.any(Number) },
    ]);
  });
});

it('a file says too much for the bank only where its cells are too long', async () => {
  await begin();
  const long = [YEAR.replace('K-1', 'K'.repeat(101)), YEAR.replace('历史；学院', '历'.repeat(51))];
  const { body } = await look(csv(...long)).expect(200);
  expect(body.errors).toMatchObject([
    { row: 2, column: '外部编号', code: 'text-too-long' },
    { row: 3, column: '知识点/标签', code: 'text-too-long' },
  ]);
});

describe('importing a file of questions', () => {
  beforeAll(begin);

  it('stores drafts of the instructor in the order of the file, with all that is filed beside them', async () => {
    const { body } = await bring(csv(YEAR, CITY, COUNT), { name: '题目.csv' }).expect(201);
    expect(body).toMatchObject({ applied: true, counts: { new: 3 } });
    const questions = await stored();
    expect(questions.map(({ id }) => id)).toEqual(
      body.rows.map(({ questionId }: { questionId: string }) => questionId),
    );
    expect(questions[0]).toMatchObject({
      status: 'draft',
      latestVersion: 1,
      authorId: college.instructorId,
      externalId: 'K-1',
      difficulty: 2,
      tags: ['历史', '学院'],
      searchText: expect.stringContaining('学院成立于哪一年'),
    });
    const [version] = await versionsOf(questions[0]?.id ?? '');
    expect(version).toMatchObject({ origin: 'person', createdBy: college.instructorId, edit: null });
    const detail = await api.call('get', `/v1/staff/questions/${questions[0]?.id}`, teacher).expect(200);
    expect(detail.body).toMatchObject({ type: 'single', explanation: '成立于2020年。', status: 'draft' });
  });

  it('says that nothing changed when the same file comes again', async () => {
    const before = await stored();
    const { body } = await bring(csv(YEAR, CITY, COUNT)).expect(201);
    expect(body.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
    expect(await stored()).toEqual(before);
  });

  it('makes a new version of the question with that external id, of the class that the edit is', async () => {
    const [before] = await stored();
    await api.dataSource.manager.update(QuestionRow, before?.id ?? '', { status: 'published' });
    const edited = csv(YEAR.replace(',C,', ',B,').replace('历史；学院', ''));
    const seen = await look(edited).expect(200);
    expect(seen.body.rows).toMatchObject([{ outcome: 'changed', questionId: before?.id, version: 2 }]);
    expect(seen.body.warnings).toContainEqual(expect.objectContaining({ code: 'was-published', row: 2 }));
    await bring(edited).expect(201);
    const [after] = await stored();
    expect(after).toMatchObject({
      id: before?.id,
      latestVersion: 2,
      status: 'in_review',
      statusReason: '第 2 版（从文件导入）改了答案，要重新审批。',
      tags: ['历史', '学院'],
    });
    const versions = await versionsOf(before?.id ?? '');
    expect(versions.map(({ number, edit }) => [number, edit])).toEqual([
      [1, null],
      [2, 'key'],
    ]);
    const ids = versions.map(
      ({ content }) => content.type === 'single' && content.options.map(({ id }) => id),
    );
    expect(ids[1]).toEqual(ids[0]);
  });

  it('sets what is filed beside a question without a new version', async () => {
    await bring(csv(YEAR.replace(',C,', ',B,').replace(',2,', ',5,'))).expect(201);
    const [after] = await stored();
    expect(after).toMatchObject({ latestVersion: 2, difficulty: 5 });
  });

  it('writes down who imported what', async () => {
    const written = await audits();
    expect(written[0]).toEqual({
      action: 'questions.import',
      subject: college.courseId,
      detail: { format: 'csv', file: '题目.csv', articleId: null, new: 3, changed: 0, same: 0 },
    });
    const [question] = await stored();
    expect(written).toContainEqual({
      action: 'question.edit',
      subject: question?.id,
      detail: { version: 2, edit: 'key', note: '从文件导入', from: 'published', to: 'in_review' },
    });
  });

  it('imports nothing of a file with one error, and says where', async () => {
    const before = await stored();
    const { body } = await bring(csv(CITY.replace('济南', '北京'), YEAR.replace(',C,', ',E,'))).expect(400);
    expect(body).toMatchObject({
      code: 'questions-flawed',
      detail: '有 1 处问题，一道题也没有导入。',
      errors: [{ pointer: expect.stringMatching(/^\/\d+\/答案$/), code: 'key-unknown' }],
    });
    expect(await stored()).toEqual(before);
  });

  it('keeps formulas as the texts that they are', async () => {
    const formula = `=HYPERLINK("http://x","点我")`;
    const rows =
      rowXml(1, ['题型', '题干', '选项A', '选项B', '答案']) +
      rowXml(2, ['单选题', formula, '=1+1', '@SUM(A1)', 'A']);
    const { body } = await bring(workbookFile([{ name: '题目', rows }])).expect(201);
    const [version] = await versionsOf(body.rows[0].questionId);
    expect(version?.content).toMatchObject({
      stem: formula,
      options: [{ text: '=1+1' }, { text: '@SUM(A1)' }],
    });
  });
});

describe('the evidence of imported questions', () => {
  let articleId: string;

  beforeAll(async () => {
    await begin();
    ({ articleId } = await makeBank(api, college));
    await api.dataSource.query('delete from question_version v using question q where q.id = v.question_id and q.course_id = $1', [college.courseId]); // prettier-ignore
    await api.dataSource.query('delete from question where course_id = $1', [college.courseId]);
  });

  it('is placed in the article of that title, by its offsets, and what is not there is named', async () => {
    const other = YEAR.replace('K-1', 'K-9').replace('哪一年', '何年').replace('学院简介', '别的文章');
    const { body } = await bring(csv(YEAR, other, COUNT.replace('１２０人', '121人'))).expect(201);
    expect(body.rows.map(({ evidence }: { evidence: number }) => evidence)).toEqual([1, 0, 0]);
    expect(body.warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'article-unknown', row: 3, value: '别的文章' }),
        expect.objectContaining({ code: 'article-unknown', row: 4, column: '原文标题' }),
        expect.objectContaining({ code: 'points-unused', row: null }),
      ]),
    );
    const [question] = await stored();
    expect(question).toMatchObject({ articleId, articleVersionId: expect.any(String) });
    const { body: detail } = await api
      .call('get', `/v1/staff/questions/${question?.id}`, teacher)
      .expect(200);
    const [{ start, end }] = detail.evidence;
    expect(ARTICLE.slice(start, end)).toBe('2020年9月');
  });

  it('is placed in the article that is named, whatever its width, and found again later', async () => {
    const { body } = await bring(csv(COUNT), { articleId }).expect(201);
    expect(body).toMatchObject({ counts: { changed: 1 }, rows: [{ evidence: 1, version: 2 }] });
    const versions = await versionsOf(body.rows[0].questionId);
    expect(versions[1]).toMatchObject({
      edit: 'explanation',
      content: { evidence: [{ quote: '首期学员120人' }] },
    });
    expect((await look(csv(COUNT), { articleId }).expect(200)).body.counts).toMatchObject({ same: 1 });
  });

  it('tells the quote that is not in the article', async () => {
    const { body } = await look(csv(COUNT.replace('１２０人', '999人')), { articleId }).expect(200);
    expect(body.warnings).toEqual([
      {
        sheet: null,
        row: 2,
        column: '原文依据',
        value: '首期学员999人',
        code: 'quote-unplaced',
        detail: expect.stringMatching(/。$/),
      },
    ]);
  });

  it('settles the clean text of an article that nobody has read yet', async () => {
    const text = '学院有１６０名学员,来自各地。\n- 3 -';
    const fresh = { courseId: college.courseId, title: '招生', text };
    const article = await api.call('post', '/v1/staff/articles', teacher, fresh).expect(201);
    const row = '填空题,学院有____名学员。,,,,160,,,,招生,学院有160名学员，,,K-7';
    const { body } = await bring(csv(row)).expect(201);
    expect(body.rows).toMatchObject([{ evidence: 1 }]);
    const [{ cleanText }] = await api.dataSource.query(
      `select clean_text as "cleanText" from article_version where article_id = $1`,
      [article.body.id],
    );
    const [version] = await versionsOf(body.rows[0].questionId);
    const [proof] = version?.content.evidence ?? [];
    expect(cleanText.slice(proof?.start, proof?.end)).toBe('学院有160名学员，');
  });

  it('is looked for in no other course and no other college', async () => {
    const other = await makeCollege(api, `别的学院 ${randomUUID()}`);
    const foreign = await makeBank(api, other);
    for (const id of [foreign.articleId, college.courseId]) {
      expect((await look(csv(YEAR), { articleId: id }).expect(404)).body.code).toBe('not-found');
    }
  });
});

describe('the rows with errors', () => {
  beforeAll(begin);
  const mark = (bytes: string | Uint8Array) =>
    sendFile(api, `${path()}/error-workbook`, teacher, bytes).buffer(true).parse(bytesOf);

  it('come back as a workbook that can be mended and imported', async () => {
    const reply = await mark(csv(YEAR.replace(',C,', ',E,'), CITY)).expect(200);
    expect(reply.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(reply.headers['content-disposition']).toContain(`filename*=UTF-8''%E6%9C%89%E9%94%99`);
    const again = await readQuestionFile(reply.body as Buffer);
    expect(again.errors).toMatchObject([{ row: 2, column: '答案', value: 'E', code: 'key-unknown' }]);
    expect((await look(reply.body as Buffer).expect(200)).body.counts).toMatchObject({ rows: 1, failed: 1 });
  });

  it('are none when there are none', async () => {
    const reply = await mark(csv(YEAR)).expect(204);
    expect((reply.body as Buffer).length).toBe(0);
  });
});

describe('the template', () => {
  beforeAll(begin);

  it('can be downloaded, and says that it holds no questions yet', async () => {
    const reply = await fetchFile(api, '/v1/staff/question-files/template.xlsx', teacher).expect(200);
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="questions.xlsx"; filename*=UTF-8''%E9%A2%98%E7%9B%AE%E6%A8%A1%E6%9D%BF.xlsx`,
    );
    const { body } = await look(reply.body as Buffer).expect(200);
    expect(body.errors).toMatchObject([{ code: 'no-questions' }]);
  });
});

describe('a file that is none', () => {
  beforeAll(begin);
  const bomb = () =>
    workbookFile([{ name: '题目', rows: rowXml(1, ['题型', '题干', '答案']) + ' '.repeat(60_000_000) }]);
  const hostile: [string, number, () => string | Uint8Array, Record<string, string>?][] = [
    ['file-empty', 400, () => ''],
    ['file-damaged', 400, () => 'no zip', { format: 'xlsx' }],
    ['file-binary', 415, () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['file-too-large', 413, bomb],
    [
      'file-unsafe',
      400,
      () => '<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>',
      { format: 'moodle-xml' },
    ],
    ['file-too-large', 413, () => 'a'.repeat(5 * 2 ** 20 + 1)],
  ];

  it.each(hostile)('is refused with %s (%i)', async (code, status, bytes, query = {}) => {
    for (const ask of [look, bring]) {
      const { body } = await ask(bytes(), query).expect(status);
      expect(body).toMatchObject({ code, detail: expect.stringMatching(/[\u4e00-\u9fff].*。$/) });
    }
    expect(await stored()).toEqual([]);
  });

  it('is refused inside a form or as JSON, and with options nobody knows', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'application/json']) {
      await request(api.url)
        .post(path())
        .set('authorization', `Bearer ${teacher}`)
        .set('content-type', type)
        .send('{}')
        .expect(415);
    }
    for (const [query, pointer] of [
      [{ dryRun: 'yes' }, '?dryRun'],
      [{ format: 'pdf' }, '?format'],
      [{ articleId: '1' }, '?articleId'],
      [{ force: '1' }, '?force'],
    ] as const) {
      expect((await look(csv(YEAR), query).expect(400)).body.errors).toMatchObject([{ pointer }]);
    }
  });

  it('goes to nobody else’s course', async () => {
    const other = await makeCollege(api, `别的学院 ${randomUUID()}`);
    const theirs = path(other.courseId);
    for (const to of [theirs, `${theirs}/error-workbook`, path('01936f6e-0000-7000-8000-000000000001')]) {
      expect((await sendFile(api, to, teacher, csv(YEAR)).expect(404)).body.code).toBe('not-found');
    }
    await sendFile(api, theirs, teacher, csv(YEAR), { dryRun: 'false' }).expect(404);
    const count = await api.dataSource.manager.countBy(QuestionRow, { courseId: other.courseId });
    expect(count).toBe(0);
  });
});
