import { AttemptRow, AuditEventRow, type GenerationState } from '#database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLE, makeBank, RIGHT } from '../testing/bank.js';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
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

const staff = (method: 'get' | 'post' | 'put', path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);

async function publishQuestions(questionIds: readonly string[]): Promise<void> {
  for (const id of questionIds) {
    await staff('put', `/questions/${id}/status`, { status: 'in_review' }).expect(200);
    await staff('put', `/questions/${id}/status`, { status: 'published' }).expect(200);
  }
}

describe('the whole line', () => {
  it('goes from a course to a score in the database', async () => {
    const course = await staff('post', '/courses', { title: '新课程' }).expect(201);
    const article = await staff('post', '/articles', {
      courseId: course.body.id,
      title: '学院简介',
      text: ARTICLE,
    }).expect(201);
    const generation = await staff('post', `/articles/${article.body.id}/generations`, { seed: 7 }).expect(
      202,
    );
    const queued: GenerationState = 'queued';
    expect(generation.body).toMatchObject({
      articleId: article.body.id,
      state: queued,
      seed: 7,
      error: null,
    });

    const bank = await makeBank(api, { ...college, courseId: course.body.id });
    const facts = await staff('get', `/articles/${bank.articleId}/facts`).expect(200);
    expect(facts.body.items).toMatchObject([{ status: 'proposed', answer: '2020年' }]);
    await staff('put', `/facts/${facts.body.items[0].id}/status`, { status: 'accepted' }).expect(200);

    await publishQuestions(bank.questionIds);
    const slots = bank.questionIds.map((questionId) => ({ questionId }));
    const quiz = await staff('post', '/quizzes', {
      courseId: course.body.id,
      title: '课后测验',
      slots,
      timeLimitSeconds: 600,
    }).expect(201);
    expect(quiz.body).toMatchObject({ status: 'draft', questionCount: 6, totalPoints: 6 });
    await staff('post', `/quizzes/${quiz.body.id}/publish`).expect(200);

    const learner = await signInLearner(api, 'zhang-san');
    const courses = await api.call('get', '/v1/courses', learner).expect(200);
    expect(courses.body.items.map(({ id }: { id: string }) => id)).toContain(course.body.id);
    const quizzes = await api.call('get', `/v1/courses/${course.body.id}/quizzes`, learner).expect(200);
    expect(quizzes.body.items).toMatchObject([{ id: quiz.body.id, attemptsUsed: 0, openAttemptId: null }]);
    const attempt = await api.call('post', `/v1/quizzes/${quiz.body.id}/attempts`, learner).expect(201);
    for (const [index, response] of RIGHT.entries()) {
      const path = `/v1/attempts/${attempt.body.id}/answers/${index + 1}`;
      await api.call('put', path, learner, { sequence: 1, response }).expect(200);
    }
    const result = await api.call('post', `/v1/attempts/${attempt.body.id}/submit`, learner).expect(200);
    expect(result.body).toMatchObject({ score: 6, maxScore: 6, fraction: 1, quizTitle: '课后测验' });
    const row = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: attempt.body.id });
    expect(row).toMatchObject({ state: 'submitted', score: 6, closedBy: 'learner' });
  });
});

describe('judging questions', () => {
  it('moves a question step by step, writes each step down and shows the key to the instructor only', async () => {
    const { questionIds } = await makeBank(api, college);
    const [id = ''] = questionIds;
    const skipped = await staff('put', `/questions/${id}/status`, { status: 'published' }).expect(409);
    expect(skipped.body.code).toBe('invalid-transition');
    await staff('put', `/questions/${id}/status`, { status: 'in_review' }).expect(200);
    const bare = await staff('put', `/questions/${id}/status`, { status: 'draft' }).expect(400);
    expect(bare.body.errors).toMatchObject([{ pointer: '/reason', code: 'required' }]);
    const back = await staff('put', `/questions/${id}/status`, { status: 'draft', reason: '太简单' }).expect(
      200,
    );
    expect(back.body).toMatchObject({ status: 'draft', statusReason: '太简单', key: RIGHT[0] });
    await staff('put', `/questions/${id}/status`, { status: 'draft' }).expect(200);
    const audit = await api.dataSource.manager.find(AuditEventRow, {
      where: { subjectId: id },
      order: { id: 'asc' },
    });
    expect(audit.map(({ detail }) => detail)).toEqual([
      { from: 'draft', to: 'in_review', reason: null },
      { from: 'in_review', to: 'draft', reason: '太简单' },
    ]);
  });

  it('lists the bank by status, page by page', async () => {
    const other = await makeCollege(api, '题库学院');
    const { articleId, questionIds } = await makeBank(api, other);
    const token = await signInInstructor(api, other);
    const path = `/v1/staff/questions?articleId=${articleId}&status=draft&pageSize=4`;
    const first = await api.call('get', `${path}&page=1`, token).expect(200);
    const second = await api.call('get', `${path}&page=2`, token).expect(200);
    expect(first.body).toMatchObject({ page: 1, pageSize: 4, total: 6 });
    const seen = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(seen).toEqual(questionIds);
    const published = await api.call('get', '/v1/staff/questions?status=published', token).expect(200);
    expect(published.body).toMatchObject({ items: [], total: 0 });
  });
});

describe('publishing a quiz', () => {
  it('refuses and names the questions that are not published', async () => {
    const { questionIds } = await makeBank(api, college);
    await publishQuestions(questionIds.slice(0, 5));
    const quiz = await staff('post', '/quizzes', {
      courseId: college.courseId,
      title: '未完成',
      slots: questionIds.map((questionId) => ({ questionId, points: 0.5 })),
    }).expect(201);
    const refused = await staff('post', `/quizzes/${quiz.body.id}/publish`).expect(409);
    expect(refused.body.code).toBe('invalid-transition');
    expect(refused.body.errors).toMatchObject([
      { pointer: '/slots/5/questionId', code: 'question-not-published' },
    ]);
    expect(refused.body.errors[0].detail).toContain(questionIds[5]);
    const learner = await signInLearner(api, 'too-early');
    const start = await api.call('post', `/v1/quizzes/${quiz.body.id}/attempts`, learner).expect(409);
    expect(start.body.code).toBe('quiz-not-published');
    await api.call('get', `/v1/quizzes/${quiz.body.id}`, learner).expect(404);
  });

  it('freezes the plan: it can be changed before and not after', async () => {
    const { questionIds } = await makeBank(api, college);
    await publishQuestions(questionIds);
    const [first = '', second = ''] = questionIds;
    const plan = { title: '第一稿', slots: [{ questionId: first }] };
    const quiz = await staff('post', '/quizzes', { courseId: college.courseId, ...plan }).expect(201);
    const path = `/quizzes/${quiz.body.id}`;
    const changed = { title: '第二稿', slots: [{ questionId: second, points: 2 }], attemptsAllowed: 1 };
    const updated = await staff('put', path, changed).expect(200);
    expect(updated.body).toMatchObject({ title: '第二稿', totalPoints: 2, attemptsAllowed: 1 });
    const published = await staff('post', `${path}/publish`).expect(200);
    expect((await staff('post', `${path}/publish`).expect(200)).body).toEqual(published.body);
    const late = await staff('put', path, plan).expect(409);
    expect(late.body.code).toBe('invalid-transition');
    expect((await staff('get', path).expect(200)).body).toEqual(published.body);
  });
});
