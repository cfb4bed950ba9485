import { hash, verify } from '@node-rs/argon2';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import {
  ArticleRow,
  ArticleVersionRow,
  AuditEventRow,
  CourseRow,
  FactRow,
  GenerationRow,
  InstructorRow,
  PartnerRow,
  QuestionRow,
  QuestionVersionRow,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
  saveGeneration,
} from '#database';
import { writeQuiz, type WrittenQuiz } from '#quiz-writing';
import { chooseQuestions } from './choose-questions.js';
import type { DemoAccount } from './demo-accounts.js';
import { DEMO_COURSE, DEMO_PARTNER, DEMO_QUIZ, DEMO_SEED } from './demo-content.js';

export interface DemoSeed {
  readonly article: { readonly title: string; readonly text: string };
  readonly accounts: readonly DemoAccount[];
  readonly wechatAppId: string;
  readonly now: Date;
}

/** Any number; the same for everybody who seeds. */
const SEED_LOCK = 736_202;

export async function isSeeded(manager: EntityManager): Promise<boolean> {
  return manager.existsBy(PartnerRow, { name: DEMO_PARTNER });
}

/**
 * Writes the demo: the college, its staff, a course with an article, and a published quiz of questions written from it.
 * All of it or nothing, and once: returns false when it is there already.
 */
export async function seedDemo(dataSource: DataSource, seed: DemoSeed): Promise<boolean> {
  if (await isSeeded(dataSource.manager)) return false;
  const written = writeQuiz(seed.article.text, { seed: DEMO_SEED });
  const hashes = new Map<string, string>();
  for (const { account, password } of seed.accounts) hashes.set(account, await hash(password));
  return dataSource.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    if (await isSeeded(manager)) return false;
    await writeDemo(manager, seed, written, hashes);
    return true;
  });
}

/** Replaces the passwords of the demo staff. `publish` runs before the change is committed. */
export async function changePasswords(
  dataSource: DataSource,
  accounts: readonly DemoAccount[],
  publish: () => void,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const { account, password } of accounts) {
      await manager.update(InstructorRow, { account }, { passwordHash: await hash(password) });
    }
    publish();
  });
}

/** Whether these passwords open these accounts: a database may have been seeded from another folder. */
export async function accountsFit(
  dataSource: DataSource,
  accounts: readonly DemoAccount[],
): Promise<boolean> {
  const staff = await dataSource.manager.findBy(InstructorRow, {
    account: In(accounts.map(({ account }) => account)),
  });
  const hashOf = new Map(staff.map(({ account, passwordHash }) => [account, passwordHash]));
  const fits = accounts.map(({ account, password }) =>
    verify(hashOf.get(account) ?? '', password).catch(() => false),
  );
  return (await Promise.all(fits)).every(Boolean);
}

async function writeDemo(
  manager: EntityManager,
  { article, accounts, wechatAppId, now }: DemoSeed,
  written: WrittenQuiz,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const partnerId = uuidv7();
  await manager.insert(PartnerRow, { id: partnerId, name: DEMO_PARTNER, wechatAppId, createdAt: now });
  const staff = accounts.map(({ account, name, role }) => ({
    id: uuidv7(),
    partnerId,
    account,
    name,
    role,
    passwordHash: hashes.get(account) ?? '',
    createdAt: now,
  }));
  await manager.insert(InstructorRow, staff);
  const createdBy = staff.find(({ role }) => role === 'instructor')?.id ?? '';

  const courseId = uuidv7();
  await manager.insert(CourseRow, { id: courseId, partnerId, ...DEMO_COURSE, createdBy, createdAt: now });
  const articleId = uuidv7();
  await manager.insert(ArticleRow, {
    id: articleId,
    courseId,
    title: article.title,
    createdBy,
    createdAt: now,
  });
  const articleVersionId = uuidv7();
  await manager.insert(ArticleVersionRow, {
    id: articleVersionId,
    articleId,
    number: 1,
    text: article.text,
    createdAt: now,
  });
  const generationId = uuidv7();
  await manager.insert(GenerationRow, {
    id: generationId,
    articleVersionId,
    state: 'queued',
    seed: DEMO_SEED,
    requestedBy: createdBy,
    requestedAt: now,
  });
  await saveGeneration(manager, generationId, written, now);
  await publishQuestions(manager, generationId, createdBy, now);
  await publishQuiz(manager, generationId, courseId, createdBy, now);
}

/** In the demo instructor's name: the article, its facts and the questions are reviewed with the product. */
async function publishQuestions(
  manager: EntityManager,
  generationId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  await manager.update(FactRow, { generationId }, { status: 'accepted' });
  await manager.update(QuestionRow, { generationId }, { status: 'published' });
  const questions = await manager.find(QuestionRow, { select: { id: true }, where: { generationId } });
  const events = questions.map(({ id }) => ({
    id: uuidv7(),
    actorId,
    action: 'question.status',
    subjectId: id,
    detail: { from: 'draft', to: 'published', demo: true },
    happenedAt: now,
  }));
  if (events.length > 0) await manager.insert(AuditEventRow, events);
}

async function publishQuiz(
  manager: EntityManager,
  generationId: string,
  courseId: string,
  createdBy: string,
  now: Date,
): Promise<void> {
  const questions = await manager.find(QuestionRow, { where: { generationId }, order: { position: 'asc' } });
  const versions = await manager.findBy(QuestionVersionRow, {
    questionId: In(questions.map(({ id }) => id)),
  });
  const versionOf = new Map(versions.map((version) => [version.questionId, version]));
  const choosable = questions.flatMap(({ id, factId }) => {
    const version = versionOf.get(id);
    return version ? [{ factId: factId ?? id, question: version.content, version }] : [];
  });
  const chosen = chooseQuestions(choosable, DEMO_QUIZ.length);
  if (chosen.length === 0) return;
  const quizId = uuidv7();
  await manager.insert(QuizRow, { id: quizId, courseId, createdBy, createdAt: now });
  const quizVersionId = uuidv7();
  await manager.insert(QuizVersionRow, {
    id: quizVersionId,
    quizId,
    number: 1,
    title: DEMO_QUIZ.title,
    description: DEMO_QUIZ.description,
    timeLimitSeconds: DEMO_QUIZ.timeLimitSeconds,
    publishedAt: now,
    publishedBy: createdBy,
  });
  const slots = chosen.map(({ version }, index) => ({
    quizVersionId,
    slot: index + 1,
    questionId: version.questionId,
    questionVersionId: version.id,
    points: DEMO_QUIZ.pointsEach,
  }));
  await manager.insert(QuizSlotRow, slots);
}
