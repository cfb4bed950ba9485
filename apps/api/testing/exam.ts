import { QuestionRow, QuestionVersionRow, QuizRow, QuizSlotRow, QuizVersionRow } from '#database';
import type { Question, Response } from '#question';
import { uuidv7 } from 'uuidv7';
import { type College, signInLearner } from './college.js';
import type { TestApi } from './start-api.js';

export type ExamSettings = Partial<
  Pick<
    QuizVersionRow,
    'title' | 'passMark' | 'marking' | 'counting' | 'feedback' | 'closesAt' | 'timeLimitSeconds'
  >
> & { readonly points?: readonly number[] };

export interface Exam {
  readonly quizId: string;
  readonly versionId: string;
  /** In the order of the slots. */
  readonly questionIds: readonly string[];
  readonly questionVersionIds: readonly string[];
}

/** Four choices, `right` is its key. */
export function choiceOf(stem: string, right: string): Question {
  const options = ['甲', '乙', '丙', '丁'].map((text, index) => ({ id: `o${index + 1}`, text }));
  return { type: 'single', stem, options, key: right, explanation: `解析：${right}。`, evidence: [] };
}

export const SHORT: Question = {
  type: 'short',
  stem: '工业互联网连接什么？',
  key: {
    model: '设备、系统和人。',
    rubric: [
      { id: 'p1', text: '设备', share: 2 },
      { id: 'p2', text: '系统', share: 1 },
      { id: 'p3', text: '人', share: 1 },
    ],
  },
  explanation: '解析：三者相连。',
  evidence: [],
};

/** Published questions by hand and a published quiz of them, without the api. */
export async function makeExam(
  { dataSource }: TestApi,
  college: College,
  questions: readonly Question[],
  { points = [], ...settings }: ExamSettings = {},
): Promise<Exam> {
  const { courseId, instructorId } = college;
  const [quizId, versionId] = [uuidv7(), uuidv7()];
  const now = new Date();
  return dataSource.transaction(async (manager) => {
    await manager.insert(QuizRow, { id: quizId, courseId, createdBy: instructorId, createdAt: now });
    await manager.insert(QuizVersionRow, {
      id: versionId,
      quizId,
      number: 1,
      title: '结业考试',
      publishedAt: now,
      publishedBy: instructorId,
      ...settings,
    });
    const [questionIds, questionVersionIds]: [string[], string[]] = [[], []];
    for (const [index, content] of questions.entries()) {
      const [questionId, questionVersionId] = [uuidv7(), uuidv7()];
      questionIds.push(questionId);
      questionVersionIds.push(questionVersionId);
      await manager.insert(QuestionRow, {
        id: questionId,
        courseId,
        fingerprint: questionId,
        position: index + 1,
        status: 'published',
        latestVersion: 1,
        createdAt: now,
      });
      await manager.insert(QuestionVersionRow, versionOf(questionVersionId, questionId, 1, content, now));
      await manager.insert(QuizSlotRow, {
        quizVersionId: versionId,
        slot: index + 1,
        questionId,
        questionVersionId,
        points: points[index] ?? 1,
      });
    }
    return { quizId, versionId, questionIds, questionVersionIds };
  });
}

/** Another version of a question; returns its id. */
export async function editQuestion(
  { dataSource }: TestApi,
  questionId: string,
  content: Question,
): Promise<string> {
  const id = uuidv7();
  await dataSource.transaction(async (manager) => {
    const { latestVersion } = await manager.findOneByOrFail(QuestionRow, { id: questionId });
    const row = versionOf(id, questionId, latestVersion + 1, content, new Date());
    await manager.insert(QuestionVersionRow, { ...row, edit: 'key' });
    await manager.update(QuestionRow, { id: questionId }, { latestVersion: latestVersion + 1 });
  });
  return id;
}

export interface Sitting {
  readonly token: string;
  readonly learnerId: string;
  readonly attemptId: string;
}

/** A learner starts the quiz and gives these responses, slot by slot; null leaves a slot open. */
export async function begin(
  api: TestApi,
  quizId: string,
  user: string,
  responses: readonly (Response | null)[],
): Promise<Sitting> {
  const token = await signInLearner(api, user);
  const started = await api.call('post', `/v1/quizzes/${quizId}/attempts`, token).expect(201);
  const attemptId = String(started.body.id);
  for (const [index, response] of responses.entries()) {
    if (!response) continue;
    const path = `/v1/attempts/${attemptId}/answers/${index + 1}`;
    await api.call('put', path, token, { sequence: 1, response }).expect(200);
  }
  const me = await api.call('get', '/v1/me', token).expect(200);
  return { token, learnerId: String(me.body.id), attemptId };
}

/** The same, and submits. */
export async function sit(...given: Parameters<typeof begin>): Promise<Sitting> {
  const sitting = await begin(...given);
  await given[0].call('post', `/v1/attempts/${sitting.attemptId}/submit`, sitting.token).expect(200);
  return sitting;
}

export const pick = (choice: string): Response => ({ type: 'single', choice });
export const write = (text: string): Response => ({ type: 'short', text });

function versionOf(id: string, questionId: string, number: number, content: Question, createdAt: Date) {
  return { id, questionId, number, type: content.type, content, origin: 'person' as const, createdAt };
}
