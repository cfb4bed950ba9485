import { likeness, NEAR_DUPLICATE, type Question } from '#question';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource } from '../src/data-source.js';
import { CourseRow } from '../src/entities/course.js';
import { InstructorRow } from '../src/entities/instructor.js';
import { PartnerRow } from '../src/entities/partner.js';
import { QuestionRow, QuestionVersionRow } from '../src/entities/question.js';
import { nearDuplicatesIn } from '../src/near-duplicates.js';
import { searchColumns } from '../src/question-search.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

let database: TestDatabase;
let dataSource: DataSource;
const [partnerId, instructorId, courseId] = [uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  const { manager } = dataSource;
  const createdAt = new Date();
  const person = { account: 'a', passwordHash: '-', name: '王老师', role: 'instructor' as const };
  await manager.insert(PartnerRow, { id: partnerId, name: '学院', createdAt });
  await manager.insert(InstructorRow, { id: instructorId, partnerId, ...person, createdAt });
  await manager.insert(CourseRow, {
    id: courseId,
    partnerId,
    title: '课程',
    createdBy: instructorId,
    createdAt,
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const WHO = ['学院', '平台', '大会', '车间', '实验室'];
const WHAT = ['成立', '上线', '召开', '投产', '改造'];
const ASKED = ['于哪一年', '于哪一年的几月', '一共花了多少年', '的时间是哪一年'];

/** Many that are alike, many that are not, the same on every run. */
const QUESTIONS: Question[] = Array.from({ length: 400 }, (_, index) => {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? '';
  const stem = `${pick(WHO, 1)}${index % 7 === 0 ? '正式' : ''}${pick(WHAT, 5)}${pick(ASKED, 25)}？`;
  const [base, key] = [1990 + (index % 11), index % 3];
  const options = [0, 1, 2].map((option) => ({ id: `o${option}`, text: `${base + option}年` }));
  const rest = { explanation: `解析${index}`, evidence: [] };
  return index % 4 === 0
    ? { type: 'tf', stem: stem.replace('？', '。'), key: true, ...rest }
    : { type: 'single', stem, options, key: `o${key}`, ...rest };
});

describe('near duplicates', () => {
  it('are found by the index exactly as by comparing each with each', async () => {
    const { manager } = dataSource;
    const stored = QUESTIONS.map((content) => ({ id: uuidv7(), content }));
    for (const [position, { id, content }] of stored.entries()) {
      const state = { status: 'draft', latestVersion: 1, fingerprint: id, position } as const;
      const createdAt = new Date();
      await manager.insert(QuestionRow, { id, courseId, ...state, ...searchColumns(content), createdAt });
      const version = { type: content.type, content, origin: 'person', createdAt } as const;
      await manager.insert(QuestionVersionRow, { id: uuidv7(), questionId: id, number: 1, ...version });
    }
    const compare = async () => {
      const find = await nearDuplicatesIn(manager, courseId);
      for (const { id, content } of stored.filter((_, index) => index % 5 === 0)) {
        const expected = stored.filter(
          (other) => other.id !== id && likeness(content, other.content) >= NEAR_DUPLICATE,
        );
        const found = await find(content, [id]);
        expect(found).toHaveLength(Math.min(20, expected.length));
        const near = new Set(expected.map((other) => other.id));
        expect(found.filter((other) => !near.has(other.id))).toEqual([]);
      }
    };
    await compare();
    // And again when Postgres knows which pairs are frequent.
    await manager.query('analyze question');
    await compare();
  });

  it('are none in another course', async () => {
    const find = await nearDuplicatesIn(dataSource.manager, uuidv7());
    expect(await find(QUESTIONS[0] as Question, [])).toEqual([]);
  });
});
