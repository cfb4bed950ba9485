import {
  ArticleRow,
  ArticleVersionRow,
  GenerationRow,
  QuestionRow,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
  QuestionVersionRow,
  saveGeneration,
} from '#database';
import type { Evidence, Fact, Question, Response } from '#question';
import { uuidv7 } from 'uuidv7';
import type { College } from './college.js';
import type { TestApi } from './start-api.js';

export const ARTICLE = [
  '2020年9月，学院在青岛成立，首期学员120人。',
  '课程分为感知、网络、平台、应用四层，由王老师主讲。',
].join('\n');

const proof = (quote: string): Evidence[] => {
  const start = ARTICLE.indexOf(quote);
  return [{ quote, start, end: start + quote.length }];
};

const options = (...texts: string[]) => texts.map((text, index) => ({ id: `o${index + 1}`, text }));

/** One question of each type. The learner must never see the words of `explanation` before the end. */
export const QUESTIONS: readonly [Question, ...Question[]] = [
  {
    type: 'single',
    stem: '学院成立于哪一年？',
    options: options('2018年', '2019年', '2020年', '2021年'),
    key: 'o3',
    explanation: '解析：成立于2020年。',
    evidence: proof('2020年9月，学院在青岛成立'),
  },
  {
    type: 'multi',
    stem: '课程包括哪些层？',
    options: options('感知', '网络', '平台', '食堂'),
    key: ['o1', 'o2', 'o3'],
    explanation: '解析：四层中列出三层。',
    evidence: proof('课程分为感知、网络、平台、应用四层'),
  },
  {
    type: 'tf',
    stem: '学院在济南成立。',
    key: false,
    correction: '学院在青岛成立。',
    explanation: '解析：在青岛。',
    evidence: proof('学院在青岛成立'),
  },
  {
    type: 'fill',
    stem: '首期学员____人。',
    key: [['120', '一百二十']],
    explanation: '解析：首期学员120人。',
    evidence: proof('首期学员120人'),
  },
  {
    type: 'order',
    stem: '按文中次序排列各层。',
    options: options('平台', '感知', '网络'),
    key: ['o2', 'o3', 'o1'],
    explanation: '解析：感知、网络、平台。',
    evidence: proof('感知、网络、平台'),
  },
  {
    type: 'match',
    stem: '把人和地点与所说的内容配对。',
    lefts: [
      { id: 'l1', text: '王老师' },
      { id: 'l2', text: '青岛' },
    ],
    rights: [
      { id: 'r1', text: '成立地' },
      { id: 'r2', text: '主讲' },
    ],
    key: [
      { left: 'l1', right: 'r2' },
      { left: 'l2', right: 'r1' },
    ],
    explanation: '解析：王老师主讲，青岛成立。',
    evidence: proof('由王老师主讲'),
  },
];

/** The right response to each of QUESTIONS. */
export const RIGHT: readonly Response[] = [
  { type: 'single', choice: 'o3' },
  { type: 'multi', choices: ['o3', 'o1', 'o2'] },
  { type: 'tf', value: false },
  { type: 'fill', texts: ['120'] },
  { type: 'order', order: ['o2', 'o3', 'o1'] },
  {
    type: 'match',
    pairs: [
      { left: 'l2', right: 'r1' },
      { left: 'l1', right: 'r2' },
    ],
  },
];

const FACT: Fact = {
  id: 'F1',
  kind: 'founding',
  subject: '学院',
  statement: '学院于2020年9月在青岛成立。',
  answer: '2020年',
  acceptedForms: [],
  evidence: proof('2020年9月，学院在青岛成立'),
  importance: 3,
};

export interface Bank {
  readonly articleId: string;
  readonly generationId: string;
  /** In the order of QUESTIONS. */
  readonly questionIds: readonly string[];
}

/** An article whose generation wrote QUESTIONS; they are drafts unless told. */
export async function makeBank(
  { dataSource }: TestApi,
  { courseId, instructorId }: College,
  status: 'draft' | 'published' = 'draft',
): Promise<Bank> {
  const [articleId, versionId, generationId] = [uuidv7(), uuidv7(), uuidv7()];
  const now = new Date();
  return dataSource.transaction(async (manager) => {
    const by = { createdBy: instructorId, createdAt: now };
    await manager.insert(ArticleRow, { id: articleId, courseId, title: '学院简介', ...by });
    await manager.insert(ArticleVersionRow, {
      id: versionId,
      articleId,
      number: 1,
      text: ARTICLE,
      createdAt: now,
    });
    await manager.insert(GenerationRow, {
      id: generationId,
      articleVersionId: versionId,
      state: 'running',
      seed: 1,
      requestedBy: instructorId,
      requestedAt: now,
    });
    const questions = QUESTIONS.map((question) => ({ factId: 'F1', question, difficulty: 0.5 }));
    const origins = { runs: [{ at: 0, length: ARTICLE.length, start: 0, end: ARTICLE.length }] };
    const written = { article: ARTICLE, origins, repairs: [], facts: [FACT], questions, notes: [] };
    await saveGeneration(manager, generationId, written, now);
    await manager.update(QuestionRow, { generationId }, { status });
    const rows = await manager.find(QuestionRow, { where: { generationId }, order: { position: 'asc' } });
    return { articleId, generationId, questionIds: rows.map(({ id }) => id) };
  });
}

export interface QuizSettings {
  readonly timeLimitSeconds?: number;
  readonly attemptsAllowed?: number;
  readonly points?: readonly number[];
}

/** A published quiz of all questions of a bank, made without the api: for stories that begin where a learner begins. */
export async function makeQuiz(
  { dataSource }: TestApi,
  { courseId, instructorId }: College,
  { questionIds }: Bank,
  { timeLimitSeconds, attemptsAllowed, points = [] }: QuizSettings = {},
): Promise<string> {
  const [quizId, versionId] = [uuidv7(), uuidv7()];
  const now = new Date();
  await dataSource.transaction(async (manager) => {
    await manager.insert(QuizRow, { id: quizId, courseId, createdBy: instructorId, createdAt: now });
    await manager.insert(QuizVersionRow, {
      id: versionId,
      quizId,
      number: 1,
      title: '课后测验',
      timeLimitSeconds: timeLimitSeconds ?? null,
      attemptsAllowed: attemptsAllowed ?? null,
      publishedAt: now,
      publishedBy: instructorId,
    });
    for (const [index, questionId] of questionIds.entries()) {
      const version = await manager.findOneByOrFail(QuestionVersionRow, { questionId, number: 1 });
      await manager.insert(QuizSlotRow, {
        quizVersionId: versionId,
        slot: index + 1,
        questionId,
        questionVersionId: version.id,
        points: points[index] ?? 1,
      });
    }
  });
  return quizId;
}
