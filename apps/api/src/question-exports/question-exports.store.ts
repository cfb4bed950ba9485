import type { QuestionProvenance } from '#database';
import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QuestionExportQuery } from './question-exports.dto.js';

/** A question with its newest version and what is filed beside it. */
export interface ExportedQuestion {
  readonly id: string;
  readonly externalId: string | null;
  readonly tags: readonly string[];
  /** 1 to 5, as a person judged it. */
  readonly level: number | null;
  /** 0 to 1, as the writer guessed it. */
  readonly difficulty: number | null;
  readonly content: Question;
  readonly origin: 'rule' | 'llm' | 'person';
  readonly provenance: QuestionProvenance | null;
  readonly articleTitle: string | null;
  readonly articleVersionId: string | null;
}

type Filter = Omit<QuestionExportQuery, 'format' | 'page' | 'pageSize'>;

const FROM = `
  from question q
  join question_version v on v.question_id = q.id and v.number = q.latest_version
  join course c on c.id = q.course_id
  left join article a on a.id = q.article_id
  where c.partner_id = $1 and q.course_id = $2
    and ($3::text is null or q.status = $3)
    and ($4::text is null or v.type = $4)
    and ($5::uuid is null or q.article_id = $5)
    and ($6::text is null or q.tags @> array[$6::text])
    and ($7::uuid[] is null or q.id = any($7))`;

@Injectable()
export class QuestionExportsStore {
  async findCourseTitle(manager: EntityManager, partnerId: string, courseId: string): Promise<string | null> {
    const [course] = await manager.query<{ title: string }[]>(
      'select title from course where partner_id = $1 and id = $2',
      [partnerId, courseId],
    );
    return course?.title ?? null;
  }

  async count(manager: EntityManager, partnerId: string, courseId: string, filter: Filter): Promise<number> {
    const [row] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total ${FROM}`,
      given(partnerId, courseId, filter),
    );
    return row?.total ?? 0;
  }

  /** In the order of the bank. */
  findPage(
    manager: EntityManager,
    partnerId: string,
    courseId: string,
    { page, pageSize, ...filter }: QuestionExportQuery,
  ): Promise<ExportedQuestion[]> {
    return manager.query(
      `select q.id, q.external_id as "externalId", q.tags, q.difficulty as level, v.difficulty::float8 as difficulty,
              v.content, v.origin, v.provenance, a.title as "articleTitle",
              coalesce(q.article_version_id, v.article_version_id) as "articleVersionId" ${FROM}
       order by q.created_at, q.generation_id, q.position, q.id limit $8 offset $9`,
      [...given(partnerId, courseId, filter), pageSize, (page - 1) * pageSize],
    );
  }

  /** How many bytes the clean texts of these versions have together. For versions that the caller came to through its own questions. */
  async measureTexts(manager: EntityManager, versionIds: readonly string[]): Promise<number> {
    const [row] = await manager.query<{ bytes: number }[]>(
      `select coalesce(sum(octet_length(clean_text)), 0)::float8 as bytes from article_version where id = any($1::uuid[])`,
      [versionIds],
    );
    return row?.bytes ?? 0;
  }

  async findTexts(manager: EntityManager, versionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; cleanText: string }[]>(
      `select id, clean_text as "cleanText" from article_version
       where id = any($1::uuid[]) and clean_text is not null order by id`,
      [versionIds],
    );
    return new Map(rows.map(({ id, cleanText }) => [id, cleanText]));
  }
}

function given(
  partnerId: string,
  courseId: string,
  { status, type, articleId, tag, ids }: Filter,
): unknown[] {
  return [partnerId, courseId, status ?? null, type ?? null, articleId ?? null, tag ?? null, ids ?? null];
}
