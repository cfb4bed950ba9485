import { CourseRow, InstructorRow, PartnerRow, searchColumns, TopicRow } from '#database';
import type { Question } from '#question';
import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { randomFrom, writeText } from './texts.js';

export const TEACHER = { account: 'bench-bank', password: 'a password of the bench' };
export const TAGS = ['期末', '重点', '易错', '安全', '计算', '选修', '案例', '实训'];

export interface SeededBank {
  readonly partnerId: string;
  readonly courseId: string;
  /** A topic with all below it: a quarter of the bank. */
  readonly topicId: string;
  readonly questionIds: readonly string[];
  readonly searchTexts: readonly string[];
}

const AT_ONCE = 1_000;

/** A bank of so many published, draft and retired questions in one course, with its texts indexed as the service does it. */
export async function seedBank(dataSource: DataSource, count: number): Promise<SeededBank> {
  const { manager } = dataSource;
  const [partnerId, instructorId, courseId] = [uuidv7(), uuidv7(), uuidv7()];
  const createdAt = new Date();
  await manager.insert(PartnerRow, { id: partnerId, name: '题库压测学院', createdAt });
  await manager.insert(InstructorRow, {
    id: instructorId,
    partnerId,
    account: TEACHER.account,
    passwordHash: await hash(TEACHER.password),
    name: '压测',
    role: 'instructor',
    createdAt,
  });
  await manager.insert(CourseRow, {
    id: courseId,
    partnerId,
    title: '题库',
    createdBy: instructorId,
    createdAt,
  });
  const tops = Array.from({ length: 4 }, (_, index) => topic(courseId, null, index));
  const below = tops.flatMap(({ id }) =>
    Array.from({ length: 10 }, (_, index) => topic(courseId, id, index)),
  );
  await manager.insert(TopicRow, [...tops, ...below]);
  const random = randomFrom(1);
  const questionIds: string[] = [];
  const searchTexts: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => {
      const number = from + index + 1;
      const content = write(number, random);
      const tags = TAGS.filter((_tag, place) => random() < 0.3 / (place + 1));
      const topicId = below[Math.floor(random() * below.length)]?.id;
      const status = random() < 0.7 ? 'published' : random() < 0.7 ? 'draft' : 'retired';
      const { searchText, bigrams } = searchColumns(content);
      const id = uuidv7();
      questionIds.push(id);
      searchTexts.push(searchText);
      return {
        id,
        version: uuidv7(),
        number,
        content,
        tags,
        topicId,
        status,
        searchText,
        bigrams,
        guess: random(),
      };
    });
    await manager.query(STORE, [JSON.stringify(rows), courseId, createdAt]);
  }
  await manager.query('vacuum analyze question');
  await manager.query('vacuum analyze question_version');
  return { partnerId, courseId, topicId: tops[0]?.id ?? '', questionIds, searchTexts };
}

function topic(courseId: string, parentId: string | null, index: number) {
  return { id: uuidv7(), courseId, parentId, name: `知识点 ${index + 1}`, position: index + 1 };
}

function write(number: number, random: () => number): Question {
  const { stem, options, explanation } = writeText(number, random);
  const shown = options.map((text, index) => ({ id: `o${index + 1}`, text }));
  const rest = { stem, explanation, evidence: [] };
  if (number % 5 === 0) return { type: 'tf', key: true, ...rest };
  if (number % 5 === 1) return { type: 'multi', options: shown, key: ['o1', 'o2'], ...rest };
  return { type: 'single', options: shown, key: 'o1', ...rest };
}

const STORE = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as r (
      id uuid, version uuid, number int, content jsonb, tags text[], "topicId" uuid, status text,
      "searchText" text, bigrams text[], guess numeric)
  ), stored as (
    insert into question (id, course_id, fingerprint, position, status, latest_version, topic_id, tags, search_text,
                          bigrams, created_at)
    select id, $2, id::text, 1, status, 1, "topicId", tags, "searchText", bigrams, $3::timestamptz + number * interval '1 second'
    from given
  )
  insert into question_version (id, question_id, number, type, content, difficulty, origin, created_at)
  select version, id, 1, content->>'type', content, guess, 'person', $3::timestamptz from given`;
