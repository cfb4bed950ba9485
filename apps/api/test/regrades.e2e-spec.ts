import {
  AttemptRow,
  AttemptSlotRow,
  AuditEventRow,
  RegradeChangeRow,
  RegradeRunRow,
  ScoreEventRow,
} from '#database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import {
  begin,
  choiceOf,
  editQuestion,
  type Exam,
  makeExam,
  pick,
  type Sitting,
  sit,
} from '../testing/exam.js';
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

const THREE = [choiceOf('一', 'o1'), choiceOf('二', 'o1'), choiceOf('三', 'o1')];
const POINTS = [60, 36, 4];

const result = async ({ token, attemptId }: Sitting) =>
  (await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200)).body;

const regrades = ({ quizId }: Exam) => `/v1/staff/quizzes/${quizId}/regrades`;

const propose = async (exam: Exam, slot: number, body: object) => {
  const input = { questionId: exam.questionIds[slot - 1], ...body };
  return (await api.call('post', regrades(exam), teacher, input).expect(201)).body;
};

const turn = async (exam: Exam, runId: string, what: 'apply' | 'undo', body: object = {}) =>
  (await api.call('post', `${regrades(exam)}/${runId}/${what}`, teacher, body).expect(200)).body;

/** The first question asked for 甲 although 乙 is right. */
async function wrongKey() {
  const exam = await makeExam(api, college, THREE, { points: POINTS, passMark: 0.6 });
  const anna = await sit(api, exam.quizId, 'anna', [pick('o2'), pick('o1'), pick('o1')]);
  const bert = await sit(api, exam.quizId, 'bert', [pick('o1'), pick('o2'), pick('o1')]);
  const carl = await sit(api, exam.quizId, 'carl', [pick('o3'), pick('o1'), pick('o1')]);
  return { exam, anna, bert, carl };
}

const untouched = async (exam: Exam) => ({
  attempts: await api.dataSource.query('select * from attempt where quiz_id = $1 order by id', [exam.quizId]),
  slots: await api.dataSource.query(
    `select s.* from attempt_slot s join attempt a on a.learner_id = s.learner_id and a.id = s.attempt_id
     where a.quiz_id = $1 order by a.id, s.slot`,
    [exam.quizId],
  ),
});

describe('a wrong key', () => {
  it('is foreseen, put right and explained to each learner, and can be taken back', async () => {
    const { exam, anna, bert, carl } = await wrongKey();
    const before = await untouched(exam);
    await editQuestion(api, exam.questionIds[0] ?? '', choiceOf('一', 'o2'));

    const reason = '原答案有误：应为乙';
    const run = await propose(exam, 1, { kind: 'regrade', toVersion: 2, reason });
    const counts = { attempts: 3, changed: 2, up: 1, down: 1, nowPassed: 1, nowFailed: 1 };
    expect(run).toMatchObject({
      kind: 'regrade',
      toVersion: 2,
      reason,
      state: 'proposed',
      counts,
      stem: '一',
    });
    const foreseen = await api.call('get', `${regrades(exam)}/${run.id}/changes`, teacher).expect(200);
    expect(foreseen.body).toMatchObject({ total: 2 });
    expect(foreseen.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ attemptId: anna.attemptId, slot: 1, from: 40, to: 100, passedFrom: false, passedTo: true, appliedAt: null }), // prettier-ignore
        expect.objectContaining({ attemptId: bert.attemptId, slot: 1, from: 64, to: 4, passedFrom: true, passedTo: false }), // prettier-ignore
      ]),
    );
    expect(await untouched(exam)).toEqual(before);

    expect(await turn(exam, run.id, 'apply')).toMatchObject({ state: 'applied', counts });
    const shown = await result(anna);
    expect(shown).toMatchObject({ score: 100, maxScore: 100, passed: true });
    expect(shown.slots[0]).toMatchObject({
      score: 60,
      rule: 'exact',
      key: { type: 'single', choice: 'o2' },
      explanation: '解析：o2。',
      ruling: { kind: 'regrade', reason },
    });
    expect(shown.changes).toMatchObject([
      {
        from: 40,
        to: 100,
        slot: 1,
        cause: 'regrade',
        reason,
        text: '40 → 100，因为第 1 题答案更正，由不及格变为及格',
      },
    ]);
    expect((await result(bert)).changes[0].text).toBe('64 → 4，因为第 1 题答案更正，由及格变为不及格');
    expect(await result(carl)).toMatchObject({ score: 40, changes: [] });

    const undone = await turn(exam, run.id, 'undo', { reason: '以教材为准' });
    expect(undone).toMatchObject({ state: 'undone', undoReason: '以教材为准' });
    expect(await untouched(exam)).toEqual(before);
    expect((await result(anna)).changes.map(({ text }: { text: string }) => text)).toEqual([
      '40 → 100，因为第 1 题答案更正，由不及格变为及格',
      '100 → 40，因为第 1 题的更正已撤销，由及格变为不及格',
    ]);
    const ledger = await api.dataSource.manager.find(ScoreEventRow, {
      where: { attemptId: anna.attemptId },
      order: { number: 'asc' },
    });
    expect(ledger.map(({ number, cause, before, after }) => [number, cause, before, after])).toEqual([
      [1, 'closed', null, 40],
      [2, 'regrade', 40, 100],
      [3, 'undo', 100, 40],
    ]);
    const audits = await api.dataSource.manager.find(AuditEventRow, {
      where: { subjectId: exam.quizId },
      order: { happenedAt: 'asc' },
    });
    expect(audits.map(({ action }) => action)).toEqual(['regrade.propose', 'regrade.apply', 'regrade.undo']);
    const again = await api.call('post', `${regrades(exam)}/${run.id}/apply`, teacher).expect(409);
    expect(again.body.code).toBe('invalid-transition');
  });

  it('is put right once, however often and in parallel that is asked', async () => {
    const { exam, anna } = await wrongKey();
    await editQuestion(api, exam.questionIds[0] ?? '', choiceOf('一', 'o2'));
    const { id } = await propose(exam, 1, { kind: 'regrade', toVersion: 2, reason: '更正' });
    const all = await Promise.all(Array.from({ length: 6 }, () => turn(exam, id, 'apply')));
    expect(all[0]).toMatchObject({ state: 'applied' });
    for (const { counts } of [await turn(exam, id, 'apply'), all[5]])
      expect(counts).toMatchObject({ changed: 2 });
    expect(await api.dataSource.manager.countBy(ScoreEventRow, { attemptId: anna.attemptId })).toBe(2);
    expect(await api.dataSource.manager.countBy(RegradeChangeRow, { regradeRunId: id })).toBe(2);
    await Promise.all(Array.from({ length: 4 }, () => turn(exam, id, 'undo')));
    expect(await api.dataSource.manager.countBy(ScoreEventRow, { attemptId: anna.attemptId })).toBe(3);
    expect(await result(anna)).toMatchObject({ score: 40, passed: false });
  });

  it('is no key of another type, of a version that is not there, or of a quiz that does not ask it', async () => {
    const { exam } = await wrongKey();
    const tf = { type: 'tf', stem: '一', key: true, explanation: '解析。', evidence: [] } as const;
    await editQuestion(api, exam.questionIds[0] ?? '', tf);
    const ask = (body: object) =>
      api.call('post', regrades(exam), teacher, { questionId: exam.questionIds[0], reason: '更正', ...body });
    const other = await ask({ kind: 'regrade', toVersion: 2 }).expect(400);
    expect(other.body.errors).toMatchObject([{ pointer: '/toVersion', code: 'type-mismatch' }]);
    const none = await ask({ kind: 'regrade', toVersion: 3 }).expect(400);
    expect(none.body.errors).toMatchObject([{ pointer: '/toVersion', code: 'not-found' }]);
    const unsaid = await ask({ kind: 'regrade' }).expect(400);
    expect(unsaid.body.errors).toMatchObject([{ pointer: '/toVersion' }]);
    await ask({ kind: 'void', reason: ' ' }).expect(400);
    const elsewhere = await makeExam(api, college, THREE);
    await ask({ kind: 'void', questionId: elsewhere.questionIds[0] }).expect(404);
    const stranger = await signInInstructor(api, await makeCollege(api, `别的学院 ${exam.quizId}`));
    const foreign = { questionId: exam.questionIds[0], kind: 'void', reason: '作废' };
    await api.call('post', regrades(exam), stranger, foreign).expect(404);
    const { id } = await propose(exam, 1, { kind: 'void', reason: '作废' });
    for (const path of ['', '/changes'])
      await api.call('get', `${regrades(exam)}/${id}${path}`, stranger).expect(404);
    for (const path of ['/apply', '/undo']) await api.call('post', `${regrades(exam)}/${id}${path}`, stranger, {}).expect(404); // prettier-ignore
    await api.call('post', `${regrades(elsewhere)}/${id}/apply`, teacher).expect(404);
    const early = await api.call('post', `${regrades(exam)}/${id}/undo`, teacher, {}).expect(409);
    expect(early.body.code).toBe('invalid-transition');
  });
});

describe('a question that cannot be saved', () => {
  it('leaves score and maximum when it is void', async () => {
    const { exam, anna, bert } = await wrongKey();
    const { id, counts } = await propose(exam, 1, { kind: 'void', reason: '题干有歧义' });
    expect(counts).toEqual({ attempts: 3, changed: 3, up: 2, down: 1, nowPassed: 2, nowFailed: 1 });
    await turn(exam, id, 'apply');
    const shown = await result(anna);
    expect(shown).toMatchObject({ score: 40, maxScore: 40, fraction: 1, passed: true });
    expect(shown.slots[0]).toMatchObject({ points: 60, score: 0, ruleText: '本题作废，不计分' });
    expect(shown.changes[0]).toMatchObject({
      from: 40,
      to: 40,
      maxFrom: 100,
      maxTo: 40,
      text: '40/100 → 40/40，因为第 1 题作废，由不及格变为及格',
    });
    expect(await result(bert)).toMatchObject({ score: 4, maxScore: 40, passed: false });
    await turn(exam, id, 'undo');
    expect(await result(anna)).toMatchObject({ score: 40, maxScore: 100, passed: false });
  });

  it('gives full marks to everybody, silently to those who have them', async () => {
    const { exam, anna, bert } = await wrongKey();
    const { id } = await propose(exam, 1, { kind: 'full-marks', reason: '两个选项都对' });
    expect(await turn(exam, id, 'apply')).toMatchObject({ counts: { changed: 2, up: 2, nowPassed: 2 } });
    expect((await result(anna)).changes[0].text).toBe('40 → 100，因为第 1 题全员得满分，由不及格变为及格');
    expect(await result(bert)).toMatchObject({ score: 64, changes: [] });
  });

  it('stands above a new key, which counts again when the ruling is undone', async () => {
    const { exam, anna } = await wrongKey();
    const ruling = await propose(exam, 1, { kind: 'void', reason: '先作废' });
    await turn(exam, ruling.id, 'apply');
    await editQuestion(api, exam.questionIds[0] ?? '', choiceOf('一', 'o2'));
    const run = await propose(exam, 1, { kind: 'regrade', toVersion: 2, reason: '答案是乙' });
    expect(run.counts).toMatchObject({ attempts: 3, changed: 0 });
    await turn(exam, run.id, 'apply');
    expect(await result(anna)).toMatchObject({ score: 40, maxScore: 40 });
    await turn(exam, ruling.id, 'undo');
    expect(await result(anna)).toMatchObject({ score: 100, maxScore: 100 });
  });
});

describe('attempts that are closed later', () => {
  it('follow what holds by then, and say so', async () => {
    const { exam } = await wrongKey();
    const open = await begin(api, exam.quizId, 'dora', [pick('o2'), pick('o1'), pick('o1')]);
    const { id } = await propose(exam, 1, { kind: 'void', reason: '题干有歧义' });
    await turn(exam, id, 'apply');
    const { body } = await api.call('post', `/v1/attempts/${open.attemptId}/submit`, open.token).expect(200);
    expect(body).toMatchObject({ score: 40, maxScore: 40, passed: true, changes: [] });
    expect(body.slots[0]).toMatchObject({ rule: 'void', ruling: { kind: 'void', reason: '题干有歧义' } });
    await turn(exam, id, 'undo');
    expect(await result(open)).toMatchObject({ score: 40, maxScore: 100, passed: false });
  });

  it('follow a regrade that broke off, which goes on where it was', async () => {
    const { exam, anna } = await wrongKey();
    const { id } = await propose(exam, 1, { kind: 'full-marks', reason: '两个选项都对' });
    const begun = { state: 'applying', appliedAt: new Date(), appliedBy: college.instructorId } as const;
    await api.dataSource.manager.update(RegradeRunRow, { id }, begun);
    const late = await sit(api, exam.quizId, 'emil', [pick('o4')]);
    expect(await result(late)).toMatchObject({ score: 60 });
    expect(await result(anna)).toMatchObject({ score: 40 });
    const other = await propose(exam, 2, { kind: 'void', reason: '作废' });
    const refused = await api.call('post', `${regrades(exam)}/${other.id}/apply`, teacher).expect(409);
    expect(refused.body.code).toBe('invalid-transition');
    expect(await turn(exam, id, 'apply')).toMatchObject({
      state: 'applied',
      counts: { attempts: 4, changed: 2 },
    });
    expect(await result(anna)).toMatchObject({ score: 100 });
    expect(await result(late)).toMatchObject({ score: 60, changes: [] });
  });

  it('all follow it when they are closed while it is being applied', async () => {
    const exam = await makeExam(api, college, THREE, { points: POINTS, passMark: 0.6 });
    const open: Sitting[] = [];
    for (let n = 0; n < 24; n += 1) open.push(await begin(api, exam.quizId, `racer-${n}`, [pick('o2')]));
    const { id } = await propose(exam, 1, { kind: 'full-marks', reason: '两个选项都对' });
    const submits = open.map(({ token, attemptId }) =>
      api.call('post', `/v1/attempts/${attemptId}/submit`, token),
    );
    await Promise.all([...submits.slice(0, 12), turn(exam, id, 'apply'), ...submits.slice(12)]);
    const attempts = await api.dataSource.manager.findBy(AttemptRow, { quizId: exam.quizId });
    expect(attempts.map(({ score, passed }) => [score, passed])).toEqual(open.map(() => [60, true]));
    const slots = await api.dataSource.manager.findBy(AttemptSlotRow, { slot: 1, rule: 'full-marks' });
    const ids = new Set(open.map(({ attemptId }) => attemptId));
    expect(slots.filter(({ attemptId }) => ids.has(attemptId))).toHaveLength(24);
  });
});
