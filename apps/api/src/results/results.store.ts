import { type ClosedBy, type Run, runOn, type Statement } from '#database';
import type { Response } from '#question';
import type { MarkingRule } from '#scoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** An attempt as its result shows it; the last four are null while it runs. */
export interface ResultRecord {
  readonly id: string;
  readonly quizId: string;
  readonly quizVersionId: string;
  readonly quizTitle: string;
  readonly number: number;
  readonly seed: number;
  readonly maxScore: number;
  readonly submittedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly score: number | null;
  readonly slots: readonly MarkedSlotRecord[] | null;
}

export interface MarkedSlotRecord {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
  /** Null while a person has to mark it. */
  readonly score: number | null;
  readonly fraction: number | null;
  readonly rule: MarkingRule;
  readonly response: Response | null;
}

const FIND_RESULT: Statement = {
  name: 'attempt-result',
  text: `
    select a.id, a.quiz_id as "quizId", a.quiz_version_id as "quizVersionId", v.title as "quizTitle", a.number, a.seed, a.max_score::float8 as "maxScore",
           a.submitted_at as "submittedAt", a.closed_by as "closedBy", a.score::float8 as score,
           (select json_agg(json_build_object('slot', s.slot, 'questionVersionId', s.question_version_id,
                              'points', s.points::float8, 'score', s.score::float8, 'fraction', s.fraction::float8,
                              'rule', s.rule, 'response', s.response) order by s.slot)
            from attempt_slot s where s.learner_id = $1 and s.attempt_id = $2) as slots
    from attempt a join quiz_version v on v.id = a.quiz_version_id
    where a.learner_id = $1 and a.id = $2`,
};

@Injectable()
export class ResultsStore {
  private readonly run: Run;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
  }

  async findResult(learnerId: string, attemptId: string): Promise<ResultRecord | null> {
    const [result] = await this.run<ResultRecord>(FIND_RESULT, [learnerId, attemptId]);
    return result ?? null;
  }
}
