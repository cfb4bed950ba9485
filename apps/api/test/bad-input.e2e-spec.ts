import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, makeBank, makeQuiz, RIGHT } from '../testing/bank.js';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let bank: Bank;
let teacher: string;
let learner: string;
let attemptId: string;
let quizId: string;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  bank = await makeBank(api, college, 'published');
  teacher = await signInInstructor(api, college);
  learner = await signInLearner(api, 'zhang-san');
  quizId = await makeQuiz(api, college, bank);
  const started = await api.call('post', `/v1/quizzes/${quizId}/attempts`, learner).expect(201);
  attemptId = String(started.body.id);
});

afterAll(() => api.stop());

const answer = (slot: number | string, body: unknown) =>
  api.call('put', `/v1/attempts/${attemptId}/answers/${slot}`, learner, body);

const article = (changes: object) =>
  api.call('post', '/v1/staff/articles', teacher, {
    courseId: college.courseId,
    title: '文章',
    text: '正文。',
    ...changes,
  });

/** Everything a learner has stored, to see that nothing changed. */
const stored = () => api.dataSource.query('select * from attempt_slot order by attempt_id, slot');

describe('an answer that is not one', () => {
  const right = RIGHT[0];
  const cases: [string, unknown, string, string][] = [
    ['a field nobody knows', { sequence: 1, response: right, score: 1 }, '/score', 'unknown-field'],
    ['a field nobody knows inside', { sequence: 1, response: { ...right, key: 'o3' } }, '/response/key', 'unknown-field'], // prettier-ignore
    ['no sequence', { response: right }, '/sequence', 'required'],
    ['sequence zero', { sequence: 0, response: right }, '/sequence', 'too-small'],
    ['a sequence that is text', { sequence: '1', response: right }, '/sequence', 'not-integer'],
    ['a sequence beyond all numbers', { sequence: 1e12, response: right }, '/sequence', 'too-large'],
    ['no response', { sequence: 1 }, '/response', 'required'],
    ['a list for a response', { sequence: 1, response: [right] }, '/response', 'not-object'],
    ['a response without a type', { sequence: 1, response: { choice: 'o1' } }, '/response/type', 'required'],
    ['an unknown type', { sequence: 1, response: { type: 'essay' } }, '/response/type', 'not-allowed'],
    ['a type out of the prototype', { sequence: 1, response: { type: '__proto__' } }, '/response/type', 'not-allowed'], // prettier-ignore
    [
      'another type than the question',
      { sequence: 1, response: RIGHT[2] },
      '/response/type',
      'type-mismatch',
    ],
    ['a letter instead of an id', { sequence: 1, response: { type: 'single', choice: 'A' } }, '/response/choice', 'unknown-option'], // prettier-ignore
    ['a list of choices for one', { sequence: 1, response: { type: 'single', choice: ['o1'] } }, '/response/choice', 'not-text'], // prettier-ignore
    [
      'a NUL',
      { sequence: 1, response: { type: 'single', choice: 'o\u00001' } },
      '/response/choice',
      'strange-text',
    ],
    ['a field every object has', { sequence: 1, response: right, constructor: 1 }, '/constructor', 'unknown-field'], // prettier-ignore
    ['such a field inside', { sequence: 1, response: { ...right, toString: 1 } }, '/response/toString', 'unknown-field'], // prettier-ignore
    ['half a character', { sequence: 1, response: { type: 'single', choice: '\ud83d' } }, '/response/choice', 'strange-text'], // prettier-ignore
  ];

  it.each(cases)('is refused by name: %s', async (_name, body, pointer, code) => {
    const before = await stored();
    const reply = await answer(1, body).expect(400);
    expect(reply.body.code).toBe('validation-failed');
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await stored()).toEqual(before);
  });

  it('is refused for a slot that does not exist', async () => {
    const slots = [7, 9999, 0, -1, '1e3', '%00', '一'];
    const replies = await Promise.all(slots.map((slot) => answer(slot, { sequence: 1, response: right })));
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 400, 400, 400, 400, 400]);
  });

  it('is refused when a text is too long or the blanks do not match', async () => {
    const texts = (...given: string[]) => ({ sequence: 1, response: { type: 'fill', texts: given } });
    expect((await answer(4, texts('x'.repeat(201))).expect(400)).body.errors[0].code).toBe('too-long');
    expect((await answer(4, texts('1', '2')).expect(400)).body.errors[0].code).toBe('wrong-count');
  });
});

describe('a body that is not one', () => {
  const raw = (body: string, type = 'application/json') =>
    request(api.url)
      .post('/v1/auth/password')
      .set('content-type', type)
      .serialize((text: unknown) => String(text))
      .send(body);

  it.each([
    ['broken JSON', '{"account":', 'malformed-json'],
    ['a poisoned prototype', '{"__proto__":{"role":"admin"}}', 'malformed-json'],
    ['a poisoned constructor', '{"constructor":{"prototype":{}}}', 'malformed-json'],
    ['a list', '[]', 'validation-failed'],
    ['a number', '1', 'validation-failed'],
    ['null', 'null', 'validation-failed'],
    ['nothing', '', 'validation-failed'],
    ['ten thousand brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'validation-failed'],
    ['ten thousand braces', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'validation-failed'],
  ])('is refused: %s', async (_name, body, code) => {
    const reply = await raw(body).expect(400);
    expect(reply.body.code).toBe(code);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['a hundred thousand fields', `{${Array.from({ length: 100_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
    ['three hundred thousand pairs', `{"account":[${'{},'.repeat(300_000)}{}]}`],
    ['three hundred thousand fields nobody takes', `{"account":{"a":[${'1,'.repeat(300_000)}1]}}`],
  ])('is refused in one short word: %s', async (_name, body) => {
    const reply = await raw(body).expect(400);
    expect(reply.body.errors).toMatchObject([{ code: 'too-many' }]);
  });

  it('is refused when it is no JSON at all', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'image/png',
    ]) {
      const reply = await raw('account=a&password=b', type).expect(415);
      expect(reply.body.code).toBe('unsupported-media-type');
    }
  });

  it('is refused beyond two megabytes', async () => {
    const reply = await raw(JSON.stringify({ account: 'a', password: 'x'.repeat(2 ** 21) })).expect(413);
    expect(reply.body.code).toBe('payload-too-large');
  });

  it('is refused by name where none is taken', async () => {
    const submit = await api
      .call('post', `/v1/attempts/${attemptId}/submit`, learner, { score: 100 })
      .expect(400);
    expect(submit.body.errors).toMatchObject([{ pointer: '/score', code: 'unknown-field' }]);
    const query = await api.call('get', '/v1/courses?include=password', learner).expect(400);
    expect(query.body.errors).toMatchObject([{ pointer: '?include', code: 'unknown-field' }]);
    const list = await api.call('get', '/v1/attempts?sort=score', learner).expect(400);
    expect(list.body.errors).toMatchObject([{ pointer: '?sort', code: 'unknown-field' }]);
    const open = await api.call('get', `/v1/attempts/${attemptId}`, learner).expect(200);
    expect(open.body.state).toBe('in_progress');
  });
});

describe('an id that is not one, or not mine', () => {
  it('is 400 when it is no id and 404 when it is nobody’s', async () => {
    for (const id of ['1', 'undefined', '%00', '..%2f', `${attemptId}'`, '%F0%9F%98%80', 'x'.repeat(90)]) {
      const { status } = await api.call('get', `/v1/attempts/${id}`, learner);
      expect([400, 404]).toContain(status);
    }
    const { body } = await api.call('get', `/v1/attempts/${randomUUID()}`, learner).expect(404);
    expect(body.code).toBe('not-found');
    const broken = await api.call('get', '/v1/attempts/%', learner).expect(404);
    expect(broken.headers).toMatchObject({
      'x-request-id': broken.body.requestId,
      'x-server-time': expect.any(String),
    });
    await api.call('get', `/v1/attempts/${'x'.repeat(2000)}`, learner).expect(404);
  });

  it('cannot be told from an unknown one when it is another learner’s', async () => {
    const stranger = await signInLearner(api, 'stranger');
    const before = await stored();
    const routes = [
      ['get', '', undefined],
      ['get', '/result', undefined],
      ['post', '/submit', undefined],
      ['put', '/answers/1', { sequence: 9, response: RIGHT[0] }],
    ] as const;
    for (const [method, rest, body] of routes) {
      const mine = await api.call(method, `/v1/attempts/${attemptId}${rest}`, stranger, body).expect(404);
      const none = await api.call(method, `/v1/attempts/${randomUUID()}${rest}`, stranger, body).expect(404);
      expect({ ...mine.body, instance: '', requestId: '' }).toEqual({
        ...none.body,
        instance: '',
        requestId: '',
      });
    }
    expect((await api.call('get', '/v1/attempts', stranger).expect(200)).body.items).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('cannot be told from an unknown one when it is another college’s', async () => {
    const other = await makeCollege(api, '别的学院');
    const token = await signInInstructor(api, other);
    const [questionId = ''] = bank.questionIds;
    const plan = { title: '测验', slots: [{ questionId }] };
    const foreign: [Parameters<TestApi['call']>[0], string, unknown?][] = [
      ['get', `/articles/${bank.articleId}`],
      ['get', `/articles/${bank.articleId}/facts`],
      ['get', `/articles?courseId=${college.courseId}`],
      ['post', `/articles/${bank.articleId}/generations`, {}],
      ['get', `/generations/${bank.generationId}`],
      ['get', `/questions/${questionId}`],
      ['put', `/questions/${questionId}/status`, { status: 'retired' }],
      ['get', `/quizzes/${quizId}`],
      ['put', `/quizzes/${quizId}`, plan],
      ['post', `/quizzes/${quizId}/publish`],
      ['post', '/articles', { courseId: college.courseId, title: '文章', text: '正文。' }],
      ['post', '/quizzes', { courseId: college.courseId, ...plan }],
      ['post', '/quizzes', { courseId: other.courseId, ...plan }],
    ];
    for (const [method, path, body] of foreign) {
      const reply = await api.call(method, `/v1/staff${path}`, token, body);
      expect([path, reply.status, reply.body.code]).toEqual([path, 404, 'not-found']);
    }
    expect((await api.call('get', '/v1/staff/questions', token)).body.total).toBe(0);
    expect((await api.call('get', '/v1/staff/quizzes', token)).body.items).toEqual([]);
    const question = await api.call('get', `/v1/staff/questions/${questionId}`, teacher).expect(200);
    expect(question.body.status).toBe('published');
  });
});

describe('an article that is not one', () => {
  it('is refused when empty, binary or longer than 200,000 characters', async () => {
    expect((await article({ text: ' \n ' }).expect(400)).body.code).toBe('article-empty');
    expect((await article({ text: 'PK\u0003\u0004\u0000\u0000' }).expect(400)).body.code).toBe(
      'article-binary',
    );
    expect((await article({ text: '长'.repeat(200_001) }).expect(413)).body.code).toBe('article-too-long');
    await article({ text: '长'.repeat(200_000) }).expect(201);
  });

  it('is refused without a title or with fields of its own', async () => {
    expect((await article({ title: '  ' }).expect(400)).body.errors).toMatchObject([{ pointer: '/title' }]);
    expect((await article({ createdBy: randomUUID() }).expect(400)).body.errors).toMatchObject([
      { pointer: '/createdBy', code: 'unknown-field' },
    ]);
  });
});

describe('an article that is ten thousand brackets', () => {
  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('is refused: %s', async (open, close) => {
    const reply = await fetch(`${api.url}/v1/staff/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${teacher}`, 'content-type': 'application/json' },
      body: `{"courseId":"${college.courseId}","title":"文章","text":${open.repeat(10_000)}1${close.repeat(10_000)}}`,
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ code: 'too-deep' }] });
  });
});

describe('a plan that is not one', () => {
  const plan = (changes: object) =>
    api.call('post', '/v1/staff/quizzes', teacher, {
      courseId: college.courseId,
      title: '测验',
      slots: [{ questionId: bank.questionIds[0] }],
      ...changes,
    });

  it.each([
    ['no slots', { slots: [] }, '/slots'],
    ['slots that are no list', { slots: { questionId: 'x' } }, '/slots'],
    ['a slot that is null', { slots: [null] }, '/slots'],
    ['a slot that is a list', { slots: [[]] }, '/slots'],
    ['points below zero', { slots: [{ questionId: randomUUID(), points: -1 }] }, '/slots/0/points'],
    ['endless points', { slots: [{ questionId: randomUUID(), points: 1e9 }] }, '/slots/0/points'],
    ['crooked points', { slots: [{ questionId: randomUUID(), points: 0.12345 }] }, '/slots/0/points'],
    ['points next to nothing', { slots: [{ questionId: randomUUID(), points: 1e-7 }] }, '/slots/0/points'],
    ['points that do not add up', { slots: [{ questionId: randomUUID(), points: 0.1 + 0.2 }] }, '/slots/0/points'], // prettier-ignore
    ['no time at all', { timeLimitSeconds: 0 }, '/timeLimitSeconds'],
    ['a published quiz at once', { publishedAt: '2026-01-01' }, '/publishedAt'],
  ])('is refused: %s', async (_name, changes, pointer) => {
    const { body } = await plan(changes).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('is refused with the same question twice or one that does not exist', async () => {
    const [questionId = ''] = bank.questionIds;
    for (const again of [questionId, questionId.toUpperCase()]) {
      const twice = await plan({ slots: [{ questionId }, { questionId: again }] }).expect(400);
      expect(twice.body.errors).toMatchObject([{ pointer: '/slots', code: 'duplicate' }]);
    }
    const unknown = await plan({ slots: [{ questionId }, { questionId: randomUUID() }] }).expect(404);
    expect(unknown.body.errors).toMatchObject([{ pointer: '/slots/1/questionId', code: 'not-found' }]);
  });
});

describe('an optional field that is null', () => {
  it('is as good as left out', async () => {
    const slots = [{ questionId: bank.questionIds[0], points: null }];
    const settings = { description: null, timeLimitSeconds: null, attemptsAllowed: null };
    const course = { title: '课程', description: null };
    const quiz = { courseId: college.courseId, title: '测验', slots, ...settings };
    const generation = { seed: null, count: null, types: null };
    const made = await api.call('post', '/v1/staff/courses', teacher, course).expect(201);
    expect(made.body.description).toBe('');
    await api.call('post', '/v1/staff/quizzes', teacher, quiz).expect(201);
    await api
      .call('post', `/v1/staff/articles/${bank.articleId}/generations`, teacher, generation)
      .expect(202);
  });
});

describe('every refusal', () => {
  it('is a problem with the request id of its header, in the language asked for, and without a stack', async () => {
    const chinese = await api.call('get', '/nowhere?token=secret').set('x-request-id', 'my-id.1').expect(404);
    expect(chinese.headers['x-request-id']).toBe('my-id.1');
    expect(chinese.body).toEqual({
      type: 'urn:qiic-quiz:problem:not-found',
      title: '没有找到',
      status: 404,
      instance: '/nowhere',
      code: 'not-found',
      requestId: 'my-id.1',
    });
    const english = await api.call('get', '/nowhere').set('accept-language', 'en-GB,en;q=0.9').expect(404);
    expect(english.body.title).toBe('Not found');
    expect(Number(english.headers['x-server-time'])).toBeGreaterThan(1.7e12);
  });

  it('does not take over a request id that is long or strange', async () => {
    for (const id of ['x'.repeat(65), 'a b', '"quoted"']) {
      const reply = await api.call('get', '/healthz').set('x-request-id', id).expect(200);
      expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('keeps the reason of a crash to itself', async () => {
    const { manager } = api.dataSource;
    await manager.query('alter table course rename to course_away');
    try {
      const { body, text } = await api.call('get', '/v1/courses', learner).expect(500);
      expect(body).toMatchObject({ code: 'internal', title: '服务器内部错误' });
      expect(body.detail).toBeUndefined();
      expect(text).not.toMatch(/course_away|relation|select|node_modules|\.ts|\.js/i);
    } finally {
      await manager.query('alter table course_away rename to course');
    }
  });

  it('answers a request that is hardly HTTP and lives on', async () => {
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () =>
        socket.write('GET / NONSENSE\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (part) => (text += String(part)));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(reply).toMatch(/^HTTP\/1\.1 400/);
    await api.call('get', '/healthz').expect(200);
  });
});
