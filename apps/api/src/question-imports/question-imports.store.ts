import {
  type FindNearDuplicates,
  nearDuplicatesIn,
  questionFingerprint,
  QuestionVersionRow,
  searchColumns,
  storable,
} from '#database';
import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { isHeavy, type KnownQuestion, type PlannedRow } from './plan-import.js';

/** Whatever stands between words: the sought and the found lose all of it, and what is found is compared again. */
const BLANKS = '[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+';
const AT_ONCE = 500;
/** A question that was edited keeps the fingerprint that it began with, and another may say today what it said then. */
const OWN_FINGERPRINT = `
  case when exists (
    select from question o
    where o.article_version_id = r.article_version_id and o.fingerprint = r.fingerprint and o.id <> r.id
  ) then r.fingerprint || '/' || r.id else r.fingerprint end`;

export interface ImportPlace {
  readonly courseId: string;
  readonly instructorId: string;
}

@Injectable()
export class QuestionImportsStore {
  /** Until the transaction ends nobody else imports into this course. */
  async lockCourse(manager: EntityManager, courseId: string): Promise<void> {
    await manager.query('select from course where id = $1 for no key update', [courseId]);
  }

  /** Questions of the course with one of these external ids or stems, oldest first. With `hold` they stay as they are until the transaction ends. */
  findKnown(
    manager: EntityManager,
    courseId: string,
    sought: { externalIds: readonly string[]; stems: readonly string[] },
    { hold = false } = {},
  ): Promise<KnownQuestion[]> {
    return manager.query(
      `select q.id, q.external_id as "externalId", q.status, q.latest_version as "latestVersion", q.tags, q.difficulty,
              q.article_id as "articleId", coalesce(q.article_version_id, v.article_version_id) as "articleVersionId",
              v.difficulty::float8 as "guessedDifficulty", v.content
       from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
       where q.course_id = $1
         and (q.external_id = any($2::text[]) or regexp_replace(v.content->>'stem', $4, '', 'g') = any($3::text[]))
       order by q.id ${hold ? 'for no key update of q' : ''}`,
      [courseId, sought.externalIds, sought.stems.map((stem) => stem.replace(/\s+/g, '')), BLANKS],
    );
  }

  /** Articles of a course by their titles; of several with one title the newest. */
  async findArticles(
    manager: EntityManager,
    courseId: string,
    titles: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; title: string }[]>(
      `select id, btrim(title) as title from article where course_id = $1 and btrim(title) = any($2::text[]) order by id`,
      [courseId, titles],
    );
    return new Map(rows.map(({ id, title }) => [title, id]));
  }

  /** Looks for questions of the course that are much like another. */
  findNearDuplicates(manager: EntityManager, courseId: string): Promise<FindNearDuplicates> {
    return nearDuplicatesIn(manager, courseId);
  }

  /** Stores new questions as drafts, in the order of the file, and returns their ids. */
  async addQuestions(
    manager: EntityManager,
    { courseId, instructorId }: ImportPlace,
    planned: readonly PlannedRow[],
    now: Date,
  ): Promise<Map<PlannedRow, string>> {
    const ids = new Map(planned.map((row) => [row, uuidv7()]));
    const rows = planned.flatMap((row, index) => {
      const { content, proof } = row;
      if (!content) return [];
      return [
        {
          id: ids.get(row),
          article_id: proof?.articleId ?? null,
          article_version_id: proof?.articleVersionId ?? null,
          fingerprint: questionFingerprint(content),
          position: index + 1,
          ...filedBeside(row),
          ...foundBy(content),
        },
      ];
    });
    for (const some of portions(rows)) {
      await manager.query(
        `insert into question (id, course_id, article_id, article_version_id, fingerprint, position, tags, external_id,
                               difficulty, search_text, bigrams, status, latest_version, author_id, created_at)
         select id, $2, article_id, article_version_id, ${OWN_FINGERPRINT}, position, tags, external_id, difficulty,
                search_text, bigrams, 'draft', 1, $3, $4
         from jsonb_to_recordset($1::jsonb) as r (id uuid, article_id uuid, article_version_id uuid, fingerprint text,
              position integer, tags text[], external_id text, difficulty smallint, search_text text, bigrams text[])`,
        [JSON.stringify(storable(some)), courseId, instructorId, now],
      );
    }
    await this.addVersions(
      manager,
      planned.map((row) => versionOf(row, ids.get(row) ?? '', 1)),
      instructorId,
      now,
    );
    return ids;
  }

  /** New words make a new version; what asks something else or is right otherwise has to be accepted anew. What is filed beside them is just set. */
  async changeQuestions(
    manager: EntityManager,
    { instructorId }: ImportPlace,
    planned: readonly PlannedRow[],
    now: Date,
  ): Promise<void> {
    const rows = planned.flatMap((row) => (row.known ? [{ ...filedBeside(row), id: row.known.id }] : []));
    for (const some of portions(rows)) {
      await manager.query(
        `update question q set tags = r.tags, external_id = r.external_id, difficulty = r.difficulty
         from jsonb_to_recordset($1::jsonb) as r (id uuid, tags text[], external_id text, difficulty smallint)
         where q.id = r.id`,
        [JSON.stringify(storable(some))],
      );
    }
    for (const some of portions(planned.flatMap(editOf))) {
      await manager.query(
        `update question q
         set latest_version = r.version, author_id = $2, article_id = r.article_id,
             article_version_id = r.article_version_id, fingerprint = ${OWN_FINGERPRINT},
             search_text = r.search_text, bigrams = r.bigrams,
             reviewed_by = case when r.is_heavy then null else reviewed_by end,
             evidence_waiver = case when r.is_heavy then null else evidence_waiver end,
             status = case when r.is_heavy and status = 'published' then 'in_review' else status end,
             status_reason = case when r.is_heavy and status = 'published' then r.reason else status_reason end
         from jsonb_to_recordset($1::jsonb) as r (id uuid, version integer, is_heavy boolean, reason text, fingerprint text,
              article_id uuid, article_version_id uuid, search_text text, bigrams text[])
         where q.id = r.id`,
        [JSON.stringify(storable(some)), instructorId],
      );
    }
    const edited = planned.flatMap((row) =>
      row.known && row.content ? [versionOf(row, row.known.id, row.known.latestVersion + 1)] : [],
    );
    await this.addVersions(manager, edited, instructorId, now);
  }

  private async addVersions(
    manager: EntityManager,
    versions: readonly ImportedVersion[],
    createdBy: string,
    now: Date,
  ): Promise<void> {
    for (const some of portions(versions)) {
      const rows = some.map((version) => ({
        ...storable(version),
        id: uuidv7(),
        origin: 'person' as const,
        createdBy,
        createdAt: now,
      }));
      await manager.insert(QuestionVersionRow, rows);
    }
  }
}

function filedBeside({ details: { tags, externalId, difficulty } }: PlannedRow) {
  return { tags, external_id: externalId, difficulty };
}

function editOf({ known, content, edit, proof }: PlannedRow) {
  if (!known || !content) return [];
  const version = known.latestVersion + 1;
  return [
    {
      id: known.id,
      version,
      is_heavy: isHeavy(edit),
      reason: `第 ${version} 版（从文件导入）改了${edit === 'key' ? '答案' : '内容'}，要重新审批。`,
      fingerprint: questionFingerprint(content),
      article_id: proof?.articleId ?? known.articleId,
      article_version_id: proof?.articleVersionId ?? null,
      ...foundBy(content),
    },
  ];
}

function foundBy(content: Question): { search_text: string; bigrams: string[] } {
  const { searchText, bigrams } = searchColumns(content);
  return { search_text: searchText, bigrams };
}

type ImportedVersion = Pick<
  QuestionVersionRow,
  'questionId' | 'number' | 'type' | 'content' | 'articleVersionId' | 'difficulty' | 'edit' | 'editNote'
>;

function versionOf(
  { known, content, edit, proof }: PlannedRow,
  questionId: string,
  number: number,
): ImportedVersion {
  if (!content) throw new Error(`nothing to store of ${questionId}`);
  return {
    questionId,
    number,
    type: content.type,
    content,
    articleVersionId: proof?.articleVersionId ?? null,
    difficulty: known?.guessedDifficulty ?? null,
    edit,
    editNote: number === 1 ? null : '从文件导入',
  };
}

function portions<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, index) =>
    rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
