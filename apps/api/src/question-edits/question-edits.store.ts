import {
  nearDuplicatesIn,
  type NearDuplicate,
  questionFingerprint,
  type QuestionOrigin,
  QuestionRow,
  QuestionVersionRow,
  searchColumns,
} from '#database';
import type { Question, QuestionEdit } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface VersionRecord {
  readonly version: number;
  readonly edit: QuestionEdit | null;
  readonly note: string | null;
  readonly origin: QuestionOrigin;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly content: Question;
}

type NewRow = Pick<
  QuestionRow,
  | 'courseId'
  | 'articleId'
  | 'articleVersionId'
  | 'topicId'
  | 'tags'
  | 'difficulty'
  | 'externalId'
  | 'authorId'
>;

@Injectable()
export class QuestionEditsStore {
  async addQuestion(manager: EntityManager, row: NewRow, content: Question, now: Date): Promise<string> {
    const id = uuidv7();
    await manager.insert(QuestionRow, {
      ...row,
      id,
      fingerprint: questionFingerprint(content),
      position: 1,
      status: 'draft',
      latestVersion: 1,
      ...searchColumns(content),
      createdAt: now,
    });
    await manager.insert(QuestionVersionRow, {
      id: uuidv7(),
      questionId: id,
      number: 1,
      type: content.type,
      content,
      articleVersionId: row.articleVersionId,
      origin: 'person',
      createdBy: row.authorId,
      createdAt: now,
    });
    return id;
  }

  async addVersion(
    manager: EntityManager,
    row: Pick<
      QuestionVersionRow,
      | 'questionId'
      | 'number'
      | 'content'
      | 'articleVersionId'
      | 'difficulty'
      | 'edit'
      | 'editNote'
      | 'createdBy'
    >,
    now: Date,
  ): Promise<void> {
    const { type } = row.content;
    await manager.insert(QuestionVersionRow, {
      ...row,
      id: uuidv7(),
      type,
      origin: 'person',
      createdAt: now,
    });
  }

  /** Of a question that is the asker's, the newest first. */
  findVersions(
    manager: EntityManager,
    questionId: string,
    versions: readonly number[] | null = null,
  ): Promise<VersionRecord[]> {
    return manager.query(
      `select v.number as version, v.edit, v.edit_note as note, v.origin, v.created_by as "createdBy",
              i.name as "createdByName", v.created_at as "createdAt", v.content
       from question_version v left join instructor i on i.id = v.created_by
       where v.question_id = $1 and ($2::int[] is null or v.number = any($2)) order by v.number desc`,
      [questionId, versions],
    );
  }

  async findDuplicates(
    manager: EntityManager,
    courseId: string,
    content: Question,
    besides: readonly string[],
  ): Promise<NearDuplicate[]> {
    return (await nearDuplicatesIn(manager, courseId))(content, besides);
  }

  /** Published quizzes whose attempts may have been given a version before this one. */
  async findQuizzesBefore(manager: EntityManager, questionId: string, version: number): Promise<string[]> {
    const rows = await manager.query<{ quizId: string }[]>(
      `select distinct z.quiz_id as "quizId" from question_version v
       join lateral (
         select quiz_version_id from quiz_slot where question_id = v.question_id and question_version_id = v.id
         union all select quiz_version_id from quiz_pool where question_version_id = v.id
       ) u on true
       join quiz_version z on z.id = u.quiz_version_id and z.published_at is not null
       where v.question_id = $1 and v.number < $2 order by 1`,
      [questionId, version],
    );
    return rows.map(({ quizId }) => quizId);
  }

  /** Before a question is written into an article, so that no comparison of its versions overlooks it. */
  async lockArticle(manager: EntityManager, articleId: string): Promise<void> {
    await manager.query('select from article where id = $1 for no key update', [articleId]);
  }
}
