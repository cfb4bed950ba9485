import { AttemptEventRow, AttemptRow, AttemptSlotRow } from '#database';
import { markResponse, totalScore } from '#scoring';
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, makeBank, makeQuiz, QUESTIONS, RIGHT } from '../testing/bank.js';
import { type College, makeCollege, signInLearner } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let bank: Bank;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  bank = await makeBank(api, college, 'published');
});

afterAll(() => api.stop());

let learners = 0;

async function begin(settings: Parameters<typeof makeQuiz>[3] = {}) {
  const quizId = await makeQuiz(api, college, bank, settings);
  learners += 1;
  const token = await signInLearner(api, `learner-${learners}`);
  const reply = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(201);
  return { quizId, token, attemptId: String(reply.body.id), attempt: reply.body };
}

/** The right response to a slot, or another that can be stored. */
const responseTo = (slot: number, right: boolean) => {
  const given = RIGHT[slot - 1];
  return right || given?.type !== 'tf' ? given : { type: 'tf', value: !given.value };
};

const answer = (token: string, attemptId: string, slot: number, sequence: number, response: unknown) =>
  api.call('put', `/v1/attempts/${attemptId}/answers/${slot}`, token, { sequence, response });

describe('starting', () => {
  it('gives one attempt to twenty starts at once', async () => {
    const quizId = await makeQuiz(api, college, bank, { attemptsAllowed: 1 });
    const token = await signInLearner(api, 'in-a-hurry');
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => api.call('post', `/v1/quizzes/${quizId}/attempts`, token)),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(await api.dataSource.manager.countBy(AttemptRow, { quizId })).toBe(1);
    const { questionVersionIds } = await api.dataSource.manager.findOneByOrFail(AttemptRow, { quizId });
    expect(new Set(questionVersionIds).size).toBe(6);
  });

  it('shows the same questions, order and responses whenever it is read', async () => {
    const { token, attemptId, attempt } = await begin();
    await answer(token, attemptId, 1, 1, RIGHT[0]).expect(200);
    const [first, second] = await Promise.all([
      api.call('get', `/v1/attempts/${attemptId}`, token).expect(200),
      api.call('get', `/v1/attempts/${attemptId}`, token).expect(200),
    ]);
    expect(first.body).toEqual(second.body);
    const shown = (body: { slots: { question: unknown }[] }) => body.slots.map(({ question }) => question);
    expect(shown(first.body)).toEqual(shown(attempt));
    expect(first.body.slots[0]).toMatchObject({ response: RIGHT[0], sequence: 1 });
  });

  it('refuses one attempt more than allowed, and counts the next number until then', async () => {
    const { quizId, token, attemptId } = await begin({ attemptsAllowed: 2 });
    await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    const second = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(201);
    expect(second.body.number).toBe(2);
    await api.call('post', `/v1/attempts/${second.body.id}/submit`, token).expect(200);
    const third = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(409);
    expect(third.body.code).toBe('attempts-used-up');
    expect(await api.dataSource.manager.countBy(AttemptRow, { quizId })).toBe(2);
  });

  it('tells the learner in the quiz how many attempts are used and which one is open', async () => {
    const { quizId, token, attemptId } = await begin({ attemptsAllowed: 3, timeLimitSeconds: 600 });
    const open = await api.call('get', `/v1/quizzes/${quizId}`, token).expect(200);
    expect(open.body).toMatchObject({
      questionCount: 6,
      totalPoints: 6,
      timeLimitSeconds: 600,
      attemptsAllowed: 3,
      attemptsUsed: 1,
      openAttemptId: attemptId,
    });
    await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    const closed = await api.call('get', `/v1/quizzes/${quizId}`, token).expect(200);
    expect(closed.body).toMatchObject({ attemptsUsed: 1, openAttemptId: null });
  });
});

describe('answering', () => {
  it('stores each sequence once, however often it is sent', async () => {
    const { token, attemptId } = await begin();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => answer(token, attemptId, 1, 1, RIGHT[0]).expect(200)),
    );
    for (const { body } of replies)
      expect(body).toMatchObject({ slot: 1, saved: true, sequence: 1, answered: 1 });
    expect(new Set(replies.map(({ body }) => body.answeredAt)).size).toBe(1);
    const events = await api.dataSource.manager.findBy(AttemptEventRow, { attemptId, slot: 1 });
    expect(events.map(({ kind, sequence }) => [kind, sequence])).toEqual([['answered', 1]]);
  });

  it('keeps the newest of twenty sequences that arrive in any order', async () => {
    const { token, attemptId } = await begin();
    const sequences = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    const replies = await Promise.all(
      sequences.map((sequence) =>
        answer(token, attemptId, 4, sequence, { type: 'fill', texts: [`第${sequence}次`] }).expect(200),
      ),
    );
    for (const [index, { body }] of replies.entries()) {
      expect(body.saved).toBe(body.sequence === sequences[index]);
      expect(body.sequence).toBeGreaterThanOrEqual(sequences[index] ?? 0);
    }
    const shown = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(shown.body.slots[3]).toMatchObject({
      sequence: 20,
      response: { type: 'fill', texts: ['第20次'] },
    });
    const attempt = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: attemptId });
    expect(attempt.sequences).toEqual([0, 0, 0, 20, 0, 0]);
  });

  it('changes nothing for a sequence older than the stored one', async () => {
    const { token, attemptId } = await begin();
    await answer(token, attemptId, 3, 5, { type: 'tf', value: true }).expect(200);
    const late = await answer(token, attemptId, 3, 4, { type: 'tf', value: false }).expect(200);
    expect(late.body).toMatchObject({ saved: false, sequence: 5 });
    const shown = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(shown.body.slots[2].response).toEqual({ type: 'tf', value: true });
  });

  it('keeps the first of two responses with the same sequence, and writes the other down', async () => {
    const { token, attemptId } = await begin();
    await answer(token, attemptId, 3, 1, { type: 'tf', value: true }).expect(200);
    const other = await answer(token, attemptId, 3, 1, { type: 'tf', value: false }).expect(200);
    expect(other.body).toMatchObject({ saved: false, sequence: 1 });
    const same = await answer(token, attemptId, 3, 1, { value: true, type: 'tf' }).expect(200);
    expect(same.body).toMatchObject({ saved: true, sequence: 1 });
    const events = await api.dataSource.manager.find(AttemptEventRow, {
      where: { attemptId, slot: 3 },
      order: { kind: 'asc' },
    });
    expect(events.map(({ kind, response }) => [kind, response])).toEqual([
      ['answered', { type: 'tf', value: true }],
      ['ignored', { type: 'tf', value: false }],
    ]);
  });

  it('counts the answered slots exactly when all are answered at once', async () => {
    const { token, attemptId } = await begin();
    const replies = await Promise.all(
      RIGHT.map((response, index) => answer(token, attemptId, index + 1, 1, response).expect(200)),
    );
    expect(replies.map(({ body }) => body.answered).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(replies.every(({ body }) => body.total === 6)).toBe(true);
  });
});

describe('submitting', () => {
  it('gives twenty equal results to twenty submits at once', async () => {
    const { token, attemptId } = await begin({ points: [1, 2, 1, 1.5, 1, 1] });
    for (const [index, response] of RIGHT.entries()) {
      await answer(token, attemptId, index + 1, 1, index === 2 ? { type: 'tf', value: true } : response);
    }
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200),
      ),
    );
    const [first] = replies;
    for (const { body } of replies) expect(body).toEqual(first?.body);
    expect(first?.body).toMatchObject({ score: 6.5, maxScore: 7.5, closedBy: 'learner', number: 1 });
    const events = await api.dataSource.manager.findBy(AttemptEventRow, { attemptId, kind: 'closed' });
    expect(events).toHaveLength(1);
    const result = await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200);
    expect(result.body).toEqual(first?.body);
  });

  it('explains every slot with key, explanation and the sentence in its paragraph', async () => {
    const { token, attemptId } = await begin();
    await answer(token, attemptId, 3, 1, { type: 'tf', value: true });
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect(body.slots.map(({ key }: { key: unknown }) => key)).toEqual([
      RIGHT[0],
      { type: 'multi', choices: ['o1', 'o2', 'o3'] },
      RIGHT[2],
      RIGHT[3],
      RIGHT[4],
      { type: 'match', pairs: [{ left: 'l1', right: 'r2' }, { left: 'l2', right: 'r1' }] }, // prettier-ignore
    ]);
    const [, , wrong] = body.slots;
    expect(wrong).toMatchObject({
      correction: '学院在青岛成立。',
      explanation: '解析：在青岛。',
      rule: 'wrong',
    });
    const [{ quote, paragraph, quoteStart, quoteEnd }] = wrong.evidence;
    expect(paragraph).toBe('2020年9月，学院在青岛成立，首期学员120人。');
    expect(paragraph.slice(quoteStart, quoteEnd)).toBe(quote);
    expect(wrong.articleTitle).toBe('学院简介');
  });

  it('scores exactly what is stored when answers and the submit race', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { token, attemptId } = await begin();
      const submit = () => api.call('post', `/v1/attempts/${attemptId}/submit`, token);
      const saves = RIGHT.map((response, index) => answer(token, attemptId, index + 1, 1, response));
      const [result, ...receipts] = await Promise.all([submit(), ...saves]);
      const stored = await api.dataSource.manager.findBy(AttemptSlotRow, { attemptId });
      const answered = stored.filter(({ response }) => response !== null).length;
      expect(result.body.score).toBe(answered);
      expect(receipts.filter(({ status }) => status === 200)).toHaveLength(answered);
      const refused = receipts.filter(({ status }) => status !== 200);
      expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'attempt-closed'));
    }
  });

  it('can be computed again from the events alone, responses and score', async () => {
    const { token, attemptId } = await begin();
    const tries = [1, 2, 3, 4, 5, 6].flatMap((slot) => [1, 3, 2, 3].map((sequence) => ({ slot, sequence })));
    await Promise.all(
      tries.map(({ slot, sequence }, index) =>
        answer(token, attemptId, slot, sequence, responseTo(slot, index % 2 === 0)),
      ),
    );
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    const events = await api.dataSource.manager.findBy(AttemptEventRow, { attemptId, kind: 'answered' });
    const stored = await api.dataSource.manager.find(AttemptSlotRow, {
      where: { attemptId },
      order: { slot: 'asc' },
    });
    const replayed = stored.map(({ slot }) =>
      events
        .filter((event) => event.slot === slot)
        .sort((a, b) => b.sequence - a.sequence)
        .at(0),
    );
    expect(replayed.map((event) => event?.response)).toEqual(stored.map(({ response }) => response));
    const again = replayed.map((event, index) => ({
      points: 1,
      fraction: markResponse(QUESTIONS[index] ?? QUESTIONS[0], event?.response ?? null).fraction,
    }));
    expect(totalScore(again)).toBe(body.score);
  });

  it('refuses answers afterwards and changes nothing', async () => {
    const { token, attemptId } = await begin();
    await answer(token, attemptId, 1, 1, RIGHT[0]).expect(200);
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    const late = await answer(token, attemptId, 2, 1, RIGHT[1]).expect(409);
    expect(late.body.code).toBe('attempt-closed');
    const again = await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200);
    expect(again.body).toEqual(body);
  });

  it('has no result before', async () => {
    const { token, attemptId } = await begin();
    const early = await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(409);
    expect(early.body.code).toBe('attempt-not-submitted');
  });
});

describe('the deadline', () => {
  it('closes an attempt at its due time when somebody looks at it later', async () => {
    const { quizId, token, attemptId, attempt } = await begin({ timeLimitSeconds: 60 });
    await answer(token, attemptId, 1, 1, RIGHT[0]).expect(200);
    api.clock.skip(67 * 60_000);
    const late = await answer(token, attemptId, 2, 1, RIGHT[1]).expect(409);
    expect(late.body.code).toBe('attempt-closed');
    const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
    expect(body).toMatchObject({ closedBy: 'deadline', submittedAt: attempt.dueAt, score: 1 });
    const list = await api.call('get', `/v1/attempts?quizId=${quizId}`, token).expect(200);
    expect(list.body.items).toMatchObject([{ id: attemptId, state: 'submitted', score: 1, maxScore: 6 }]);
  });

  it('judges an answer by when it arrived', async () => {
    const { token, attemptId, attempt } = await begin({ timeLimitSeconds: 60 });
    const left = new Date(attempt.dueAt).getTime() - api.clock.now().getTime();
    api.clock.skip(left - 2_000);
    await answer(token, attemptId, 1, 1, RIGHT[0]).expect(200);
    api.clock.skip(2_000);
    await answer(token, attemptId, 1, 2, RIGHT[0]).expect(409);
    const { sequences } = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: attemptId });
    expect(sequences[0]).toBe(1);
  });

  it('does not wait for a body whose headers came in time', async () => {
    const { token, attemptId } = await begin({ timeLimitSeconds: 60 });
    const body = JSON.stringify({ sequence: 1, response: RIGHT[0] });
    const asked = request(`${api.url}/v1/attempts/${attemptId}/answers/1`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    asked.write(body.slice(0, 10));
    // Whoever is answered after it knows that the headers have arrived.
    await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    api.clock.skip(60_000);
    asked.end(body.slice(10));
    const [reply] = await once(asked, 'response');
    expect(reply.statusCode).toBe(409);
    reply.resume();
  });

  it('lets a new attempt begin when the old one has run out', async () => {
    const { quizId, token, attemptId } = await begin({ timeLimitSeconds: 60 });
    api.clock.skip(61_000);
    const next = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(201);
    expect(next.body.number).toBe(2);
    const old = await api.call('get', `/v1/attempts/${attemptId}`, token).expect(200);
    expect(old.body.state).toBe('submitted');
  });
});
