import { AttemptRow, AuditEventRow, PersonMarkRow, ScoreEventRow } from '#database';
import type { Question } from '#question';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { begin, choiceOf, makeExam, pick, SHORT, type Sitting, sit, write } from '../testing/exam.js';
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

const marking = (quizId: string, rest = '') => `/v1/staff/quizzes/${quizId}/marking${rest}`;

const mark = (quizId: string, { attemptId }: Sitting, slot: number, body: object) =>
  api.call('put', marking(quizId, `/${attemptId}/${slot}`), teacher, body);

const queue = async (quizId: string, query = '') =>
  (await api.call('get', marking(quizId, query), teacher).expect(200)).body;

const result = async ({ token, attemptId }: Sitting) =>
  (await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200)).body;

const awarded = (...shares: number[]) => shares.map((each, index) => ({ id: `p${index + 1}`, shares: each }));

/** A choice and a short answer of 40 points with a rubric of 2, 1 and 1. */
async function examOf(users: readonly string[]) {
  const { quizId, questionIds } = await makeExam(api, college, [choiceOf('一', 'o1'), SHORT], {
    points: [50, 40],
    passMark: 0.8,
  });
  const sittings: Sitting[] = [];
  for (const user of users)
    sittings.push(await sit(api, quizId, user, [pick('o1'), write(`${user} 的作答`)]));
  const [first] = sittings;
  if (!first) throw new Error('nobody sat');
  return { quizId, questionIds, sittings, first };
}

describe('the queue of short answers', () => {
  it('shows question, rubric and answer, and nothing about the learner', async () => {
    const { quizId, questionIds, sittings } = await examOf(['anna', 'bert', 'carl']);
    const page = await queue(quizId, '?pageSize=2');
    expect(page).toMatchObject({ total: 3, page: 1, pageSize: 2 });
    expect(page.items).toHaveLength(2);
    expect(Object.keys(page.items[0]).sort()).toEqual([
      'attemptId', 'awarded', 'comment', 'fraction', 'key', 'markedAt', 'markedBy', 'points', 'questionId', 'response',
      'rubric', 'score', 'slot', 'stem', 'type',
    ]); // prettier-ignore
    expect(page.items[0]).toMatchObject({
      slot: 2,
      questionId: questionIds[1],
      points: 40,
      key: { text: '设备、系统和人。' },
      rubric: [{ id: 'p1', text: '设备', share: 2 }, { id: 'p2' }, { id: 'p3' }],
      fraction: null,
    });
    const all = JSON.stringify(await queue(quizId));
    for (const { learnerId } of sittings) expect(all).not.toContain(learnerId);
    expect(await queue(quizId, `?questionId=${questionIds[0]}`)).toMatchObject({ total: 0 });
  });

  it('turns a mark by the rubric into score, passing and a line of the ledger', async () => {
    const { quizId, first } = await examOf(['dora']);
    expect(await result(first)).toMatchObject({ score: 50, openPoints: 40, passed: null });
    const { body } = await mark(quizId, first, 2, {
      awarded: awarded(2, 0.5, 0),
      comment: '缺少“人”',
    }).expect(200);
    expect(body).toMatchObject({ fraction: 0.625, score: 25, comment: '缺少“人”', markedBy: '王老师' });
    const shown = await result(first);
    expect(shown).toMatchObject({ score: 75, openPoints: 0, passed: true });
    expect(shown.slots[1]).toMatchObject({ score: 25, rule: 'by-person', ruleText: '教师评分' });
    expect(shown.changes).toMatchObject([
      {
        from: 50,
        to: 75,
        slot: 2,
        cause: 'manual',
        reason: '缺少“人”',
        text: '50 → 75，因为第 2 题由教师评分',
      },
    ]);
    expect(await queue(quizId)).toMatchObject({ total: 0 });
    expect(await queue(quizId, '?state=marked')).toMatchObject({ total: 1, items: [{ fraction: 0.625 }] });
    const audits = await api.dataSource.manager.findBy(AuditEventRow, { subjectId: first.attemptId });
    expect(audits).toMatchObject([{ action: 'score.mark', detail: { slot: 2, before: null, after: 0.625 } }]);
  });

  it('takes the same mark twice as one, and another one only with a reason', async () => {
    const { quizId, first } = await examOf(['emil']);
    const same = { awarded: awarded(1, 1, 1) };
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => mark(quizId, first, 2, same).expect(200)),
    );
    expect(new Set(replies.map(({ body }) => body.score))).toEqual(new Set([30]));
    const { manager } = api.dataSource;
    expect(await manager.countBy(PersonMarkRow, { attemptId: first.attemptId })).toBe(1);
    const silent = await mark(quizId, first, 2, { awarded: awarded(0, 0, 0) }).expect(400);
    expect(silent.body.errors).toMatchObject([{ pointer: '/comment', code: 'required' }]);
    await mark(quizId, first, 2, { awarded: awarded(0, 0, 0), comment: '看错了，应为 0 分' }).expect(200);
    expect(await result(first)).toMatchObject({ score: 50, passed: false });
    const ledger = await manager.find(ScoreEventRow, {
      where: { attemptId: first.attemptId },
      order: { number: 'asc' },
    });
    expect(ledger.map(({ cause, after }) => [cause, after])).toEqual([
      ['closed', 50],
      ['manual', 80],
      ['manual', 50],
    ]);
  });

  it.each([
    [{ fraction: 1 }, '/awarded'],
    [{ awarded: awarded(2, 1) }, '/awarded'],
    [{ awarded: awarded(3, 1, 1) }, '/awarded/0'],
    [{ awarded: [...awarded(1, 1, 1), { id: 'p9', shares: 1 }] }, '/awarded/3'],
    [{ awarded: awarded(1, 1, 1), fraction: 1 }, '/fraction'],
    [{ awarded: awarded(1, 1, 1), score: 40 }, '/score'],
  ])('refuses %o at %s', async (body, pointer) => {
    const { quizId, first } = await examOf(['fritz']);
    const reply = await mark(quizId, first, 2, body).expect(400);
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(await api.dataSource.manager.countBy(PersonMarkRow, { attemptId: first.attemptId })).toBe(0);
  });

  it('is closed to learners and to other colleges, and does not mark what still runs', async () => {
    const { quizId, first } = await examOf(['greta']);
    const learner = await signInLearner(api, 'greta');
    const path = marking(quizId, `/${first.attemptId}/2`);
    await api.call('put', path, learner, { awarded: awarded(2, 1, 1) }).expect(403);
    const stranger = await signInInstructor(api, await makeCollege(api, `别的学院 ${quizId}`));
    await api.call('put', path, stranger, { awarded: awarded(2, 1, 1) }).expect(404);
    await api.call('get', marking(quizId), stranger).expect(404);
    const elsewhere = await makeExam(api, college, [SHORT]);
    await api.call('put', marking(elsewhere.quizId, `/${first.attemptId}/2`), teacher, { awarded: awarded(2, 1, 1) }).expect(404); // prettier-ignore
    const running = await begin(api, elsewhere.quizId, 'greta', [write('还在写')]);
    const early = await mark(elsewhere.quizId, running, 1, { awarded: awarded(2, 1, 1) }).expect(409);
    expect(early.body.code).toBe('attempt-not-submitted');
    expect(await queue(elsewhere.quizId)).toMatchObject({ total: 0 });
  });
});

describe('a mark beside the other voices', () => {
  const plain: Question = { ...SHORT, key: { model: '设备、系统和人。', rubric: [] } } as Question;

  it('is as good as any fraction where there is no rubric', async () => {
    const { quizId } = await makeExam(api, college, [plain], { points: [9] });
    const sitting = await sit(api, quizId, 'hanna', [write('设备')]);
    await mark(quizId, sitting, 1, { awarded: [] }).expect(400);
    await mark(quizId, sitting, 1, {}).expect(400);
    await mark(quizId, sitting, 1, { fraction: 0.3333 }).expect(200);
    expect(await result(sitting)).toMatchObject({ score: 3, openPoints: 0 });
  });

  it('stands over the machine, with a reason', async () => {
    const { quizId } = await makeExam(api, college, [choiceOf('一', 'o1')]);
    const sitting = await sit(api, quizId, 'ida', [pick('o2')]);
    await mark(quizId, sitting, 1, { fraction: 1 }).expect(400);
    await mark(quizId, sitting, 1, { fraction: 1, comment: '当场更正过题干' }).expect(200);
    expect(await result(sitting)).toMatchObject({ score: 1, changes: [{ reason: '当场更正过题干' }] });
  });

  it('counts again when the ruling that stood above it is undone', async () => {
    const { quizId, questionIds, first } = await examOf(['jana']);
    const regrades = `/v1/staff/quizzes/${quizId}/regrades`;
    const ask = { questionId: questionIds[1], kind: 'void', reason: '作废' };
    const { body: run } = await api.call('post', regrades, teacher, ask).expect(201);
    await api.call('post', `${regrades}/${run.id}/apply`, teacher).expect(200);
    expect(await result(first)).toMatchObject({ score: 50, maxScore: 50, openPoints: 0, passed: true });
    expect(await queue(quizId)).toMatchObject({ total: 0 });
    await mark(quizId, first, 2, { awarded: awarded(2, 1, 1), comment: '满分' }).expect(200);
    expect(await result(first)).toMatchObject({ score: 50, maxScore: 50 });
    await api.call('post', `${regrades}/${run.id}/undo`, teacher, {}).expect(200);
    expect(await result(first)).toMatchObject({ score: 90, maxScore: 90, passed: true });
    const row = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: first.attemptId });
    expect(row).toMatchObject({ score: 90, maxScore: 90, passed: true });
  });

  it('goes back to waiting when nobody marked before the ruling was undone', async () => {
    const { quizId, questionIds, first } = await examOf(['karl']);
    const regrades = `/v1/staff/quizzes/${quizId}/regrades`;
    const ask = { questionId: questionIds[1], kind: 'full-marks', reason: '送分' };
    const { body: run } = await api.call('post', regrades, teacher, ask).expect(201);
    await api.call('post', `${regrades}/${run.id}/apply`, teacher).expect(200);
    expect(await result(first)).toMatchObject({ score: 90, openPoints: 0, passed: true });
    await api.call('post', `${regrades}/${run.id}/undo`, teacher, {}).expect(200);
    expect(await result(first)).toMatchObject({ score: 50, openPoints: 40, passed: null });
    expect(await queue(quizId)).toMatchObject({ total: 1 });
  });
});
