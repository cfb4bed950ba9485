import {
  activeRulings,
  type AttemptState,
  type ClosedBy,
  type RulingRecord,
  type ScoreCause,
} from '#database';
import type { Question, Response } from '#question';
import type { AwardedPoint, MarkingPolicy, MarkingRule } from '#scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AttemptRecord {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly nickname: string | null;
  readonly quizId: string;
  readonly quizTitle: string;
  readonly quizVersion: number;
  readonly shuffleOptions: boolean;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly passMark: number | null;
  readonly number: number;
  readonly seed: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly score: number | null;
  readonly maxScore: number;
  readonly passed: boolean | null;
  readonly rulings: readonly RulingRecord[] | null;
  readonly slots: readonly SlotRecord[];
  readonly ledger: readonly LedgerRecord[] | null;
}

export interface SlotRecord {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
  /** By the events. */
  readonly response: Response | null;
  readonly answeredAt: string | null;
  /** As the closing stored it; null while it runs, or when it is missing. */
  readonly stored: StoredSlot | null;
  readonly marks: readonly MarkRecord[] | null;
}

export interface StoredSlot {
  readonly response: Response | null;
  readonly fraction: number | null;
  readonly score: number | null;
  readonly rule: MarkingRule;
}

export interface MarkRecord {
  readonly fraction: number;
  readonly awarded: readonly AwardedPoint[] | null;
  readonly comment: string;
  readonly markedBy: string;
  readonly markedAt: string;
}

export interface LedgerRecord {
  readonly number: number;
  readonly cause: ScoreCause;
  readonly slot: number | null;
  readonly reason: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly maxBefore: number | null;
  readonly maxAfter: number | null;
  readonly passedBefore: boolean | null;
  readonly passedAfter: boolean | null;
  readonly happenedAt: string;
}

export interface VersionRecord {
  readonly id: string;
  readonly questionId: string;
  readonly number: number;
  readonly content: Question;
}

/** Responses come from the events alone: the newest sequence of each slot. */
const ATTEMPT = `
  select a.id as "attemptId", a.learner_id as "learnerId", l.nickname, a.quiz_id as "quizId", v.title as "quizTitle",
         v.number as "quizVersion", v.shuffle_options as "shuffleOptions", v.marking, v.pass_mark::float8 as "passMark",
         a.number, a.seed, a.state, a.started_at as "startedAt", a.due_at as "dueAt", a.submitted_at as "submittedAt",
         a.closed_by as "closedBy", a.score::float8 as score, a.max_score::float8 as "maxScore", a.passed,
         ${activeRulings('a.quiz_id', 'a.question_version_ids')} as rulings,
         (select json_agg(json_build_object(
                   'slot', n, 'questionVersionId', a.question_version_ids[n], 'points', a.points[n]::float8,
                   'response', e.response, 'answeredAt', e.happened_at,
                   'stored', case when s.slot is not null then
                     json_build_object('response', s.response, 'fraction', s.fraction::float8, 'score', s.score::float8,
                                       'rule', s.rule) end,
                   'marks', (select json_agg(json_build_object('fraction', m.fraction::float8, 'awarded', m.awarded,
                                       'comment', m.comment, 'markedBy', i.name, 'markedAt', m.marked_at)
                                     order by m.number)
                             from person_mark m join instructor i on i.id = m.marked_by
                             where m.learner_id = a.learner_id and m.attempt_id = a.id and m.slot = n)) order by n)
          from generate_subscripts(a.question_version_ids, 1) n
          left join lateral (
            select * from attempt_event e
            where e.learner_id = a.learner_id and e.attempt_id = a.id and e.slot = n and e.kind in ('answered', 'late')
            order by e.sequence desc limit 1
          ) e on true
          left join attempt_slot s on s.learner_id = a.learner_id and s.attempt_id = a.id and s.slot = n) as slots,
         (select json_agg(json_build_object('number', e.number, 'cause', e.cause, 'slot', e.slot, 'reason', e.reason,
                            'before', e.before::float8, 'after', e.after::float8, 'maxBefore', e.max_before::float8,
                            'maxAfter', e.max_after::float8, 'passedBefore', e.passed_before,
                            'passedAfter', e.passed_after, 'happenedAt', e.happened_at) order by e.number)
          from score_event e where e.learner_id = a.learner_id and e.attempt_id = a.id) as ledger
  from attempt a
  join quiz_version v on v.id = a.quiz_version_id
  join quiz q on q.id = a.quiz_id
  join course c on c.id = q.course_id
  join learner l on l.id = a.learner_id
  where c.partner_id = $1 and a.learner_id = $2 and a.id = $3`;

@Injectable()
export class StaffAttemptsStore {
  async find(
    manager: EntityManager,
    partnerId: string,
    learnerId: string,
    attemptId: string,
  ): Promise<AttemptRecord | null> {
    const [attempt] = await manager.query<AttemptRecord[]>(ATTEMPT, [partnerId, learnerId, attemptId]);
    return attempt ?? null;
  }

  async findVersions(manager: EntityManager, ids: readonly string[]): Promise<Map<string, VersionRecord>> {
    const rows = await manager.query<VersionRecord[]>(
      'select id, question_id as "questionId", number, content from question_version where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
