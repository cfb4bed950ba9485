import { AttemptEventRow, AttemptRow, QuestionRow } from '#database';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, makeBank, RIGHT } from '../testing/bank.js';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { type Method, startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let bank: Bank;
let teacher: string;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  bank = await makeBank(api, college, 'published');
  teacher = await signInInstructor(api, college);
  // Each stands on a fact of its own here, so that several can be drawn.
  await api.dataSource.manager.updateAll(QuestionRow, { factId: null });
});

afterAll(() => api.stop());

const staff = (method: Method, path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);

const pinned = () => bank.questionIds.map((questionId) => ({ questionId }));

async function publish(settings: Record<string, unknown>): Promise<string> {
  const plan = { courseId: college.courseId, title: '单元测验', slots: pinned(), ...settings };
  const { body } = await staff('post', '/quizzes', plan).expect(201);
  await staff('post', `/quizzes/${body.id}/publish`).expect(200);
  return body.id;
}

let learners = 0;
async function newLearner() {
  learners += 1;
  return signInLearner(api, `sitter-${learners}`);
}

const start = (token: string, quizId: string) => api.call('post', `/v1/quizzes/${quizId}/attempts`, token);

async function begin(quizId: string) {
  const token = await newLearner();
  const { body } = await start(token, quizId).expect(201);
  const { learnerId } = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: body.id });
  return { token, attempt: body, attemptId: String(body.id), learnerId };
}

const answer = (token: string, attemptId: string, slot: number, response: unknown, sequence = 1) =>
  api.call('put', `/v1/attempts/${attemptId}/answers/${slot}`, token, { sequence, response });

/** A response of the right shape to whatever a slot asks. */
const responseTo = ({ question }: { question: { type: string } }) =>
  RIGHT.find(({ type }) => type === question.type);

const inMinutes = (minutes: number) => new Date(api.clock.now().getTime() + minutes * 60_000).toISOString();

describe('the window of a quiz', () => {
  it('keeps attempts from starting before it opens and after it closes, and ends the running one', async () => {
    const quizId = await publish({ opensAt: inMinutes(10), closesAt: inMinutes(40), timeLimitSeconds: 3600 });
    const token = await newLearner();
    expect((await start(token, quizId).expect(409)).body.code).toBe('quiz-not-open');
    api.clock.skip(10 * 60_000);
    const { body: attempt } = await start(token, quizId).expect(201);
    const quiz = await api.call('get', `/v1/quizzes/${quizId}`, token).expect(200);
    expect(attempt.dueAt).toBe(quiz.body.closesAt);
    await answer(token, attempt.id, 1, responseTo(attempt.slots[0])).expect(200);
    api.clock.skip(31 * 60_000);
    expect((await answer(token, attempt.id, 2, responseTo(attempt.slots[1])).expect(409)).body.code).toBe(
      'attempt-closed',
    );
    expect((await start(token, quizId).expect(409)).body.code).toBe('quiz-closed');
    const result = await api.call('get', `/v1/attempts/${attempt.id}/result`, token).expect(200);
    expect(result.body).toMatchObject({ closedBy: 'deadline', submittedAt: attempt.dueAt, score: 1 });
  });

  it('takes answers that arrive within the grace, and writes down that they were late', async () => {
    const quizId = await publish({ timeLimitSeconds: 60, graceSeconds: 30 });
    const { token, attempt, attemptId } = await begin(quizId);
    api.clock.skip(75_000);
    await answer(token, attemptId, 1, responseTo(attempt.slots[0])).expect(200);
    const events = await api.dataSource.manager.findBy(AttemptEventRow, { attemptId, slot: 1 });
    expect(events.map(({ kind }) => kind)).toEqual(['late']);
    const shown = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(shown.body).toMatchObject({
      state: 'in_progress',
      slots: [{ response: RIGHT[0] }, {}, {}, {}, {}, {}],
    });
    api.clock.skip(20_000);
    await answer(token, attemptId, 2, responseTo(attempt.slots[1])).expect(409);
    const { body } = await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200);
    expect(body).toMatchObject({ closedBy: 'deadline', submittedAt: attempt.dueAt, score: 1 });
  });

  it.each([
    [{ opensAt: '2026-12-02T00:00:00Z', closesAt: '2026-12-01T00:00:00Z' }, '/closesAt'],
    [{ opensAt: 'tomorrow' }, '/opensAt'],
    [{ passMark: 1.2 }, '/passMark'],
    [{ counting: 'best' }, '/counting'],
    [{ feedback: { during: {} } }, '/feedback/during/score'],
    [{ marking: { multi: 'generous' } }, '/marking/multi'],
    [{ slots: [{ draw: { type: 'single' }, questionId: uuidv7() }] }, '/slots/0'],
    [{ slots: [{ draw: { difficultyFrom: 6 } }] }, '/slots/0/draw/difficultyFrom'],
  ])('and other rules are refused by name: %j', async (settings, pointer) => {
    const plan = { courseId: college.courseId, title: '单元测验', slots: pinned(), ...settings };
    const { body } = await staff('post', '/quizzes', plan).expect(400);
    expect(body.errors.map((flaw: { pointer: string }) => flaw.pointer)).toContain(pointer);
  });
});

describe('a quiz that draws', () => {
  it('refuses to be published when the bank cannot fill a rule, naming the rule, its need and the stock', async () => {
    const slots = [{ draw: { type: 'single', difficultyFrom: 1, difficultyTo: 5 }, count: 3 }];
    const plan = { courseId: college.courseId, title: '抽题', slots };
    const { body: quiz } = await staff('post', '/quizzes', plan).expect(201);
    expect(quiz.draws).toEqual([{ draw: 1, rule: slots[0]?.draw, need: 3, stock: 1 }]);
    const { body } = await staff('post', `/quizzes/${quiz.id}/publish`).expect(409);
    expect(body.errors).toEqual([
      expect.objectContaining({
        pointer: '/draws/0',
        code: 'draw-unfilled',
        detail: expect.stringContaining('要 3 题，题库里只有 1 题'),
      }),
    ]);
    expect((await staff('get', `/quizzes/${quiz.id}`).expect(200)).body.status).toBe('draft');
  });

  it('asks other questions in the next attempt, as long as there are any, and freezes what it drew', async () => {
    const quizId = await publish({ slots: [{ draw: {}, count: 3, points: 2 }] });
    const token = await newLearner();
    const seen: string[][] = [];
    for (let number = 1; number <= 3; number += 1) {
      const { body } = await start(token, quizId).expect(201);
      expect(body.slots.map(({ points }: { points: number }) => points)).toEqual([2, 2, 2]);
      const again = await api.call('get', `/v1/attempts/${body.id}`, token).expect(200);
      expect(again.body.slots).toEqual(body.slots);
      seen.push(body.slots.map(({ question }: { question: { stem: string } }) => question.stem));
      const { body: result } = await api.call('post', `/v1/attempts/${body.id}/submit`, token).expect(200);
      expect(result.maxScore).toBe(6);
    }
    expect(new Set([...(seen[0] ?? []), ...(seen[1] ?? [])]).size).toBe(6);
    expect(new Set(seen[2]).size).toBe(3);
  });

  it('refuses rules that want the same questions', async () => {
    const slots = [{ draw: {}, count: 6 }, { draw: { type: 'tf' } }];
    const plan = { courseId: college.courseId, title: '抢题', slots };
    const { body: quiz } = await staff('post', '/quizzes', plan).expect(201);
    const { body } = await staff('post', `/quizzes/${quiz.id}/publish`).expect(409);
    expect(body.errors[0].code).toBe('draw-unfilled');
  });

  it('shuffles questions within their sections', async () => {
    const [a, b, c, d, e, f] = pinned();
    const slots = [a, b, c, { ...d, section: 2 }, { ...e, section: 2 }, { ...f, section: 2 }];
    const sections = [{ title: '一、基础' }, { title: '二、提高' }];
    const quizId = await publish({ shuffleQuestions: true, sections, slots });
    const orders = new Set<string>();
    for (let number = 0; number < 8; number += 1) {
      const { attempt } = await begin(quizId);
      expect(attempt.sections).toEqual(sections);
      const types = attempt.slots.map(({ question }: { question: { type: string } }) => question.type);
      expect(types.slice(0, 3).sort()).toEqual(['multi', 'single', 'tf']);
      orders.add(types.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });
});

describe('what is shown when', () => {
  it('of an exam that others still sit: the score only, and the answers once it has closed', async () => {
    const quizId = await publish({ closesAt: inMinutes(30), passMark: 0.1 });
    const { token, attempt, attemptId } = await begin(quizId);
    await answer(token, attemptId, 1, responseTo(attempt.slots[0])).expect(200);
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect(body).toMatchObject({
      score: 1,
      passed: true,
      passMark: 0.1,
      feedback: { score: true, key: false },
    });
    for (const slot of body.slots) {
      expect(slot).toMatchObject({
        score: null,
        fraction: null,
        rule: null,
        key: null,
        explanation: null,
        evidence: null,
      });
      expect(slot).not.toHaveProperty('correction');
    }
    api.clock.skip(31 * 60_000);
    const later = await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200);
    expect(later.body.slots[0]).toMatchObject({
      fraction: 1,
      key: RIGHT[0],
      explanation: '解析：成立于2020年。',
    });
  });

  it('hides even the score when the quiz says so, in the list as well', async () => {
    const none = { score: false, correctness: false, key: false, explanation: false };
    const quizId = await publish({ feedback: { during: none, afterSubmit: none, afterClose: none } });
    const { token, attemptId } = await begin(quizId);
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect(body).toMatchObject({ score: null, fraction: null, passed: null });
    const list = await api.call('get', `/v1/attempts?quizId=${quizId}`, token).expect(200);
    expect(list.body.items[0]).not.toHaveProperty('score');
  });

  it('of practice: each slot as soon as it is asked for, and then its response stands', async () => {
    const quizId = await publish({ mode: 'practice' });
    const { token, attempt, attemptId } = await begin(quizId);
    await answer(token, attemptId, 3, { type: 'tf', value: true }).expect(200);
    const reveal = () => api.call('post', `/v1/attempts/${attemptId}/slots/3/reveal`, token);
    const { body } = await reveal().expect(200);
    expect(body).toMatchObject({
      slot: 3,
      fraction: 0,
      key: { type: 'tf', value: false },
      correction: '学院在青岛成立。',
    });
    expect((await reveal().expect(200)).body).toEqual(body);
    const late = await answer(token, attemptId, 3, { type: 'tf', value: false }, 2).expect(409);
    expect(late.body.code).toBe('slot-revealed');
    await answer(token, attemptId, 1, responseTo(attempt.slots[0])).expect(200);
    const result = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect(result.body).toMatchObject({
      score: 1,
      slots: [{ fraction: 1 }, {}, { fraction: 0 }, {}, {}, {}],
    });
  });

  it('of an exam: nothing while answering', async () => {
    const { token, attemptId } = await begin(await publish({}));
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/slots/1/reveal`, token).expect(409);
    expect(body.code).toBe('feedback-closed');
    const other = await newLearner();
    await api.call('post', `/v1/attempts/${attemptId}/slots/1/reveal`, other).expect(404);
  });
});

describe('while answering', () => {
  it('a sequential quiz does not go back, and lets the newest slot be changed', async () => {
    const { token, attempt, attemptId } = await begin(await publish({ navigation: 'sequential' }));
    await answer(token, attemptId, 2, responseTo(attempt.slots[1])).expect(200);
    await answer(token, attemptId, 2, responseTo(attempt.slots[1]), 2).expect(200);
    const back = await answer(token, attemptId, 1, responseTo(attempt.slots[0])).expect(409);
    expect(back.body.code).toBe('slot-passed');
    await answer(token, attemptId, 3, responseTo(attempt.slots[2])).expect(200);
    // What was stored before is confirmed again, however often it is sent.
    await answer(token, attemptId, 2, responseTo(attempt.slots[1]), 2).expect(200);
  });

  it('slots are marked to look at again, on every phone', async () => {
    const { token, attemptId } = await begin(await publish({}));
    const flag = (slot: number, flagged: boolean) =>
      api.call('put', `/v1/attempts/${attemptId}/flags/${slot}`, token, { flagged });
    await flag(5, true).expect(200);
    expect((await flag(2, true).expect(200)).body).toEqual({ flagged: [2, 5] });
    expect((await flag(2, true).expect(200)).body).toEqual({ flagged: [2, 5] });
    expect((await flag(5, false).expect(200)).body).toEqual({ flagged: [2] });
    const { body } = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(body.slots.map(({ flagged }: { flagged: boolean }) => flagged)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    await flag(7, true).expect(404);
    await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect((await flag(1, true).expect(409)).body.code).toBe('attempt-closed');
  });
});

describe('an exception for one learner', () => {
  const override = (quizId: string, learnerId: string, body: unknown) =>
    staff('put', `/quizzes/${quizId}/overrides/${learnerId}`, body);

  it('moves the deadline in the middle of the attempt, and the next answer tells it', async () => {
    const quizId = await publish({ timeLimitSeconds: 1000 });
    const { token, attempt, attemptId, learnerId } = await begin(quizId);
    const due = new Date(attempt.dueAt).getTime();
    const { body } = await override(quizId, learnerId, { extraPercent: 30, reason: '手部受伤' }).expect(200);
    expect(new Date(body.runningDueAt).getTime()).toBe(due + 300_000);
    const receipt = await answer(token, attemptId, 1, responseTo(attempt.slots[0])).expect(200);
    expect(receipt.body.dueAt).toBe(body.runningDueAt);
    api.clock.skip(1_100_000);
    await answer(token, attemptId, 2, responseTo(attempt.slots[1])).expect(200);
    expect((await staff('get', `/quizzes/${quizId}/overrides`).expect(200)).body.items).toMatchObject([
      { learnerId, extraPercent: 30, reason: '手部受伤' },
    ]);
    await staff('delete', `/quizzes/${quizId}/overrides/${learnerId}`).expect(204);
    await answer(token, attemptId, 3, responseTo(attempt.slots[2])).expect(409);
    const events = await api.dataSource.manager.findBy(AttemptEventRow, { attemptId, kind: 'extended' });
    expect(events.map(({ actor }) => actor)).toEqual(['staff', 'staff']);
  });

  it('gives more attempts and another window to this learner alone', async () => {
    const quizId = await publish({ attemptsAllowed: 1, closesAt: inMinutes(5) });
    const { token, attemptId, learnerId } = await begin(quizId);
    await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    await start(token, quizId).expect(409);
    await override(quizId, learnerId, { attemptsAllowed: 2, closesAt: inMinutes(60), reason: '断网' }).expect(
      200,
    );
    api.clock.skip(10 * 60_000);
    const quiz = await api.call('get', `/v1/quizzes/${quizId}`, token).expect(200);
    expect(quiz.body).toMatchObject({ attemptsAllowed: 2, attemptsUsed: 1 });
    await start(token, quizId).expect(201);
    const other = await newLearner();
    expect((await start(other, quizId).expect(409)).body.code).toBe('quiz-closed');
  });

  it('is for quizzes and learners of the own organisation', async () => {
    const quizId = await publish({});
    const { learnerId } = await begin(quizId);
    const stranger = await signInInstructor(api, await makeCollege(api, '别的学院'));
    const path = `/v1/staff/quizzes/${quizId}/overrides/${learnerId}`;
    await api.call('put', path, stranger, { reason: '无' }).expect(404);
    await override(quizId, uuidv7(), { reason: '无' }).expect(404);
    const { body } = await override(quizId, learnerId, {}).expect(400);
    expect(body.errors[0].pointer).toBe('/reason');
  });
});

describe('a next version', () => {
  it('is for new attempts; who is answering goes on with theirs', async () => {
    const quizId = await publish({});
    const { token, attempt, attemptId } = await begin(quizId);
    await staff('put', `/quizzes/${quizId}`, { title: '改', slots: pinned() }).expect(409);
    const { body: draft } = await staff('post', `/quizzes/${quizId}/versions`).expect(201);
    expect(draft).toMatchObject({ status: 'draft', version: 2, questionCount: 6 });
    await staff('post', `/quizzes/${quizId}/versions`).expect(409);
    await staff('put', `/quizzes/${quizId}`, { title: '第二版', slots: pinned().slice(0, 2) }).expect(200);
    const early = await begin(quizId);
    expect(early.attempt.slots).toHaveLength(6);
    await staff('post', `/quizzes/${quizId}/publish`).expect(200);
    const next = await begin(quizId);
    expect(next.attempt).toMatchObject({ quizTitle: '第二版' });
    expect(next.attempt.slots).toHaveLength(2);
    const mine = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(mine.body.slots).toEqual(attempt.slots);
    await answer(token, attemptId, 6, responseTo(attempt.slots[5])).expect(200);
  });
});
