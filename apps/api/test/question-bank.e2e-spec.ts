import { AuditEventRow, QuestionRow } from '#database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBank, makeQuiz, RIGHT } from '../testing/bank.js';
import {
  addColleague,
  type College,
  makeCollege,
  signInInstructor,
  signInLearner,
} from '../testing/college.js';
import { type Method, startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;
let colleague: string;
let stranger: string;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  colleague = await signInInstructor(api, await addColleague(api, college));
  stranger = await signInInstructor(api, await makeCollege(api, '别的学院'));
});

afterAll(() => api.stop());

const staff = (method: Method, path: string, body?: unknown, token = teacher) =>
  api.call(method, `/v1/staff${path}`, token, body);

async function write(stem: string, labels: object = {}, courseId = college.courseId): Promise<string> {
  const content = { type: 'tf', stem, value: true, explanation: '', evidence: [] };
  const { body } = await staff('post', '/questions', { courseId, content, ...labels }).expect(201);
  return body.question.id;
}

async function newCourse(): Promise<string> {
  return (await staff('post', '/courses', { title: '新课程' }).expect(201)).body.id;
}

const search = async (courseId: string, query: string): Promise<string[]> => {
  const { body } = await staff('get', `/questions?courseId=${courseId}&${query}`).expect(200);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ id }: { id: string }) => id);
};

describe('searching the bank', () => {
  it('finds words of stem, options, answers and explanation, whatever their width, case and order', async () => {
    const courseId = await newCourse();
    const platform = await write('ＩｏＴ平台接入了３００台设备。', {}, courseId);
    const sensor = await write('传感器采集设备的振动。', {}, courseId);
    const options = [
      { id: 'a', text: '边缘网关' },
      { id: 'b', text: '云' },
    ];
    const single = {
      type: 'single',
      stem: '数据先到哪里？',
      options,
      key: 'a',
      explanation: '网关靠近机床。',
      evidence: [],
    };
    const made = await staff('post', '/questions', { courseId, content: single }).expect(201);
    const gateway = made.body.question.id;
    const cases: [string, string[]][] = [
      ['设备', [platform, sensor]],
      ['iot', [platform]],
      ['300', [platform]],
      ['设备 平台', [platform]],
      ['边缘', [gateway]],
      ['靠近机床', [gateway]],
      ['云', [gateway]],
      ['备的振', [sensor]],
      ['动振', []],
      ['平台设备', []],
      ["'", []],
      ['%', []],
      ['  ', [platform, sensor, gateway]],
    ];
    for (const [words, ids] of cases) {
      expect([words, await search(courseId, `q=${encodeURIComponent(words)}`)]).toEqual([words, ids]);
    }
    await staff('put', `/questions/${sensor}`, {
      basedOn: 1,
      content: { type: 'tf', stem: '传感器采集温度。', value: true, explanation: '', evidence: [] },
    }).expect(200);
    expect(await search(courseId, `q=${encodeURIComponent('振动')}`)).toEqual([]);
    expect(await search(courseId, `q=${encodeURIComponent('温度')}`)).toEqual([sensor]);
  });

  it('finds what a generation wrote', async () => {
    const other = { ...college, courseId: await newCourse() };
    const { questionIds } = await makeBank(api, other);
    expect(await search(other.courseId, `q=${encodeURIComponent('首期学员')}`)).toEqual([questionIds[3]]);
  });

  it('filters by tags, topic with all below it, type, origin, difficulty, author and external id, and sorts', async () => {
    const courseId = await newCourse();
    const topic = async (name: string, parentId?: string) =>
      (await staff('post', `/courses/${courseId}/topics`, { name, parentId }).expect(201)).body.id as string;
    const network = await topic('网络层');
    const bus = await topic('现场总线', network);
    const other = await topic('应用层');
    const one = await write(
      '一号题。',
      { tags: ['期末', '重点'], topicId: network, difficulty: 4 },
      courseId,
    );
    const two = await write(
      '二号题。',
      { tags: ['期末'], topicId: bus, difficulty: 2, externalId: 'X-2' },
      courseId,
    );
    const three = await write('三号题。', { topicId: other }, courseId);
    const end = `tags=${encodeURIComponent('期末')}`;
    expect(await search(courseId, end)).toEqual([one, two]);
    expect(await search(courseId, `${end}&tags=${encodeURIComponent('重点')}`)).toEqual([one]);
    expect(await search(courseId, `topicId=${network}`)).toEqual([one, two]);
    expect(await search(courseId, `topicId=${bus}`)).toEqual([two]);
    expect(await search(courseId, 'type=tf&origin=person')).toEqual([one, two, three]);
    expect(await search(courseId, 'type=single')).toEqual([]);
    expect(await search(courseId, 'difficultyFrom=3&difficultyTo=5')).toEqual([one]);
    expect(await search(courseId, 'externalId=X-2')).toEqual([two]);
    expect(await search(courseId, `authorId=${college.instructorId}&sort=-created`)).toEqual([
      three,
      two,
      one,
    ]);
    expect(await search(courseId, 'sort=difficulty')).toEqual([two, one, three]);
    expect(await search(courseId, 'sort=-difficulty')).toEqual([one, two, three]);
    const far = await staff('get', `/questions?courseId=${courseId}&page=9&pageSize=2`).expect(200);
    expect(far.body).toMatchObject({ items: [], total: 3, page: 9 });
  });

  it('shows nothing of another college', async () => {
    const { body } = await staff('get', '/questions?q=%E5%AD%A6%E9%99%A2', undefined, stranger).expect(200);
    expect(body).toMatchObject({ items: [], total: 0 });
  });

  it.each(['sort=random', 'tags=', 'difficultyFrom=0', 'type=essay', 'topicId=1', 'q='.padEnd(110, 'x')])(
    'refuses %s or takes it for nothing',
    async (query) => {
      const { status } = await staff('get', `/questions?${query}`);
      expect(status).toBe(query === 'tags=' ? 200 : 400);
    },
  );
});

describe('topics', () => {
  it('are a tree whose siblings keep their order', async () => {
    const courseId = await newCourse();
    const path = `/courses/${courseId}/topics`;
    const add = async (body: object) => (await staff('post', path, body).expect(201)).body;
    const a = await add({ name: ' 甲 ' });
    const b = await add({ name: '乙' });
    const c = await add({ name: '丙', position: 1 });
    const a1 = await add({ name: '甲一', parentId: a.id });
    const names = async () =>
      (await staff('get', path).expect(200)).body.items.map(
        ({ name, position }: { name: string; position: number }) => `${name}${position}`,
      );
    expect(await names()).toEqual(['丙1', '甲2', '甲一1', '乙3']);
    await staff('put', `/topics/${b.id}`, { name: '乙', parentId: a.id, position: 1 }).expect(200);
    expect(await names()).toEqual(['丙1', '甲2', '乙1', '甲一2']);
    const circle = await staff('put', `/topics/${a.id}`, { name: '甲', parentId: b.id }).expect(400);
    expect(circle.body.errors).toMatchObject([{ pointer: '/parentId', code: 'circle' }]);
    const taken = await staff('put', `/topics/${a.id}`, { name: '丙' }).expect(409);
    expect(taken.body.code).toBe('topic-name-taken');
    await write('归在甲一的题。', { topicId: a1.id }, courseId);
    for (const id of [a.id, a1.id]) {
      expect((await staff('delete', `/topics/${id}`).expect(409)).body.code).toBe('topic-in-use');
    }
    await staff('delete', `/topics/${c.id}`).expect(204);
    expect(await names()).toEqual(['甲2', '乙1', '甲一2']);
  });

  it('belong to one course of one college', async () => {
    const [here, there] = [await newCourse(), await newCourse()];
    const topic = (await staff('post', `/courses/${here}/topics`, { name: '甲' }).expect(201)).body.id;
    await staff('post', `/courses/${there}/topics`, { name: '乙', parentId: topic }).expect(404);
    const content = { type: 'tf', stem: '题。', value: true, explanation: '', evidence: [] };
    await staff('post', '/questions', { courseId: there, content, topicId: topic }).expect(404);
    for (const [method, path, body] of [
      ['get', `/courses/${here}/topics`, undefined],
      ['post', `/courses/${here}/topics`, { name: '丙' }],
      ['put', `/topics/${topic}`, { name: '丙' }],
      ['delete', `/topics/${topic}`, undefined],
    ] as const) {
      expect((await staff(method, path, body, stranger).expect(404)).body.code).toBe('not-found');
    }
  });
});

describe('labels', () => {
  it('are replaced as a whole, without a new version, and external ids are unique in a course', async () => {
    const courseId = await newCourse();
    const one = await write('甲题。', { externalId: 'A-1', tags: ['旧'] }, courseId);
    const two = await write('乙题。', {}, courseId);
    const put = (id: string, body: object) => staff('put', `/questions/${id}/labels`, body);
    const kept = await put(one, {
      tags: [' 重点 ', '重点', 'ＡＢ'],
      difficulty: 5,
      externalId: 'A-1',
    }).expect(200);
    expect(kept.body).toMatchObject({ tags: ['AB', '重点'], difficulty: 5, externalId: 'A-1', version: 1 });
    expect((await put(two, { externalId: 'A-1' }).expect(409)).body.code).toBe('external-id-taken');
    const bare = await put(one, {}).expect(200);
    expect(bare.body).toMatchObject({ tags: [], difficulty: null, externalId: null, topicId: null });
    const audit = await api.dataSource.manager.countBy(AuditEventRow, {
      subjectId: one,
      action: 'question.labels',
    });
    expect(audit).toBe(2);
    expect((await staff('put', `/questions/${one}/labels`, {}, stranger).expect(404)).body.code).toBe(
      'not-found',
    );
  });

  it('change in bulk, and each question that was skipped is named with its reason', async () => {
    const [courseId, elsewhere] = [await newCourse(), await newCourse()];
    const topicId = (await staff('post', `/courses/${courseId}/topics`, { name: '甲' }).expect(201)).body.id;
    const full = Array.from({ length: 20 }, (_, index) => `标签${index}`);
    const [one, two, crowded] = [await write('甲题。', {}, courseId), await write('乙题。', { topicId, tags: ['新'] }, courseId), await write('丙题。', { tags: full }, courseId)]; // prettier-ignore
    const foreign = await write('丁题。', {}, elsewhere);
    const unknown = '01936f6e-0000-7000-8000-000000000999';
    const questionIds = [one, two, crowded, foreign, unknown];
    const { body } = await staff('post', '/questions/bulk-labels', {
      questionIds,
      addTags: ['新'],
      topicId,
    }).expect(200);
    expect(body).toMatchObject({ changed: [one], unchanged: [two] });
    expect(body.skipped.map(({ questionId, code }: Skipped) => [questionId, code])).toEqual([
      [crowded, 'too-many-tags'],
      [foreign, 'topic-of-another-course'],
      [unknown, 'not-found'],
    ]);
    const undone = await staff('post', '/questions/bulk-labels', {
      questionIds: [one, two],
      removeTags: ['新'],
      clearTopic: true,
    }).expect(200);
    expect(undone.body).toMatchObject({ changed: [one, two], skipped: [] });
    expect((await staff('get', `/questions/${two}`).expect(200)).body).toMatchObject({
      tags: [],
      topicId: null,
    });
  });
});

interface Skipped {
  readonly questionId: string;
  readonly code: string;
}

describe('review', () => {
  it('takes a second person, unless the college says that one is enough', async () => {
    const id = await write('工业互联网有平台层。');
    await staff('put', `/questions/${id}/status`, { status: 'in_review' }).expect(200);
    const publish = (token: string, more: object = {}) =>
      staff('put', `/questions/${id}/status`, { status: 'published', ...more }, token);
    expect((await publish(teacher, { waiver: '常识' }).expect(409)).body.code).toBe('own-question');
    const bare = await publish(colleague).expect(409);
    expect(bare.body).toMatchObject({ code: 'evidence-missing', errors: [{ pointer: '/waiver' }] });
    const done = await publish(colleague, { waiver: '常识' }).expect(200);
    expect(done.body).toMatchObject({ status: 'published', evidenceWaiver: '常识' });
    expect(done.body.reviewedBy).not.toBe(college.instructorId);

    const own = await makeCollege(api, '一人学院');
    const alone = await signInInstructor(api, own);
    const admin = await signInInstructor(api, await addColleague(api, own, 'admin'));
    const content = { type: 'tf', stem: '一人学院的题。', value: true, explanation: '', evidence: [] };
    const made = await staff('post', '/questions', { courseId: own.courseId, content }, alone).expect(201);
    const path = `/questions/${made.body.question.id}/status`;
    await staff('put', path, { status: 'in_review' }, alone).expect(200);
    await staff('put', path, { status: 'published', waiver: '常识' }, alone).expect(409);
    await staff('put', '/review-policy', { singleReview: true }, alone).expect(403);
    await staff('put', '/review-policy', { singleReview: true }, admin).expect(200);
    expect((await staff('get', '/review-policy', undefined, alone).expect(200)).body).toEqual({
      singleReview: true,
    });
    expect((await staff('get', '/review-policy').expect(200)).body).toEqual({ singleReview: false });
    await staff('put', path, { status: 'published', waiver: '常识' }, alone).expect(200);
  });

  it('moves many at once and names those it left and why', async () => {
    const { questionIds } = await makeBank(api, { ...college, courseId: await newCourse() });
    const [first = '', second = ''] = questionIds;
    const mine = await write('我写的题要别人审。');
    const draft = await write('还没有送审的题。');
    const sent = await staff('post', '/questions/bulk-status', {
      questionIds: [...questionIds, mine],
      status: 'in_review',
    }).expect(200);
    expect(sent.body).toMatchObject({ changed: [...questionIds, mine], unchanged: [], skipped: [] });
    await staff('put', `/questions/${first}/status`, { status: 'published' }).expect(200);
    const published = await staff('post', '/questions/bulk-status', {
      questionIds: [first, second, mine, draft],
      status: 'published',
      waiver: '常识',
    }).expect(200);
    expect(published.body).toMatchObject({
      changed: [second],
      unchanged: [first],
      skipped: [
        { questionId: mine, code: 'own-question' },
        { questionId: draft, code: 'invalid-transition' },
      ],
    });
    const rows = await api.dataSource.manager.findBy(QuestionRow, { id: second });
    expect(rows).toMatchObject([
      { status: 'published', reviewedBy: college.instructorId, evidenceWaiver: null },
    ]);
    const back = await staff('post', '/questions/bulk-status', {
      questionIds: [mine],
      status: 'draft',
    }).expect(200);
    expect(back.body.skipped).toMatchObject([{ questionId: mine, code: 'validation-failed' }]);
    const foreign = await staff(
      'post',
      '/questions/bulk-status',
      { questionIds: [mine], status: 'retired' },
      stranger,
    ).expect(200);
    expect(foreign.body.skipped).toMatchObject([{ questionId: mine, code: 'not-found' }]);
  });
});

describe('where a question is used', () => {
  it('names the quizzes and counts the attempts that were shown it and answered it', async () => {
    const bank = await makeBank(api, college, 'published');
    const quizId = await makeQuiz(api, college, bank);
    const [first = '', second = ''] = bank.questionIds;
    for (const [user, count] of [
      ['li-si', 1],
      ['wang-wu', 2],
    ] as const) {
      const learner = await signInLearner(api, user);
      const { body } = await api.call('post', `/v1/quizzes/${quizId}/attempts`, learner).expect(201);
      for (let slot = 1; slot <= count; slot += 1) {
        const answer = { sequence: 1, response: RIGHT[slot - 1] };
        await api.call('put', `/v1/attempts/${body.id}/answers/${slot}`, learner, answer).expect(200);
      }
      await api.call('post', `/v1/attempts/${body.id}/submit`, learner).expect(200);
    }
    const use = {
      quizId,
      title: '课后测验',
      quizVersion: 1,
      isPublished: true,
      how: 'pinned',
      version: 1,
      shownCount: 2,
    };
    const one = await staff('get', `/questions/${first}/uses`).expect(200);
    expect(one.body).toEqual({ items: [{ ...use, answeredCount: 2 }], shownCount: 2, answeredCount: 2 });
    const two = await staff('get', `/questions/${second}/uses`).expect(200);
    expect(two.body).toEqual({ items: [{ ...use, answeredCount: 1 }], shownCount: 2, answeredCount: 1 });
    await staff('get', `/questions/${first}/uses`, undefined, stranger).expect(404);
  });
});
