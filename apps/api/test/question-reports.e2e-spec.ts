import { AuditEventRow, QuestionReportRow } from '#database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { begin, choiceOf, type Exam, makeExam, pick, type Sitting, sit } from '../testing/exam.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;
let exam: Exam;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  exam = await makeExam(api, college, [choiceOf('一', 'o1'), choiceOf('二', 'o2')]);
});

afterAll(() => api.stop());

const report = ({ token, attemptId }: Sitting, slot: number, body: object) =>
  api.call('post', `/v1/attempts/${attemptId}/slots/${slot}/reports`, token, body);

const queue = async (query: string) =>
  (await api.call('get', `/v1/staff/reports?${query}`, teacher).expect(200)).body;

describe('a report from an attempt', () => {
  it('is one, however often it is sent, and may change until it is answered', async () => {
    const sitting = await begin(api, exam.quizId, 'twice', [pick('o1')]);
    const many = await Promise.all(
      Array.from({ length: 8 }, () => report(sitting, 1, { kind: 'wrong-key', text: '答案不对' })),
    );
    expect(many.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(await api.dataSource.manager.countBy(QuestionReportRow, { attemptId: sitting.attemptId })).toBe(1);
    const changed = await report(sitting, 1, { kind: 'typo' }).expect(200);
    expect(changed.body).toMatchObject({ slot: 1, kind: 'typo', text: '', state: 'open', reply: null });
    const mine = await api
      .call('get', `/v1/attempts/${sitting.attemptId}/reports`, sitting.token)
      .expect(200);
    expect(mine.body.items).toEqual([changed.body]);
  });

  it('is refused for a slot or an attempt of somebody else, and with anything unknown in it', async () => {
    const sitting = await sit(api, exam.quizId, 'owner', [pick('o1')]);
    const stranger = await signInLearner(api, 'stranger');
    const foreign = { ...sitting, token: stranger };
    await report(foreign, 1, { kind: 'typo' }).expect(404);
    await report(sitting, 3, { kind: 'typo' }).expect(404);
    await api.call('get', `/v1/attempts/${sitting.attemptId}/reports`, stranger).expect(404);
    const odd = await report(sitting, 1, { kind: 'boring', slot: 2 }).expect(400);
    expect(odd.body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/slot', code: 'unknown-field' }),
        expect.objectContaining({ pointer: '/kind', code: 'not-allowed' }),
      ]),
    );
    expect(await api.dataSource.manager.countBy(QuestionReportRow, { attemptId: sitting.attemptId })).toBe(0);
  });
});

describe('the queue of the staff', () => {
  it('shows reports without their learners, and answers all of a question at once', async () => {
    const { quizId, questionIds } = await makeExam(api, college, [
      choiceOf('三', 'o1'),
      choiceOf('四', 'o1'),
    ]);
    const sittings: Sitting[] = [];
    for (const user of ['anna', 'bert', 'carl']) {
      const sitting = await sit(api, quizId, user, [pick('o2'), pick('o2')]);
      sittings.push(sitting);
      await report(sitting, 1, { kind: 'wrong-key', text: `${user}：应是乙` }).expect(201);
    }
    const [first] = sittings;
    if (!first) throw new Error('nobody sat');
    await report(first, 2, { kind: 'unclear' }).expect(201);

    const page = await queue(`quizId=${quizId}&state=open&pageSize=2`);
    expect(page).toMatchObject({ page: 1, pageSize: 2, total: 4 });
    expect(page.items[0]).toMatchObject({
      questionId: questionIds[0],
      version: 1,
      stem: '三',
      quizId,
      quizTitle: '结业考试',
      slot: 1,
      kind: 'wrong-key',
      text: 'anna：应是乙',
      openOfQuestion: 3,
    });
    expect(JSON.stringify(page)).not.toContain(first.learnerId);
    expect(await queue(`questionId=${questionIds[1]}&kind=unclear`)).toMatchObject({ total: 1 });

    const path = `/v1/staff/reports/${page.items[0].id}/answer`;
    const answer = { state: 'accepted', reply: '答案已更正，谢谢。', wholeQuestion: true };
    expect((await api.call('post', path, teacher, answer).expect(200)).body).toEqual({ answered: 3 });
    expect((await api.call('post', path, teacher, answer).expect(200)).body).toEqual({ answered: 0 });
    const other = await api.call('post', path, teacher, { ...answer, state: 'rejected' }).expect(409);
    expect(other.body.code).toBe('invalid-transition');
    expect(await queue(`quizId=${quizId}&state=open`)).toMatchObject({ total: 1 });

    for (const { token, attemptId } of sittings) {
      const { body } = await api.call('get', `/v1/attempts/${attemptId}/reports`, token).expect(200);
      expect(body.items[0]).toMatchObject({ state: 'accepted', reply: '答案已更正，谢谢。' });
    }
    const late = await report(first, 1, { kind: 'typo' }).expect(200);
    expect(late.body).toMatchObject({ kind: 'wrong-key', state: 'accepted' });
    const audits = await api.dataSource.manager.findBy(AuditEventRow, { action: 'report.answer' });
    expect(audits).toMatchObject([{ subjectId: questionIds[0], detail: { answered: 3, state: 'accepted' } }]);
  });

  it('does not show or answer what belongs to another college', async () => {
    const other = await signInInstructor(api, await makeCollege(api, '别的学院'));
    const sitting = await sit(api, exam.quizId, 'mine', [pick('o1')]);
    await report(sitting, 2, { kind: 'other', text: '看不懂' }).expect(201);
    const foreign = await api.call('get', '/v1/staff/reports', other).expect(200);
    expect(foreign.body).toMatchObject({ items: [], total: 0 });
    const { items } = await queue(`questionId=${exam.questionIds[1]}`);
    const answer = { state: 'rejected', reply: '没有问题。' };
    for (const id of [items[0].id, randomUUID()]) {
      await api.call('post', `/v1/staff/reports/${id}/answer`, other, answer).expect(404);
    }
    await api
      .call('post', `/v1/staff/reports/${items[0].id}/answer`, teacher, { state: 'rejected', reply: ' ' })
      .expect(400);
  });
});
