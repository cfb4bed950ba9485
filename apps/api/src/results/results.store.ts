import { activeRulings, type ClosedBy, type Run, runOn, type RulingRecord, type Statement } from '#database';
import type { Response } from '#question';
import type { MarkingRule } from '#scoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ScoreChangeRecord } from '../score-changes/score-changes.view.js';

/** An attempt as its result shows it; from `submittedAt` on, all is null while it runs. */
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
  readonly passed: boolean | null;
  readonly slots: readonly MarkedSlotRecord[] | null;
  /** The regrades that speak of its questions; null when there are none. */
  readonly rulings: readonly RulingRecord[] | null;
  /** What changed its score after the closing, oldest first; null when nothing did. */
  readonly changes: readonly ScoreChangeRecord[] | null;
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
           a.submitted_at as "submittedAt", a.closed_by as "closedBy", a.score::float8 as score, a.passed,
           ${activeRulings('a.quiz_id', 'a.question_version_ids')} as rulings,
           (select json_agg(json_build_object('cause', e.cause, 'slot', e.slot, 'reason', e.reason,
                              'before', e.before::float8, 'after', e.after::float8, 'maxBefore', e.max_before::float8,
                              'maxAfter', e.max_after::float8, 'passedBefore', e.passed_before,
                              'passedAfter', e.passed_after, 'happenedAt', e.happened_at) order by e.number)
            from score_event e where e.learner_id = $1 and e.attempt_id = $2 and e.number > 1) as changes,
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
