import { activeRulings, type RulingRecord } from '#database';
import type { Response } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface ExportedAttempt {
  readonly learnerId: string;
  readonly number: number;
  readonly submittedAt: Date;
  readonly rulings: readonly RulingRecord[] | null;
  readonly slots: readonly ExportedSlot[];
}

export interface ExportedSlot {
  readonly slot: number;
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly version: number;
  readonly points: number;
  readonly response: Response | null;
  readonly answeredAt: string | null;
  readonly score: number | null;
  readonly rule: string;
}

@Injectable()
export class ResultsExportStore {
  /** The submitted attempts of these learners, with what is in every slot. */
  findAttempts(
    manager: EntityManager,
    quizId: string,
    learnerIds: readonly string[],
  ): Promise<ExportedAttempt[]> {
    return manager.query(
      `select a.learner_id as "learnerId", a.number, a.submitted_at as "submittedAt",
              ${activeRulings('a.quiz_id', 'a.question_version_ids')} as rulings,
              (select json_agg(json_build_object('slot', s.slot, 'questionId', w.question_id, 'version', w.number,
                                 'questionVersionId', w.id, 'points', s.points::float8, 'response', s.response,
                                 'answeredAt', s.answered_at, 'score', s.score::float8, 'rule', s.rule) order by s.slot)
               from attempt_slot s join question_version w on w.id = s.question_version_id
               where s.learner_id = a.learner_id and s.attempt_id = a.id) as slots
       from attempt a
       where a.learner_id = any($1::uuid[]) and a.quiz_id = $2 and a.state = 'submitted'
       order by a.learner_id, a.number`,
      [learnerIds, quizId],
    );
  }
}
