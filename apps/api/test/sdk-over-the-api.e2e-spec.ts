import { AttemptEventRow } from '#database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBank, makeQuiz, RIGHT, type Bank } from '../testing/bank.js';
import { loginCode, makeCollege, type College } from '../testing/college.js';
import { APP, startApi, type TestApi } from '../testing/start-api.js';
import { createQuizClient, fetchPlatform, type FetchLike, type QuizClient, type Response } from '#sdk';

const HOUR = 3600_000;
const SINGLE = 1;
const pick = (choice: string): Response => ({ type: 'single', choice });
const rightResponses = JSON.parse(JSON.stringify(RIGHT)) as Response[];

let api: TestApi;
let college: College;
let bank: Bank;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  bank = await makeBank(api, college, 'published');
});
afterAll(() => api.stop());

function phoneOf(user: string, over: FetchLike = fetch): QuizClient {
  const platform = fetchPlatform({ fetch: over, signInCode: () => loginCode(api, user) });
  return createQuizClient({ baseUrl: api.url, appId: APP.appId, platform });
}

it('keeps every answer exactly once, though the replies to many of them are lost', async () => {
  let requests = 0;
  const lossy: FetchLike = async (url, init) => {
    const response = await fetch(url, init);
    requests += 1;
    if (requests % 3 === 0) throw new TypeError('fetch failed');
    return response;
  };
  const { attempts } = phoneOf('in a tunnel', lossy);
  const attempt = await attempts.start(await makeQuiz(api, college, bank));
  const receipts = await Promise.all(
    rightResponses.map((response, index) => attempts.answer(attempt.id, index + 1, response)),
  );
  expect(receipts.map(({ saved, sequence }) => [saved, sequence])).toEqual(
    rightResponses.map(() => [true, 1]),
  );
  expect(await attempts.submit(attempt.id)).toMatchObject({ score: 6, maxScore: 6 });
  const events = await api.dataSource.manager.findBy(AttemptEventRow, {
    attemptId: attempt.id,
    kind: 'answered',
  });
  expect(events.map(({ slot }) => slot).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(requests).toBeGreaterThan(9);
});

it('lets one learner go on with another phone and back, and keeps what was given last', async () => {
  const [first, second] = [phoneOf('two phones'), phoneOf('two phones')];
  const { id } = await first.attempts.start(await makeQuiz(api, college, bank));
  await first.attempts.answer(id, SINGLE, pick('o1'));
  const seen = await second.attempts.get(id);
  expect(seen.slots[0]).toMatchObject({ response: pick('o1'), sequence: 1 });
  await second.attempts.answer(id, SINGLE, pick('o2'));
  await second.attempts.answer(id, SINGLE, pick('o4'));
  expect(await first.attempts.answer(id, SINGLE, pick('o3'))).toMatchObject({ saved: true, sequence: 4 });
  expect(await second.attempts.submit(id)).toMatchObject({ score: 1 });
});

it('signs in again in the middle of an attempt, unseen', async () => {
  const phone = phoneOf('slow reader');
  const learner = await phone.signIn();
  const { id } = await phone.attempts.start(await makeQuiz(api, college, bank));
  api.clock.skip(3 * HOUR);
  expect(await phone.attempts.answer(id, SINGLE, pick('o3'))).toMatchObject({ saved: true });
  expect(await phone.me()).toEqual(learner);
});

it('counts down by the clock of the server, and is told when the time is up', async () => {
  const phone = phoneOf('too late');
  const quizId = await makeQuiz(api, college, bank, { timeLimitSeconds: 600 });
  const { id, dueAt } = await phone.attempts.start(quizId);
  await phone.attempts.answer(id, SINGLE, pick('o3'));
  const left = Date.parse(dueAt ?? '') - phone.now();
  expect(Math.abs(left - 600_000)).toBeLessThan(2000);
  api.clock.skip(601_000);
  await expect(phone.attempts.answer(id, SINGLE, pick('o1'))).rejects.toMatchObject({
    kind: 'conflict',
    code: 'attempt-closed',
    message: expect.stringMatching(/\p{Script=Han}/u),
  });
  expect(await phone.attempts.result(id)).toMatchObject({ closedBy: 'deadline', score: 1 });
});

it("does not find another learner's attempt", async () => {
  const { id } = await phoneOf('owner').attempts.start(await makeQuiz(api, college, bank));
  await expect(phoneOf('stranger').attempts.get(id)).rejects.toMatchObject({
    kind: 'not-found',
    status: 404,
  });
});
