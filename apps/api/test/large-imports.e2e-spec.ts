import { AuditEventRow, createDataSource, QuestionRow, QuestionVersionRow } from '#database';
import { MAX_QUESTION_ROWS } from '#question-files';
import { once } from 'node:events';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../../libs/database/testing/test-database.js';
import { rowXml, workbookFile } from '../../../libs/question-files/testing/workbook-file.js';
import { buildOnce, type BuiltProcess, launchBuilt, untilReady } from '../testing/built-process.js';
import { type College, makeCollege, PASSWORD } from '../testing/college.js';
import { bytesOf } from '../testing/question-files.js';

let database: TestDatabase;
let dataSource: DataSource;
let college: College;
const running: BuiltProcess[] = [];

beforeAll(async () => {
  buildOnce();
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  college = await makeCollege({ dataSource });
});

afterEach(() => Promise.all(running.splice(0).map((process) => process.kill())));

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function start() {
  const api = launchBuilt('api', {
    DATABASE_URL: database.url,
    PORT: '0',
    TOKEN_SECRET: 'a token secret, thirty-two characters at least',
    LOG_LEVEL: 'silent',
  });
  running.push(api);
  const url = await untilReady(api);
  const { body } = await request(url)
    .post('/v1/auth/password')
    .send({ account: college.account, password: PASSWORD });
  return { ...api, url, token: String(body.accessToken) };
}

const COURSE = () => `/v1/staff/courses/${college.courseId}`;

function bring({ url, token }: { url: string; token: string }, bytes: Uint8Array, dryRun: boolean) {
  return request(url)
    .post(`${COURSE()}/question-imports`)
    .query({ dryRun: String(dryRun), name: '题库.xlsx' })
    .set('authorization', `Bearer ${token}`)
    .set('content-type', 'application/octet-stream')
    .serialize((body: unknown) => body as string)
    .send(Buffer.from(bytes));
}

/** As many questions as one file may hold. */
const large = (change = '', count = MAX_QUESTION_ROWS) =>
  workbookFile([
    {
      name: '题目',
      rows: Array.from({ length: count + 1 }, (_, n) =>
        n === 0
          ? rowXml(1, ['题型', '题干', '选项A', '选项B', '选项C', '答案', '解析', '外部编号'])
          : rowXml(n + 1, [
              '单选题',
              `第 ${n} 号设备的${change}额定功率是多少？`,
              `${n}瓦`,
              `${n + 1}瓦`,
              `${n + 2}瓦`,
              'A',
              `见第 ${n} 页。`,
              `E-${n}`,
            ]),
      ).join(''),
    },
  ]);

const counts = async () => ({
  questions: await dataSource.manager.countBy(QuestionRow, { courseId: college.courseId }),
  versions: await dataSource.manager.count(QuestionVersionRow),
  audits: await dataSource.manager.countBy(AuditEventRow, { action: 'questions.import' }),
});

describe('five thousand questions', () => {
  it('are all there or none: killed before the last statement, nothing is', async () => {
    const api = await start();
    const before = await counts();
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    // What the import writes last: it waits here with everything else written.
    await holder.query('lock table audit_event in exclusive mode');
    const lost = bring(api, large(), false).then(
      () => 'answered',
      () => 'cut off',
    );
    const waiting = () =>
      dataSource.query<unknown[]>(
        `select from pg_locks l join pg_class c on c.oid = l.relation where not l.granted and c.relname = 'audit_event'`,
      );
    while ((await waiting()).length === 0) await new Promise((resolve) => setImmediate(resolve));
    api.child.kill('SIGKILL');
    await once(api.child, 'exit');
    await holder.rollbackTransaction();
    await holder.release();
    expect(await lost).toBe('cut off');
    expect(await counts()).toEqual(before);
  });

  it('come in, while others are served', async () => {
    const api = await start();
    const progress = { isDone: false };
    const bringing = bring(api, large(), false).then((reply) => {
      progress.isDone = true;
      return reply;
    });
    let served = 0;
    for (; !progress.isDone; served += 1) await request(api.url).get('/readyz').expect(200);
    const { status, body } = await bringing;
    expect({ status, ...body.counts }).toMatchObject({ status: 201, rows: 5_000, new: 5_000, errors: 0 });
    expect(body.rows).toHaveLength(5_000);
    expect(await counts()).toEqual({ questions: 5_000, versions: 5_000, audits: 1 });
    expect(served).toBeGreaterThan(5);
  });

  it('are the same when they come again', async () => {
    const { body } = await bring(await start(), large(), true).expect(200);
    expect(body.counts).toMatchObject({ new: 0, changed: 0, same: 5_000 });
  });

  it('go out as a file that brings nothing new', async () => {
    const api = await start();
    const reply = await request(api.url)
      .get(`${COURSE()}/question-exports`)
      .query({ format: 'xlsx' })
      .set('authorization', `Bearer ${api.token}`)
      .buffer(true)
      .parse(bytesOf)
      .expect(200);
    expect(reply.headers['x-total-questions']).toBe('5000');
    const { body } = await bring(api, reply.body as Buffer, true).expect(200);
    expect(body.counts).toMatchObject({ rows: 5_000, new: 0, changed: 0, same: 5_000 });
  });

  it('change together', async () => {
    const { body } = await bring(await start(), large('全新'), false).expect(201);
    expect(body.counts).toMatchObject({ new: 0, changed: 5_000 });
    expect(await counts()).toEqual({ questions: 5_000, versions: 10_000, audits: 2 });
  });
});

it('questions come once when two send them at one time', async () => {
  const api = await start();
  await dataSource.query('truncate question, question_version cascade');
  const replies = await Promise.all([1, 2].map(() => bring(api, large('', 500), false)));
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(replies.map(({ body }) => body.counts.new).toSorted((a, b) => a - b)).toEqual([0, 500]);
  expect((await counts()).questions).toBe(500);
});
