import {
  ArticleRow,
  ArticleVersionRow,
  AttemptEventRow,
  AttemptRow,
  CourseRow,
  enqueueGeneration,
  GenerationRow,
  InstructorRow,
  LearnerRow,
  PartnerRow,
  QuestionRow,
  QuestionVersionRow,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
} from '#database';
import type { Question } from '#question';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface Author {
  readonly partnerId: string;
  readonly instructorId: string;
  readonly courseId: string;
}

export async function makeAuthor({ manager }: DataSource): Promise<Author> {
  const [partnerId, instructorId, courseId] = [uuidv7(), uuidv7(), uuidv7()];
  const createdAt = new Date();
  const staff = { account: instructorId, passwordHash: '-', name: '王老师', role: 'instructor' as const };
  await manager.insert(PartnerRow, { id: partnerId, name: partnerId, createdAt });
  await manager.insert(InstructorRow, { id: instructorId, partnerId, ...staff, createdAt });
  await manager.insert(CourseRow, {
    id: courseId,
    partnerId,
    title: '课程',
    createdBy: instructorId,
    createdAt,
  });
  return { partnerId, instructorId, courseId };
}

/** A Chinese article with a checkable figure in every sentence. */
export function longArticle(sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    const year = 1990 + (index % 30);
    return `${year}年，青岛第${index + 1}工业园引进企业${100 + index}家，实现产值${20 + index}亿元。`;
  }).join('\n');
}

/** An article with a generation in the queue, as the api leaves it. */
export async function orderGeneration(dataSource: DataSource, author: Author, text: string): Promise<string> {
  const { manager } = dataSource;
  const [articleId, versionId] = [uuidv7(), uuidv7()];
  const createdAt = new Date();
  const article = { courseId: author.courseId, title: '文章', createdBy: author.instructorId };
  await manager.insert(ArticleRow, { id: articleId, ...article, createdAt });
  await manager.insert(ArticleVersionRow, { id: versionId, articleId, number: 1, text, createdAt });
  return orderAgain(dataSource, author, versionId);
}

/** One more generation of a text, with the same seed. */
export function orderAgain(
  dataSource: DataSource,
  { instructorId }: Author,
  articleVersionId: string,
): Promise<string> {
  const id = uuidv7();
  const order = { id, articleVersionId, seed: 1, requestedBy: instructorId, requestedAt: new Date() };
  return dataSource.transaction(async (manager) => {
    await manager.insert(GenerationRow, { ...order, state: 'queued' });
    await enqueueGeneration(manager, id);
    return id;
  });
}

const QUESTION: Question = { type: 'tf', stem: '对吗？', key: true, explanation: '对。', evidence: [] };

export interface OverdueAttempt {
  readonly attemptId: string;
  readonly dueAt: Date;
}

/** An attempt that ran out an hour ago with one right answer of two stored. */
export function leaveAttempt(
  dataSource: DataSource,
  { partnerId, courseId, instructorId }: Author,
): Promise<OverdueAttempt> {
  const [learnerId, attemptId, quizId, quizVersionId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const dueAt = new Date(Date.now() - 3600_000);
  const startedAt = new Date(dueAt.getTime() - 60_000);
  const by = { createdBy: instructorId, createdAt: startedAt };
  return dataSource.transaction(async (manager) => {
    await manager.insert(LearnerRow, { id: learnerId, partnerId, createdAt: startedAt });
    await manager.insert(QuizRow, { id: quizId, courseId, ...by });
    const quiz = { id: quizVersionId, quizId, number: 1, title: '测验', publishedAt: startedAt };
    await manager.insert(QuizVersionRow, quiz);
    const questionVersionIds = [
      await addQuestion(manager, courseId, 1, startedAt),
      await addQuestion(manager, courseId, 2, startedAt),
    ];
    for (const [index, questionVersionId] of questionVersionIds.entries()) {
      const { questionId } = await manager.findOneByOrFail(QuestionVersionRow, { id: questionVersionId });
      const slot = { quizVersionId, slot: index + 1, questionId, questionVersionId, points: 1 };
      await manager.insert(QuizSlotRow, slot);
    }
    await manager.insert(AttemptRow, {
      learnerId,
      id: attemptId,
      quizId,
      quizVersionId,
      number: 1,
      seed: 1,
      state: 'in_progress',
      startedAt,
      dueAt,
      maxScore: 2,
      closesAt: dueAt,
      questionVersionIds,
      points: [1, 1],
      sequences: [1, 0],
    });
    const event = { learnerId, attemptId, actor: 'learner', happenedAt: startedAt } as const;
    const response = { type: 'tf', value: true } as const;
    await manager.insert(AttemptEventRow, { ...event, slot: 0, sequence: 0, kind: 'started' });
    await manager.insert(AttemptEventRow, { ...event, slot: 1, sequence: 1, kind: 'answered', response });
    return { attemptId, dueAt };
  });
}

async function addQuestion(
  manager: EntityManager,
  courseId: string,
  position: number,
  createdAt: Date,
): Promise<string> {
  const [questionId, id] = [uuidv7(), uuidv7()];
  const state = { status: 'published', latestVersion: 1, fingerprint: questionId, position } as const;
  await manager.insert(QuestionRow, { id: questionId, courseId, ...state, createdAt });
  const content = { type: 'tf', content: QUESTION, origin: 'person' } as const;
  await manager.insert(QuestionVersionRow, { id, questionId, number: 1, ...content, createdAt });
  return id;
}

/** Asks until the answer is yes; vitest's own timeout ends it. */
export async function until<T>(ask: () => Promise<T | null | false | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
