import { QuestionRow, type QuestionStatus } from '#database';
import type { Question } from '#question';
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
  readonly difficulty: number | null;
}

export interface QuestionFilter {
  readonly courseId?: string;
  readonly articleId?: string;
  readonly status?: QuestionStatus;
}

export interface QuestionPageFilter extends QuestionFilter {
  readonly page: number;
  readonly pageSize: number;
}

const FROM = `
  from question q
  join question_version v on v.question_id = q.id and v.number = q.latest_version
  join course c on c.id = q.course_id`;

const QUESTION = `
  select q.id, q.course_id as "courseId", q.article_id as "articleId", q.fact_id as "factId", q.status,
         q.status_reason as "statusReason", v.number as version, v.content,
         coalesce(q.article_version_id, v.article_version_id) as "articleVersionId", v.difficulty::float8 as difficulty ${FROM}`;

const FILTER = `
  where c.partner_id = $1
    and ($2::uuid is null or q.course_id = $2)
    and ($3::uuid is null or q.article_id = $3)
    and ($4::text is null or q.status = $4)`;

@Injectable()
export class QuestionsStore {
  findPage(
    manager: EntityManager,
    partnerId: string,
    { page, pageSize, ...filter }: QuestionPageFilter,
  ): Promise<QuestionRecord[]> {
    const offset = (page - 1) * pageSize;
    const order = 'order by q.created_at, q.generation_id, q.position, q.id limit $5 offset $6';
    return manager.query(`${QUESTION} ${FILTER} ${order}`, [...given(partnerId, filter), pageSize, offset]);
  }

  async count(manager: EntityManager, partnerId: string, filter: QuestionFilter): Promise<number> {
    const [row] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total ${FROM} ${FILTER}`,
      given(partnerId, filter),
    );
    return row?.total ?? 0;
  }

  async findQuestion(manager: EntityManager, partnerId: string, id: string): Promise<QuestionRecord | null> {
    const where = 'where c.partner_id = $1 and q.id = $2';
    const [question] = await manager.query<QuestionRecord[]>(`${QUESTION} ${where}`, [partnerId, id]);
    return question ?? null;
  }

  async lockQuestion(manager: EntityManager, partnerId: string, id: string): Promise<QuestionRecord | null> {
    const where = 'where c.partner_id = $1 and q.id = $2 for no key update of q';
    const [question] = await manager.query<QuestionRecord[]>(`${QUESTION} ${where}`, [partnerId, id]);
    return question ?? null;
  }

  async setStatus(
    manager: EntityManager,
    id: string,
    status: QuestionStatus,
    statusReason: string | null,
  ): Promise<void> {
    await manager.update(QuestionRow, id, { status, statusReason });
  }
}

function given(partnerId: string, { courseId, articleId, status }: QuestionFilter): unknown[] {
  return [partnerId, courseId ?? null, articleId ?? null, status ?? null];
}
