import { type QuestionOrigin, QuestionRow, type QuestionStatus } from '#database';
import { bigramsOf, type Question, type QuestionType, searchWords } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A question with its newest version. */
export interface QuestionRecord {
  readonly id: string;
  readonly courseId: string;
  readonly articleId: string | null;
  readonly factId: string | null;
  readonly status: QuestionStatus;
  readonly statusReason: string | null;
  readonly version: number;
  readonly content: Question;
  readonly articleVersionId: string | null;
  readonly topicId: string | null;
  readonly tags: readonly string[];
  readonly externalId: string | null;
  readonly difficulty: number | null;
  readonly estimatedDifficulty: number | null;
  readonly origin: QuestionOrigin;
  readonly authorId: string | null;
  readonly reviewedBy: string | null;
  readonly evidenceWaiver: string | null;
  readonly createdAt: Date;
}

export interface QuestionFilter {
  readonly courseId?: string;
  readonly articleId?: string;
  readonly status?: QuestionStatus;
  readonly q?: string;
  readonly tags?: readonly string[];
  readonly topicId?: string;
  readonly type?: QuestionType;
  readonly difficultyFrom?: number;
  readonly difficultyTo?: number;
  readonly origin?: QuestionOrigin;
  readonly authorId?: string;
  readonly externalId?: string;
  readonly sort: 'created' | '-created' | 'difficulty' | '-difficulty';
  readonly page: number;
  readonly pageSize: number;
}

const NEWEST = 'join question_version v on v.question_id = q.id and v.number = q.latest_version';

const QUESTION = `
  select q.id, q.course_id as "courseId", q.article_id as "articleId", q.fact_id as "factId", q.status,
         q.status_reason as "statusReason", v.number as version, v.content,
         coalesce(q.article_version_id, v.article_version_id) as "articleVersionId",
         q.topic_id as "topicId", q.tags, q.external_id as "externalId", q.difficulty,
         v.difficulty::float8 as "estimatedDifficulty", v.origin, q.author_id as "authorId",
         q.reviewed_by as "reviewedBy", q.evidence_waiver as "evidenceWaiver", q.created_at as "createdAt"
  from question q ${NEWEST}`;

const OF_PARTNER = 'q.course_id in (select id from course where partner_id = $1)';

/** 1 easy to 5 hard: what a person judged, else what the writer guessed; null, which `least` overlooks, when neither did. */
const LEVEL =
  'coalesce(q.difficulty, case when v.difficulty is not null then least(5, 1 + floor(v.difficulty::float8 * 5)::int) end)';

const ORDERS = {
  created: 'created_at, generation_id, position, id',
  '-created': 'created_at desc, generation_id desc, position desc, id desc',
  difficulty: 'level, id',
  '-difficulty': 'level desc nulls last, id',
} as const satisfies Record<QuestionFilter['sort'], string>;

@Injectable()
export class QuestionsStore {
  /** How many questions fit, and those of one page. Asked inside a transaction. */
  async findPage(
    manager: EntityManager,
    partnerId: string,
    filter: QuestionFilter,
  ): Promise<{ total: number; questions: QuestionRecord[] }> {
    const { from, where, values } = conditions(partnerId, filter);
    // Postgres does not count what it costs to unpack the pairs of every row, and would rather read the whole bank.
    if (where.includes('q.bigrams')) await manager.query('set local cpu_operator_cost = 0.05');
    const order = ORDERS[filter.sort];
    const level = from.includes('question_version') ? LEVEL : 'null';
    const place = `limit $${values.length + 1} offset $${values.length + 2}`;
    const [found] = await manager.query<[{ total: number; ids: string[] | null }]>(
      `with found as materialized (
         select q.id, q.created_at, q.generation_id, q.position, ${level} as level from ${from} where ${where}
       ),
       page as (select * from found order by ${order} ${place})
       select (select count(*)::int from found) as total, (select array_agg(id order by ${order}) from page) as ids`,
      [...values, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    if (!found.ids) return { total: found.total, questions: [] };
    const questions = await manager.query<QuestionRecord[]>(
      `${QUESTION} where q.id = any($1::uuid[]) order by array_position($1::uuid[], q.id)`,
      [found.ids],
    );
    return { total: found.total, questions };
  }

  async findQuestion(manager: EntityManager, partnerId: string, id: string): Promise<QuestionRecord | null> {
    const where = `where ${OF_PARTNER} and q.id = $2`;
    const [question] = await manager.query<QuestionRecord[]>(`${QUESTION} ${where}`, [partnerId, id]);
    return question ?? null;
  }

  /** Those that exist and are the partner's, held until the transaction ends. */
  lockQuestions(
    manager: EntityManager,
    partnerId: string,
    ids: readonly string[],
  ): Promise<QuestionRecord[]> {
    const where = `where ${OF_PARTNER} and q.id = any($2::uuid[]) order by q.id for no key update of q`;
    return manager.query(`${QUESTION} ${where}`, [partnerId, ids]);
  }

  async change(manager: EntityManager, id: string, change: Partial<QuestionRow>): Promise<void> {
    await manager.update(QuestionRow, id, change);
  }
}

/** Only what was asked for, so that Postgres plans for that. */
function conditions(
  partnerId: string,
  filter: QuestionFilter,
): { from: string; where: string; values: unknown[] } {
  const values: unknown[] = [partnerId];
  const parts = [OF_PARTNER];
  const given = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    parts.push(condition(`$${values.length}`));
  };
  const { type, origin, difficultyFrom, difficultyTo, tags, sort } = filter;
  given(filter.courseId, (id) => `q.course_id = ${id}`);
  given(filter.articleId, (id) => `q.article_id = ${id}`);
  given(filter.status, (status) => `q.status = ${status}`);
  given(filter.authorId, (id) => `q.author_id = ${id}`);
  given(filter.externalId, (id) => `q.external_id = ${id}`);
  given(tags?.length ? tags : null, (all) => `q.tags @> ${all}::text[]`);
  given(filter.topicId, (id) => `q.topic_id in (${topicsUnder(id)})`);
  const words = searchWords(filter.q ?? '');
  const pairs = [...new Set(words.flatMap(bigramsOf))];
  given(pairs.length ? pairs : null, (all) => `q.bigrams @> ${all}::text[]`);
  // The pairs of a word may stand apart; two characters are their own pair.
  for (const word of words.filter((one) => Array.from(one).length !== 2)) {
    given(word, (text) => `strpos(q.search_text, ${text}) > 0`);
  }
  const ofVersion = parts.length;
  given(type, (name) => `v.type = ${name}`);
  given(origin, (name) => `v.origin = ${name}`);
  given(difficultyFrom, (least) => `${LEVEL} >= ${least}`);
  given(difficultyTo, (most) => `${LEVEL} <= ${most}`);
  const needsVersion = parts.length > ofVersion || sort.endsWith('difficulty');
  return { from: `question q ${needsVersion ? NEWEST : ''}`, where: parts.join(' and '), values };
}

function topicsUnder(id: string): string {
  return `with recursive under as (
    select id from topic where id = ${id} union all select t.id from topic t join under u on t.parent_id = u.id
  ) select id from under`;
}
