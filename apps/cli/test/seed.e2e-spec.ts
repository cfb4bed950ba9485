import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import {
  ArticleVersionRow,
  createDataSource,
  InstructorRow,
  PartnerRow,
  QuestionRow,
  QuestionVersionRow,
  QuizSlotRow,
} from '#database';
import { checkQuestion } from '#question';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/database/testing/test-database.js';
import { inventAccounts } from '../src/seed/demo-accounts.js';
import { DEMO_QUIZ, readDemoArticle } from '../src/seed/demo-content.js';
import { accountsFit, changePasswords, type DemoSeed, seedDemo } from '../src/seed/demo-seed.js';

const article = readDemoArticle(fileURLToPath(new URL('../../../', import.meta.url)));

let database: TestDatabase;
let dataSource: DataSource;
let seed: DemoSeed;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, { poolSize: 4 }).initialize();
  seed = { article, accounts: inventAccounts(), wechatAppId: 'wx-demo', now: new Date() };
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the demo', () => {
  it('is written once, however many ask at the same time', async () => {
    const written = await Promise.all([1, 2, 3].map(() => seedDemo(dataSource, seed)));
    expect(written.filter(Boolean)).toEqual([true]);
    expect(await seedDemo(dataSource, seed)).toBe(false);
    expect(await dataSource.manager.count(PartnerRow)).toBe(1);
    expect(await dataSource.manager.count(InstructorRow)).toBe(2);
  });

  it('is written whole or not at all', async () => {
    const [first] = seed.accounts;
    const twice = first ? [first, first] : [];
    await expect(seedDemo(dataSource, { ...seed, accounts: twice })).rejects.toThrow(
      'instructor_account_key',
    );
    expect(await dataSource.manager.count(PartnerRow)).toBe(0);
    expect(await seedDemo(dataSource, seed)).toBe(true);
  });

  it('publishes only well-formed questions whose quotes stand in the article, and a quiz of several types', async () => {
    await seedDemo(dataSource, seed);
    const [text] = await dataSource.manager.find(ArticleVersionRow);
    const versions = await dataSource.manager.find(QuestionVersionRow);
    const flaws = versions.flatMap(({ content }) => checkQuestion(content, text?.cleanText ?? ''));
    expect(flaws).toEqual([]);
    expect(await dataSource.manager.countBy(QuestionRow, { status: 'published' })).toBe(versions.length);

    const slots = await dataSource.manager.find(QuizSlotRow);
    const typeOf = new Map(versions.map(({ id, type }) => [id, type]));
    expect(slots).toHaveLength(DEMO_QUIZ.length);
    expect(new Set(slots.map((slot) => typeOf.get(slot.questionVersionId ?? ''))).size).toBeGreaterThan(2);
  });

  it('knows whether passwords fit, before and after they are changed', async () => {
    await seedDemo(dataSource, seed);
    expect(await accountsFit(dataSource, seed.accounts)).toBe(true);
    const renewed = inventAccounts();
    await changePasswords(dataSource, renewed, () => {});
    expect(await accountsFit(dataSource, seed.accounts)).toBe(false);
    expect(await accountsFit(dataSource, renewed)).toBe(true);
  });

  it('keeps the old passwords when the new ones cannot be written down', async () => {
    await seedDemo(dataSource, seed);
    const change = changePasswords(dataSource, inventAccounts(), () => {
      throw new Error('disk full');
    });
    await expect(change).rejects.toThrow('disk full');
    expect(await accountsFit(dataSource, seed.accounts)).toBe(true);
  });
});
