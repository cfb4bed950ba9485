import type { ClosedBy } from '#database';
import type { Question, Response } from '#question';
import type { MarkingRule } from '#scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An attempt as its result shows it; the last three are null while it runs. */
export interface ResultRecord {
  readonly id: string;
  readonly quizId: string;
  readonly quizTitle: string;
  readonly number: number;
  readonly maxScore: number;
  readonly submittedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly score: number | null;
}

export interface MarkedSlotRecord {
  readonly slot: number;
  readonly points: number;
  readonly score: number;
  readonly fraction: number;
  readonly rule: MarkingRule;
  readonly content: Question;
  readonly optionOrder: readonly string[];
  readonly response: Response | null;
  readonly articleVersionId: string | null;
}

export interface SourceText {
  readonly articleVersionId: string;
  readonly title: string;
  readonly cleanText: string | null;
}

@Injectable()
export class ResultsStore {
  async findResult(
    manager: EntityManager,
    learnerId: string,
    attemptId: string,
  ): Promise<ResultRecord | null> {
    const [result] = await manager.query<ResultRecord[]>(
      `select a.id, a.quiz_id as "quizId", v.title as "quizTitle", a.number, a.max_score::float8 as "maxScore",
              a.submitted_at as "submittedAt", a.closed_by as "closedBy", a.score::float8 as score
       from attempt a join quiz_version v on v.id = a.quiz_version_id
       where a.learner_id = $1 and a.id = $2`,
      [learnerId, attemptId],
    );
    return result ?? null;
  }

  findMarkedSlots(manager: EntityManager, learnerId: string, attemptId: string): Promise<MarkedSlotRecord[]> {
    return manager.query(
      `select s.slot, s.points::float8 as points, s.score::float8 as score, s.fraction::float8 as fraction,
              s.rule, v.content, s.option_order as "optionOrder", s.response,
              v.article_version_id as "articleVersionId"
       from attempt_slot s join question_version v on v.id = s.question_version_id
       where s.learner_id = $1 and s.attempt_id = $2 order by s.slot`,
      [learnerId, attemptId],
    );
  }

  findSources(manager: EntityManager, articleVersionIds: readonly string[]): Promise<SourceText[]> {
    return manager.query(
      `select v.id as "articleVersionId", a.title, v.clean_text as "cleanText"
       from article_version v join article a on a.id = v.article_id where v.id = any($1::uuid[])`,
      [articleVersionIds],
    );
  }
}
