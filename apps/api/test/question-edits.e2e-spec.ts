import { AuditEventRow, QuestionVersionRow } from '#database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, makeBank, makeQuiz, QUESTIONS, RIGHT } from '../testing/bank.js';
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
let learner: string;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  colleague = await signInInstructor(api, await addColleague(api, college));
  learner = await signInLearner(api, 'zhang-san');
});

afterAll(() => api.stop());

const staff = (method: Method, path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, teacher, body);
const other = (method: Method, path: string, body?: unknown) =>
  api.call(method, `/v1/staff${path}`, colleague, body);

const MADE = {
  single: {
    type: 'single',
    stem: '感知层负责什么？',
    options: [
      { id: 'a', text: '采集数据' },
      { id: 'b', text: '展示报表' },
    ],
    key: 'a',
    explanation: '感知层在最下面。',
    evidence: [],
  },
  multi: {
    type: 'multi',
    stem: '哪些属于网络层？',
    options: [
      { id: 'a', text: '交换机' },
      { id: 'b', text: '路由器' },
      { id: 'c', text: '机床' },
    ],
    keys: ['a', 'b'],
    explanation: '',
    evidence: [],
  },
  tf: {
    type: 'tf',
    stem: '平台层在感知层下面。',
    value: false,
    correction: '平台层在感知层上面。',
    explanation: '',
    evidence: [],
  },
  fill: {
    type: 'fill',
    stem: '长____米，宽____米。',
    blanks: [
      { forms: ['3.5'], tolerance: { kind: 'absolute', amount: '0.1', unit: '米' } },
      { forms: ['2', '二'] },
    ],
    explanation: '',
    evidence: [],
  },
  order: {
    type: 'order',
    stem: '由下到上排列。',
    options: [
      { id: 'a', text: '平台' },
      { id: 'b', text: '感知' },
      { id: 'c', text: '网络' },
    ],
    order: ['b', 'c', 'a'],
    explanation: '',
    evidence: [],
  },
  match: {
    type: 'match',
    stem: '配对。',
    lefts: [
      { id: 'l1', text: '感知' },
      { id: 'l2', text: '网络' },
    ],
    rights: [
      { id: 'ra', text: '传输' },
      { id: 'rb', text: '采集' },
    ],
    pairs: [
      { left: 'l1', right: 'rb' },
      { left: 'l2', right: 'ra' },
    ],
    explanation: '',
    evidence: [],
  },
  short: {
    type: 'short',
    stem: '为什么要有平台层？',
    answer: { model: '汇聚数据。', rubric: [{ id: 'p1', text: '汇聚', share: 1 }] },
    explanation: '',
    evidence: [],
  },
} as const;

const write = (content: unknown, more: object = {}) =>
  staff('post', '/questions', { courseId: college.courseId, content, ...more });

describe('writing a question by hand', () => {
  it.each(Object.entries(MADE))(
    'keeps a %s question as it was given, to be sent back as it is',
    async (_type, content) => {
      const made = await write(content).expect(201);
      const { question } = made.body;
      expect(question).toMatchObject({ status: 'draft', version: 1, origin: 'person', content });
      expect(question.authorId).toBe(college.instructorId);
      const again = await staff('put', `/questions/${question.id}`, {
        basedOn: 1,
        content: question.content,
      }).expect(200);
      expect(again.body).toMatchObject({ edit: null, differences: [], question: { version: 1 } });
    },
  );

  it('places a quote in the cleaned text of its article, and refuses one that is not there', async () => {
    const { articleId } = await makeBank(api, college);
    const content = { ...MADE.single, stem: '首期有多少人？', evidence: [{ quote: '首期学员120人' }] };
    const made = await write(content, { articleId }).expect(201);
    expect(made.body.question.evidence).toMatchObject([{ quote: '首期学员120人', start: 16, end: 24 }]);
    const wrong = { ...content, evidence: [{ quote: '首期学员130人' }] };
    const refused = await write(wrong, { articleId }).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/content/evidence', code: 'evidence-missing' }]);
    const twice = await write(content, { articleId }).expect(409);
    expect(twice.body.code).toBe('question-exists');
  });

  it.each([
    ['a key that names no option', { ...MADE.single, key: 'z' }, '/content/key', 'key-unknown'],
    ['blanks that do not match', { ...MADE.fill, stem: '长____米。' }, '/content/blanks', 'blank-count'],
    [
      'a wrong tolerance',
      {
        ...MADE.fill,
        blanks: [{ forms: ['三'], tolerance: { kind: 'absolute', amount: '0.1' } }, { forms: ['2'] }],
      },
      '/content/blanks/0/forms/0',
      'number-form',
    ],
    ['a key that is shown', { ...MADE.order, order: ['a', 'b', 'c'] }, '/content/options', 'key-shown'],
    ['an unknown type', { ...MADE.single, type: 'essay' }, '/content/type', 'not-allowed'],
    ['a field of another type', { ...MADE.tf, keys: ['a'] }, '/content/keys', 'unknown-field'],
    ['an empty stem', { ...MADE.tf, stem: ' ' }, '/content/stem', 'blank'],
    ['options that are none', { ...MADE.single, options: [null] }, '/content/options', 'not-object'],
    [
      'forms that are none',
      { ...MADE.fill, blanks: [{ forms: [3] }, { forms: ['2'] }] },
      '/content/blanks/0/forms',
      'not-text',
    ],
    ['an edit class of its own', { ...MADE.tf, edit: 'wording' }, '/content/edit', 'unknown-field'],
  ])('is refused by name: %s', async (_name, content, pointer, code) => {
    const { body } = await write(content).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('warns of near duplicates and writes it all the same', async () => {
    const stem = '边缘网关把车间设备的数据送到平台之前要先做什么处理？';
    const options = ['清洗和压缩', '打印', '归还', '丢弃'].map((text, index) => ({ id: `o${index}`, text }));
    const first = await write({ ...MADE.single, stem, options, key: 'o0' }).expect(201);
    const second = await write({ ...MADE.single, stem: `${stem.slice(0, -1)}?`, options, key: 'o1' }).expect(
      201,
    );
    expect(first.body.duplicates).toEqual([]);
    expect(second.body.duplicates).toEqual([
      { id: first.body.question.id, stem, status: 'draft', likeness: 1 },
    ]);
    const asked = await staff('get', `/questions/${first.body.question.id}/duplicates`).expect(200);
    expect(asked.body.items).toMatchObject([{ id: second.body.question.id, likeness: 1 }]);
  });
});

describe('editing a question', () => {
  it('computes the class from the difference, keeps every version and says who changed what', async () => {
    const { id, content } = (await write({ ...MADE.single, stem: '网络层负责什么？' }).expect(201)).body
      .question;
    const edits = [
      [{ ...content, stem: '网络层 负责什么?' }, 'wording'],
      [{ ...content, explanation: '网络层负责传输。' }, 'explanation'],
      [{ ...content, options: [...content.options, { id: 'c', text: '传输数据' }] }, 'content'],
      [{ ...content, options: [...content.options, { id: 'c', text: '传输数据' }], key: 'c' }, 'key'],
    ] as const;
    for (const [index, [next, edit]] of edits.entries()) {
      const basedOn = index + 1;
      const edited = await staff('put', `/questions/${id}`, {
        basedOn,
        content: next,
        note: `第${basedOn}次`,
      }).expect(200);
      expect(edited.body).toMatchObject({ edit, question: { version: basedOn + 1, status: 'draft' } });
    }
    const versions = await staff('get', `/questions/${id}/versions`).expect(200);
    expect(
      versions.body.items.map((one: { version: number; edit: string }) => [one.version, one.edit]),
    ).toEqual([
      [5, 'key'],
      [4, 'content'],
      [3, 'explanation'],
      [2, 'wording'],
      [1, null],
    ]);
    expect(versions.body.items[0]).toMatchObject({
      note: '第4次',
      createdByName: '王老师',
      origin: 'person',
    });
    const old = await staff('get', `/questions/${id}/versions/1`).expect(200);
    expect(old.body.content).toEqual(content);
    const diff = await staff('get', `/questions/${id}/versions/4/diff/5`).expect(200);
    expect(diff.body).toEqual({
      edit: 'key',
      differences: [
        {
          pointer: '/key',
          label: '答案',
          edit: 'key',
          before: '采集数据',
          after: '传输数据',
          parts: [
            { kind: 'removed', text: '采集' },
            { kind: 'added', text: '传输' },
            { kind: 'same', text: '数据' },
          ],
        },
      ],
    });
    expect((await staff('get', `/questions/${id}/versions/2/diff/2`).expect(200)).body).toEqual({
      edit: null,
      differences: [],
    });
    expect((await staff('get', `/questions/${id}/versions/2/diff/9`).expect(404)).body.code).toBe(
      'not-found',
    );
    const audit = await api.dataSource.manager.find(AuditEventRow, {
      where: { subjectId: id },
      order: { id: 'asc' },
    });
    expect(audit.map(({ action, detail }) => [action, detail.edit ?? null])).toEqual([
      ['question.create', null],
      ['question.edit', 'wording'],
      ['question.edit', 'explanation'],
      ['question.edit', 'content'],
      ['question.edit', 'key'],
    ]);
  });

  it('lets nobody overwrite what somebody else wrote meanwhile', async () => {
    const { id, content } = (await write({ ...MADE.tf, stem: '平台层在网络层下面。' }).expect(201)).body
      .question;
    const change = (text: string) => ({ basedOn: 1, content: { ...content, explanation: text } });
    const [one, two] = await Promise.all([
      staff('put', `/questions/${id}`, change('甲')),
      other('put', `/questions/${id}`, change('乙')),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect([one.body.code, two.body.code]).toContain('question-edited');
    expect(await api.dataSource.manager.countBy(QuestionVersionRow, { questionId: id })).toBe(2);
  });

  it('sends a published question back to review when its content or key changes, and only then', async () => {
    const { questionIds } = await makeBank(api, college, 'published');
    const [id = ''] = questionIds;
    const { content } = (await staff('get', `/questions/${id}`).expect(200)).body;
    const words = await staff('put', `/questions/${id}`, {
      basedOn: 1,
      content: { ...content, explanation: '新解析' },
    }).expect(200);
    expect(words.body).toMatchObject({ edit: 'explanation', question: { status: 'published' } });
    const key = await staff('put', `/questions/${id}`, {
      basedOn: 2,
      content: { ...content, key: 'o1' },
    }).expect(200);
    expect(key.body).toMatchObject({
      edit: 'key',
      question: { status: 'in_review', statusReason: '第 3 版改了答案，要重新审批。', reviewedBy: null },
    });
    const own = await staff('put', `/questions/${id}/status`, { status: 'published' }).expect(409);
    expect(own.body.code).toBe('own-question');
    await other('put', `/questions/${id}/status`, { status: 'published' }).expect(200);
    await other('put', `/questions/${id}/status`, { status: 'retired' }).expect(200);
    const late = await staff('put', `/questions/${id}`, { basedOn: 3, content }).expect(409);
    expect(late.body.code).toBe('invalid-transition');
  });
});

describe('results of old attempts', () => {
  async function finish(bank: Bank): Promise<{ quizId: string; attemptId: string; before: SlotView[] }> {
    const quizId = await makeQuiz(api, college, bank);
    const attempt = await api.call('post', `/v1/quizzes/${quizId}/attempts`, learner).expect(201);
    for (const [index, response] of RIGHT.entries()) {
      const path = `/v1/attempts/${attempt.body.id}/answers/${index + 1}`;
      await api.call('put', path, learner, { sequence: 1, response }).expect(200);
    }
    const result = await api.call('post', `/v1/attempts/${attempt.body.id}/submit`, learner).expect(200);
    return { quizId, attemptId: attempt.body.id, before: result.body.slots };
  }

  interface SlotView {
    readonly question: { readonly stem: string };
  }

  it('show edits of wording and explanation, in the order of options the attempt had, and no other edit', async () => {
    const bank = await makeBank(api, college, 'published');
    const running = await makeQuiz(api, college, bank);
    const open = await api.call('post', `/v1/quizzes/${running}/attempts`, learner).expect(201);
    const { quizId, attemptId, before } = await finish(bank);
    const [single = '', , tf = '', fill = ''] = bank.questionIds;
    const contentOf = async (id: string) => (await staff('get', `/questions/${id}`).expect(200)).body.content;

    const words = await contentOf(single);
    const edited = {
      ...words,
      stem: '学院 成立于哪一年?',
      explanation: '新的解析。',
      options: words.options.toReversed(),
    };
    await staff('put', `/questions/${single}`, { basedOn: 1, content: edited }).expect(200);
    await staff('put', `/questions/${tf}`, {
      basedOn: 1,
      content: { ...(await contentOf(tf)), stem: '学院在烟台成立。' },
    }).expect(200);
    const forms = { ...(await contentOf(fill)), blanks: [{ forms: ['121'] }] };
    const key = await staff('put', `/questions/${fill}`, { basedOn: 1, content: forms }).expect(200);
    expect(key.body.regradeQuizIds.toSorted()).toEqual([quizId, running].toSorted());
    const later = { ...forms, explanation: '错了的解析。' };
    const after = await staff('put', `/questions/${fill}`, { basedOn: 2, content: later }).expect(200);
    expect(after.body).toMatchObject({ edit: 'explanation', regradeQuizIds: [] });

    // What a process has read it keeps for half a minute.
    const fresh = await startSecond();
    try {
      const result = await fresh.call('get', `/v1/attempts/${attemptId}/result`, learner).expect(200);
      const [shown, , statement, blank] = result.body.slots;
      expect(shown).toMatchObject({
        question: { stem: '学院 成立于哪一年?' },
        explanation: '新的解析。',
        fraction: 1,
      });
      expect(shown.question.options).toEqual(Reflect.get(before[0]?.question ?? {}, 'options'));
      expect(statement.question.stem).toBe(QUESTIONS[2]?.stem);
      expect(blank).toMatchObject({
        key: { texts: ['120'] },
        explanation: '解析：首期学员120人。',
        fraction: 1,
      });
      expect(result.body.score).toBe(6);
      const resumed = await fresh.call('get', `/v1/attempts/${open.body.id}`, learner).expect(200);
      expect(resumed.body.slots[0].question).toEqual(open.body.slots[0].question);
    } finally {
      await fresh.stop();
    }
  });

  const startSecond = () => startApi({ databaseUrl: api.databaseUrl });
});
