import type { ArticleVersionRow, FactChangeRow, QuestionChangeRow, QuestionStatus } from '#database';
import type { Fact, QuestionType } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type ComparedVersionRecord = Pick<
  ArticleVersionRow,
  'id' | 'number' | 'comparedAt' | 'comparisonError'
>;

export interface FactChangeRecord extends Pick<
  FactChangeRow,
  'factId' | 'state' | 'what' | 'quotes' | 'carriedFactId'
> {
  readonly sinceVersion: number;
  readonly content: Fact;
}

export interface QuestionChangeRecord extends Pick<
  QuestionChangeRow,
  'factId' | 'state' | 'quotes' | 'reopened'
> {
  readonly id: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly status: QuestionStatus;
  readonly statusReason: string | null;
}

export interface AffectedQuizRecord {
  readonly questionId: string;
  readonly id: string;
  readonly title: string;
  readonly published: boolean;
}

/** The caller has made sure that the article is the asker's. */
@Injectable()
export class StaleMapStore {
  async findVersion(
    manager: EntityManager,
    articleId: string,
    number: number,
  ): Promise<ComparedVersionRecord | null> {
    const [version] = await manager.query<ComparedVersionRecord[]>(
      `select id, number, compared_at as "comparedAt", comparison_error as "comparisonError"
       from article_version where article_id = $1 and number = $2`,
      [articleId, number],
    );
    return version ?? null;
  }

  /** In reading order of the older versions. */
  findFactChanges(manager: EntityManager, versionId: string): Promise<FactChangeRecord[]> {
    return manager.query(
      `select c.fact_id as "factId", c.state, c.what, c.quotes, c.carried_fact_id as "carriedFactId",
              v.number as "sinceVersion", f.content
       from fact_change c join fact f on f.id = c.fact_id join article_version v on v.id = f.article_version_id
       where c.article_version_id = $1
       order by v.number desc, (f.content #>> '{evidence,0,start}')::int, f.position, f.id`,
      [versionId],
    );
  }

  findQuestionChanges(manager: EntityManager, versionId: string): Promise<QuestionChangeRecord[]> {
    return manager.query(
      `select q.id, c.fact_id as "factId", c.state, c.quotes, c.reopened, q.status,
              q.status_reason as "statusReason", w.type, w.content ->> 'stem' as stem
       from question_change c
       join question q on q.id = c.question_id
       join question_version w on w.question_id = q.id and w.number = q.latest_version
       where c.article_version_id = $1
       order by q.created_at, q.generation_id, q.position, q.id`,
      [versionId],
    );
  }

  /** Quizzes whose newest version has one of these questions. */
  findQuizzes(manager: EntityManager, questionIds: readonly string[]): Promise<AffectedQuizRecord[]> {
    return manager.query(
      `select s.question_id as "questionId", v.quiz_id as id, v.title, v.published_at is not null as published
       from quiz_slot s join quiz_version v on v.id = s.quiz_version_id
       where s.question_id = any($1::uuid[])
         and v.number = (select max(number) from quiz_version where quiz_id = v.quiz_id)
       order by v.quiz_id`,
      [questionIds],
    );
  }
}
