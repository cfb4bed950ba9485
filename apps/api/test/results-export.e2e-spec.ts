import { AttemptRow, AttemptSlotRow, LearnerRow } from '#database';
import ExcelJS from 'exceljs';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS, RIGHT } from '../testing/bank.js';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import { choiceOf, editQuestion, type Exam, makeExam, pick, SHORT, sit, write } from '../testing/exam.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
});

afterAll(() => api.stop());

async function exported({ quizId }: Exam) {
  const reply = await request(api.url)
    .get(`/v1/staff/quizzes/${quizId}/results.xlsx`)
    .set('authorization', `Bearer ${teacher}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(reply.body);
  return { book, headers: reply.headers };
}

/** The rows under the header, by its words. */
function rowsOf(book: ExcelJS.Workbook, name: string): Record<string, ExcelJS.CellValue>[] {
  const sheet = book.getWorksheet(name);
  const header = sheet?.getRow(1).values;
  if (!sheet || !Array.isArray(header)) throw new Error(`no sheet ${name}`);
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const words = header.slice(1).map((word, index) => [String(word), row.getCell(index + 1).value]);
    rows.push(Object.fromEntries(words));
  });
  return rows;
}

describe('the file of results', () => {
  it('has a row each learner, and a row each learner and question of the attempts that count', async () => {
    const exam = await makeExam(api, college, [choiceOf('一', 'o1'), choiceOf('二', 'o1')], {
      points: [6, 4],
      passMark: 0.6,
    });
    const anna = await sit(api, exam.quizId, 'anna', [pick('o2'), null]);
    await sit(api, exam.quizId, 'anna', [pick('o1'), pick('o3')]);
    await api.dataSource.manager.update(LearnerRow, { id: anna.learnerId }, { nickname: '=cmd|安娜' });
    const { book, headers } = await exported(exam);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(headers['content-disposition']).toContain(encodeURIComponent('成绩.xlsx'));
    expect(rowsOf(book, '成绩')).toMatchObject([
      { 学员编号: anna.learnerId, 昵称: '=cmd|安娜', 答卷数: 2, 计入的答卷: '取最高分：2', 得分: 6, 满分: 10, 是否及格: '及格' },
    ]); // prettier-ignore
    expect(book.getWorksheet('成绩')?.getCell('B2').type).toBe(ExcelJS.ValueType.String);
    const slots = rowsOf(book, '逐题');
    expect(slots).toMatchObject([
      { 昵称: '=cmd|安娜', 第几次: 2, 题号: 1, 题目编号: exam.questionIds[0], 题目版本: 1, 题型: '单选题', 题干: '一', 作答: '甲', 答案: '甲', 分值: 6, 得分: 6, 判分依据: '与答案一致' },
      { 题号: 2, 作答: '丙', 答案: '甲', 分值: 4, 得分: 0, 判分依据: '与答案不符' },
    ]); // prettier-ignore
    expect(slots[0]?.['作答时间（北京时间）']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it('says responses of every type in words, and which key decided', async () => {
    const exam = await makeExam(api, college, [...QUESTIONS, SHORT, choiceOf('错题', 'o1')]);
    await sit(api, exam.quizId, 'bert', [...RIGHT, write('=1+1'), pick('o2')]);
    await editQuestion(api, exam.questionIds[7] ?? '', choiceOf('错题', 'o2'));
    const regrades = `/v1/staff/quizzes/${exam.quizId}/regrades`;
    const ask = { questionId: exam.questionIds[7], kind: 'regrade', toVersion: 2, reason: '更正' };
    const { body } = await api.call('post', regrades, teacher, ask).expect(201);
    await api.call('post', `${regrades}/${body.id}/apply`, teacher).expect(200);
    const { book } = await exported(exam);
    const slots = rowsOf(book, '逐题');
    expect(slots.map(({ 作答 }) => 作答)).toEqual([
      '2020年',
      '平台；感知；网络',
      '错误',
      '120',
      '感知 → 网络 → 平台',
      '青岛—成立地；王老师—主讲',
      '=1+1',
      '乙',
    ]);
    expect(slots[6]).toMatchObject({ 题型: '简答题', 得分: null, 判分依据: '等待教师评分' });
    expect(slots[7]).toMatchObject({ 题目版本: 1, 答案: '乙', 得分: 1 });
    expect(book.getWorksheet('逐题')?.getCell('I8')).toMatchObject({
      type: ExcelJS.ValueType.String,
      numFmt: '@',
    });
  });

  it('has everybody in it, and the api answers others meanwhile', async () => {
    const exam = await makeExam(api, college, [choiceOf('一', 'o1'), choiceOf('二', 'o1')]);
    const first = await sit(api, exam.quizId, 'carl', [pick('o1'), pick('o1')]);
    const { manager } = api.dataSource;
    const attempt = await manager.findOneByOrFail(AttemptRow, { id: first.attemptId });
    const slots = await manager.findBy(AttemptSlotRow, { attemptId: first.attemptId });
    const copies = Array.from({ length: 2_500 }, () => ({ learnerId: uuidv7(), id: uuidv7() }));
    const createdAt = new Date();
    await manager.insert(LearnerRow, copies.map(({ learnerId }) => ({ id: learnerId, partnerId: college.partnerId, createdAt }))); // prettier-ignore
    await manager.insert(
      AttemptRow,
      copies.map((copy) => ({ ...attempt, ...copy })),
    );
    const rows = copies.flatMap(({ learnerId, id }) =>
      slots.map((slot) => ({ ...slot, learnerId, attemptId: id })),
    );
    await manager.insert(AttemptSlotRow, rows);
    const state = { isDone: false };
    const file = exported(exam).finally(() => (state.isDone = true));
    let answered = 0;
    while (!state.isDone) {
      await api.call('get', '/healthz').expect(200);
      answered += 1;
    }
    const { book } = await file;
    expect(new Set(rowsOf(book, '成绩').map(({ 学员编号 }) => 学员编号)).size).toBe(2_501);
    expect(book.getWorksheet('逐题')?.rowCount).toBe(5_003);
    expect(answered).toBeGreaterThan(3);
  });

  it('of another college, or of a draft, is none', async () => {
    const exam = await makeExam(api, college, [choiceOf('一', 'o1')]);
    const stranger = await signInInstructor(api, await makeCollege(api, '别的学院'));
    await api.call('get', `/v1/staff/quizzes/${exam.quizId}/results.xlsx`, stranger).expect(404);
    const draft = await makeExam(api, college, [choiceOf('一', 'o1')]);
    await api.dataSource.query('update quiz_version set published_at = null where id = $1', [
      draft.versionId,
    ]);
    const refused = await api
      .call('get', `/v1/staff/quizzes/${draft.quizId}/results.xlsx`, teacher)
      .expect(409);
    expect(refused.body.code).toBe('quiz-not-published');
  });
});
