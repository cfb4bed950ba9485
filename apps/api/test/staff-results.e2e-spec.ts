import { AttemptRow, AttemptSlotRow, LearnerRow } from '#database';
import { ATTEMPT_POLICIES, type AttemptPolicy, countingScore, passes } from '#scoring';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
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

const get = async (path: string) => (await api.call('get', `/v1/staff/${path}`, teacher).expect(200)).body;
const results = (quizId: string, query = '') => get(`quizzes/${quizId}/results${query}`);
const verify = ({ learnerId, attemptId }: Sitting) => get(`attempts/${learnerId}/${attemptId}/verify`);

const name = (learnerId: string, nickname: string) =>
  api.dataSource.manager.update(LearnerRow, { id: learnerId }, { nickname });

const TWO = [choiceOf('一', 'o1'), choiceOf('二', 'o1')];
const [RIGHT, WRONG] = [pick('o1'), pick('o2')];

/** anna fails and passes, bert fails twice, carl is still writing. */
async function classOf(counting: AttemptPolicy) {
  const { quizId } = await makeExam(api, college, TWO, { points: [6, 4], passMark: 0.6, counting });
  const anna = await sit(api, quizId, 'anna', [WRONG, RIGHT]);
  await sit(api, quizId, 'anna', [RIGHT, WRONG]);
  const bert = await sit(api, quizId, 'bert', [WRONG, RIGHT]);
  await sit(api, quizId, 'bert', [WRONG, WRONG]);
  const carl = await begin(api, quizId, 'carl', [RIGHT]);
  await Promise.all([
    name(anna.learnerId, '安娜'),
    name(bert.learnerId, '贝特'),
    name(carl.learnerId, '100%_卡尔'),
  ]);
  return { quizId, anna, bert, carl };
}

describe('the results of a quiz', () => {
  it.each(Object.keys(ATTEMPT_POLICIES) as AttemptPolicy[])(
    'count the attempt as the quiz says: %s',
    async (counting) => {
      const { quizId, anna, bert, carl } = await classOf(counting);
      const page = await results(quizId, '?sort=name');
      expect(page).toMatchObject({ counting, passMark: 0.6, total: 3, page: 1 });
      const rows = new Map(page.items.map((item: { learnerId: string }) => [item.learnerId, item]));
      for (const { learnerId } of [anna, bert]) {
        const attempts = await api.dataSource.manager.findBy(AttemptRow, { quizId, learnerId });
        const scores = attempts.map(({ number, score, maxScore }) => ({
          number,
          score: score ?? -1,
          maxScore,
        }));
        const counted = countingScore(counting, scores);
        expect(counted).not.toBeNull();
        expect(rows.get(learnerId)).toMatchObject({
          attempts: 2,
          running: false,
          score: counted?.score,
          maxScore: 10,
          countingAttempts: counted?.attempts,
          provisional: false,
          passed: counted && passes(counted, { kind: 'share', share: 0.6 }),
        });
      }
      expect(rows.get(carl.learnerId)).toMatchObject({
        attempts: 1,
        running: true,
        score: null,
        passed: null,
      });
    },
  );

  it('are filtered, sorted and paged', async () => {
    const { quizId, anna, bert, carl } = await classOf('highest');
    const ids = async (query: string) =>
      (await results(quizId, query)).items.map(({ learnerId }: { learnerId: string }) => learnerId);
    expect(await ids('?passed=yes')).toEqual([anna.learnerId]);
    expect(await ids('?passed=no')).toEqual([bert.learnerId]);
    expect(await ids('?passed=open')).toEqual([]);
    expect(await ids('?state=in_progress')).toEqual([carl.learnerId]);
    expect(await ids('?state=submitted&sort=score')).toEqual([anna.learnerId, bert.learnerId]);
    expect(await ids(`?q=${encodeURIComponent('0%_')}`)).toEqual([carl.learnerId]);
    expect(await ids(`?q=${encodeURIComponent('%')}`)).toEqual([carl.learnerId]);
    const second = await results(quizId, '?sort=score&page=2&pageSize=2');
    expect(second).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ learnerId: carl.learnerId }] });
    expect(await results(quizId, '?page=9')).toMatchObject({ total: 3, items: [] });
    await api.call('get', `/v1/staff/quizzes/${quizId}/results?passed=maybe`, teacher).expect(400);
  });

  it('know what waits for a person', async () => {
    const { quizId } = await makeExam(api, college, [choiceOf('一', 'o1'), SHORT], {
      points: [5, 5],
      passMark: 0.6,
    });
    const open = await sit(api, quizId, 'anna', [RIGHT, write('设备')]);
    await sit(api, quizId, 'bert', [RIGHT, null]);
    expect(await results(quizId, '?state=to_mark')).toMatchObject({
      total: 1,
      items: [{ learnerId: open.learnerId, score: 5, provisional: true, passed: null }],
    });
    expect(await results(quizId, '?passed=open')).toMatchObject({ total: 1 });
    expect(await results(quizId, '?passed=no')).toMatchObject({ total: 1 });
  });

  it('of one learner list every attempt, and of one attempt everything', async () => {
    const { quizId, anna } = await classOf('highest');
    const learner = await results(quizId, `/${anna.learnerId}`);
    expect(learner).toMatchObject({ nickname: '安娜', score: 6, countingAttempts: [2] });
    expect(learner.items).toMatchObject([
      { attemptId: anna.attemptId, number: 1, counts: false, score: 4, passed: false, changes: [] },
      { number: 2, counts: true, score: 6, passed: true },
    ]);
    const attempt = await get(`attempts/${anna.learnerId}/${anna.attemptId}`);
    expect(attempt).toMatchObject({
      quizId,
      number: 1,
      state: 'submitted',
      score: 4,
      nickname: '安娜',
      quizVersion: 1,
    });
    expect(attempt.slots[0]).toMatchObject({
      version: 1,
      judgedVersion: 1,
      points: 6,
      response: WRONG,
      key: RIGHT,
      score: 0,
      ruleText: '与答案不符',
      marks: [],
    });
    const shown = await api.call('get', `/v1/attempts/${anna.attemptId}/result`, anna.token).expect(200);
    expect(attempt.slots.map(({ question }: { question: unknown }) => question)).toEqual(
      shown.body.slots.map(({ question }: { question: unknown }) => question),
    );
  });

  it('are those of the own college only', async () => {
    const { quizId, anna, carl } = await classOf('last');
    const stranger = await signInInstructor(api, await makeCollege(api, `别的学院 ${quizId}`));
    const paths = [
      `quizzes/${quizId}/results`,
      `quizzes/${quizId}/results/${anna.learnerId}`,
      `attempts/${anna.learnerId}/${anna.attemptId}`,
      `attempts/${anna.learnerId}/${anna.attemptId}/verify`,
    ];
    for (const path of paths) await api.call('get', `/v1/staff/${path}`, stranger).expect(404);
    for (const path of [`quizzes/${randomUUID()}/results`, `quizzes/${quizId}/results/${randomUUID()}`]) {
      await api.call('get', `/v1/staff/${path}`, teacher).expect(404);
    }
    // Another learner's id does not open this attempt.
    await api.call('get', `/v1/staff/attempts/${carl.learnerId}/${anna.attemptId}`, teacher).expect(404);
    const running = await get(`attempts/${carl.learnerId}/${carl.attemptId}`);
    expect(running).toMatchObject({
      state: 'in_progress',
      score: null,
      slots: [{ response: RIGHT, score: null }, {}],
    });
    await api
      .call('get', `/v1/staff/attempts/${carl.learnerId}/${carl.attemptId}/verify`, teacher)
      .expect(409);
  });
});

describe('verifying an attempt', () => {
  /** Marked by a person, regraded, and undone: everything a score can go through. */
  async function eventful() {
    const { quizId, questionIds } = await makeExam(api, college, [choiceOf('一', 'o1'), SHORT], {
      points: [5, 5],
      passMark: 0.6,
    });
    const sitting = await sit(api, quizId, 'anna', [WRONG, write('设备')]);
    const quiz = `/v1/staff/quizzes/${quizId}`;
    const awarded = [{ id: 'p1', shares: 2 }, { id: 'p2', shares: 0 }, { id: 'p3', shares: 0 }]; // prettier-ignore
    await api.call('put', `${quiz}/marking/${sitting.attemptId}/2`, teacher, { awarded }).expect(200);
    for (const kind of ['void', 'full-marks']) {
      const ask = { questionId: questionIds[0], kind, reason: '题目有误' };
      const { body } = await api.call('post', `${quiz}/regrades`, teacher, ask).expect(201);
      await api.call('post', `${quiz}/regrades/${body.id}/apply`, teacher).expect(200);
      if (kind === 'void')
        await api.call('post', `${quiz}/regrades/${body.id}/undo`, teacher, {}).expect(200);
    }
    return sitting;
  }

  it('finds nothing to say about one that nobody tampered with', async () => {
    const sitting = await eventful();
    expect(await verify(sitting)).toMatchObject({
      equal: true,
      score: 7.5,
      computedScore: 7.5,
      maxScore: 10,
      gaps: [],
      explanation: [
        '第 1 题：5 分 × 1 = 5 分（本题全员得满分）。',
        '第 2 题：5 分 × 1/2 = 2.5 分（教师评分）。',
        '合计 7.5 / 10 分（各题按精确值相加，最后四舍五入到 0.001 分）。',
      ],
    });
  });

  it.each([
    ['the sum', (id: string) => api.dataSource.manager.update(AttemptRow, { id }, { score: 9 }), ['score', 'ledger'], '流水最后一行（第 5 行）之后是 7.5/10 分，答卷记录的是 9/10 分：后来的改动没有写进流水。'], // prettier-ignore
    ['a slot', (attemptId: string) => api.dataSource.manager.update(AttemptSlotRow, { attemptId, slot: 2 }, { fraction: 1, score: 5 }), ['fraction'], '第 2 题：记录的得分率是 1，重算为 1/2。'], // prettier-ignore
    ['a response', (attemptId: string) => api.dataSource.manager.update(AttemptSlotRow, { attemptId, slot: 1 }, { response: RIGHT }), ['response'], '第 1 题：判分用的作答与作答记录里最后一次不同。'], // prettier-ignore
    ['passing', (id: string) => api.dataSource.manager.update(AttemptRow, { id }, { passed: false }), ['passed'], '是否及格：记录不及格，应为及格。'], // prettier-ignore
    ['the ledger', (attemptId: string) => api.dataSource.query('update score_event set after = 1 where attempt_id = $1 and number = 3', [attemptId]), ['ledger'], '流水第 4 行：变化前记为 2.5/5 分，而上一行之后是 1/5 分。'], // prettier-ignore
  ])('names the line when somebody changed %s', async (_what, tamper, codes, text) => {
    const sitting = await eventful();
    await tamper(sitting.attemptId);
    const { equal, gaps } = await verify(sitting);
    expect(equal).toBe(false);
    expect([...new Set(gaps.map(({ code }: { code: string }) => code))]).toEqual(codes);
    expect(gaps.map((gap: { text: string }) => gap.text)).toContain(text);
  });
});
