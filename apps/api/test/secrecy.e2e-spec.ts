import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBank, makeQuiz, QUESTIONS, RIGHT } from '../testing/bank.js';
import { makeCollege, signInLearner } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let token: string;
let quizId: string;
let courseId: string;

beforeAll(async () => {
  api = await startApi();
  const college = await makeCollege(api);
  courseId = college.courseId;
  quizId = await makeQuiz(api, college, await makeBank(api, college, 'published'));
  token = await signInLearner(api, 'zhang-san');
});

afterAll(() => api.stop());

const FORBIDDEN =
  /^(key|keys|answer|correct|correction|explanation|evidence|score|maxScore|fraction|rule|seed|fact.*)$/i;

/** Every field name at any depth. */
function fieldNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(fieldNames)];
}

/** Field names and words of a reply that would give something away. */
function told({ body, text }: { body: unknown; text: string }): string[] {
  const words = QUESTIONS.flatMap(({ explanation, evidence }) => [
    explanation,
    ...evidence.map(({ quote }) => quote),
  ]);
  return [
    ...fieldNames(body).filter((name) => FORBIDDEN.test(name)),
    ...words.filter((word) => text.includes(word)),
  ];
}

describe('while an attempt runs', () => {
  it('no reply a learner can get names a key, an explanation, a proof or a score', async () => {
    const started = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(201);
    const attemptId = String(started.body.id);
    const again = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(200);
    const answers = [];
    for (const [index, response] of RIGHT.entries()) {
      const path = `/v1/attempts/${attemptId}/answers/${index + 1}`;
      answers.push(await api.call('put', path, token, { sequence: 1, response }).expect(200));
      answers.push(
        await api.call('put', path, token, { sequence: 1, response: { type: 'essay' } }).expect(400),
      );
    }
    const reads = await Promise.all(
      [
        '/v1/me',
        '/v1/courses',
        `/v1/courses/${courseId}/quizzes`,
        `/v1/quizzes/${quizId}`,
        '/v1/attempts',
        `/v1/attempts?quizId=${quizId}`,
        `/v1/attempts/${attemptId}`,
        `/v1/attempts/${attemptId}/result`,
      ].map((path) => api.call('get', path, token)),
    );
    expect([started, again, ...answers, ...reads].flatMap(told)).toEqual([]);
  });

  it('right and wrong answers get receipts of the same shape', async () => {
    const { body } = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(200);
    const path = `/v1/attempts/${body.id}/answers/1`;
    const right = await api.call('put', path, token, { sequence: 2, response: RIGHT[0] }).expect(200);
    const wrong = await api.call('put', path, token, {
      sequence: 3,
      response: { type: 'single', choice: 'o1' },
    });
    expect({ ...wrong.body, sequence: 0, answeredAt: '' }).toEqual({
      ...right.body,
      sequence: 0,
      answeredAt: '',
    });
  });
});

describe('after the end', () => {
  it('the result tells all of it, so the scan above would have found it', async () => {
    const { body } = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(200);
    const result = await api.call('post', `/v1/attempts/${body.id}/submit`, token).expect(200);
    const names = ['key', 'correction', 'explanation', 'evidence', 'score', 'maxScore', 'fraction', 'rule'];
    const words = QUESTIONS.map(({ explanation }) => explanation);
    expect(told(result)).toEqual(expect.arrayContaining([...names, ...words]));
  });
});
