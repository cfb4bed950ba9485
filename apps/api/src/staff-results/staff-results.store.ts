import type { AttemptState, ClosedBy, CountingAttempt } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScoreChangeRecord } from '../score-changes/score-changes.view.js';

export interface ResultPolicy {
  /** Null: nothing is published yet. */
  readonly counting: CountingAttempt | null;
  readonly passMark: number | null;
}

export interface LearnerRecord {
  readonly learnerId: string;
  readonly nickname: string | null;
  readonly attempts: number;
  readonly running: boolean;
  readonly passed: boolean | null;
  readonly lastSubmittedAt: Date | null;
  /** The submitted ones. */
  readonly scores: readonly ScoreRecord[] | null;
  /** Of all that were found, on every page. */
  readonly total: number;
}

export interface ScoreRecord {
  readonly number: number;
  readonly score: number;
  readonly maxScore: number;
  readonly openPoints: number;
}

export interface LearnerAttemptRecord {
  readonly attemptId: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly score: number | null;
  readonly maxScore: number;
  readonly openPoints: number;
  readonly passed: boolean | null;
  readonly changes: readonly ScoreChangeRecord[] | null;
}

export interface ResultFilter {
  readonly q: string | null;
  readonly passed: 'yes' | 'no' | 'open' | null;
  readonly state: 'in_progress' | 'submitted' | 'to_mark' | null;
  readonly sort: 'name' | 'score' | 'submitted';
  readonly learnerId: string | null;
}

/**
 * One row a learner, by the attempt that counts ($2), as `countingScore` of #scoring has it: by share, of equals the first,
 * attempts without points left out. Whether one passed is unknown (null) while open marking may decide it.
 */
const LEARNERS = `
  with unmarked as (
    select learner_id, attempt_id, sum(points) as points from attempt_slot where fraction is null
    group by learner_id, attempt_id
  ), tries as (
    select a.learner_id, a.number, a.state, a.submitted_at, a.score, a.max_score, a.passed,
           coalesce(o.points, 0) as open_points, a.state = 'submitted' and a.max_score > 0 as counts,
           a.score / nullif(a.max_score, 0) as share, (a.score + coalesce(o.points, 0)) / nullif(a.max_score, 0) as most
    from attempt a left join unmarked o on o.learner_id = a.learner_id and o.attempt_id = a.id
    where a.quiz_id = $1 and ($4::uuid is null or a.learner_id = $4)
  ), grouped as (
    select learner_id, count(*)::int as attempts, bool_or(state = 'in_progress') as running,
           bool_or(state = 'submitted') as submitted, max(submitted_at) as last_submitted_at,
           sum(open_points) as open_points,
           json_agg(json_build_object('number', number, 'score', score::float8, 'maxScore', max_score::float8,
                      'openPoints', open_points::float8)) filter (where state = 'submitted') as scores,
           array_agg(share order by number) filter (where counts) as shares,
           array_agg(passed order by number) filter (where counts) as passes,
           (array_agg(max_score order by number desc) filter (where counts))[1] as last_max,
           max(share) filter (where counts) as best, bool_or(passed) filter (where counts) as passed_once,
           bool_and(passed is not null) filter (where counts) as all_known,
           round(avg(share) filter (where counts), 12) as mean, round(avg(most) filter (where counts), 12) as most
    from tries group by learner_id
  ), learners as (
    select *,
           case $2 when 'first' then shares[1] when 'last' then shares[cardinality(shares)] when 'average' then mean
                   else best end as share,
           case $2 when 'first' then passes[1] when 'last' then passes[cardinality(passes)]
                   when 'average' then case when round(mean * last_max, 3) >= $3::numeric * last_max then true
                                            when round(most * last_max, 3) < $3::numeric * last_max then false end
                   else case when passed_once then true when all_known then false end end as passed
    from grouped
  )`;

const ORDERS = {
  name: 'p.nickname nulls last, l.learner_id',
  score: 'l.share desc nulls last, l.learner_id',
  submitted: 'l.last_submitted_at desc nulls last, l.learner_id',
};

@Injectable()
export class StaffResultsStore {
  /** How the newest published version counts; null when there is no such quiz. */
  async findPolicy(manager: EntityManager, partnerId: string, quizId: string): Promise<ResultPolicy | null> {
    const [policy] = await manager.query<ResultPolicy[]>(
      `select v.counting, v.pass_mark::float8 as "passMark"
       from quiz q join course c on c.id = q.course_id
       left join quiz_version v on v.quiz_id = q.id and v.published_at is not null
       where c.partner_id = $1 and q.id = $2 order by v.number desc limit 1`,
      [partnerId, quizId],
    );
    return policy ?? null;
  }

  findLearners(
    manager: EntityManager,
    quizId: string,
    { counting, passMark }: ResultPolicy,
    { q, passed, state, sort, learnerId }: ResultFilter,
    page: number,
    pageSize: number,
  ): Promise<LearnerRecord[]> {
    return manager.query(
      `${LEARNERS}
       select l.learner_id as "learnerId", p.nickname, l.attempts, l.running, l.scores,
              case when $3::numeric is not null then l.passed end as passed,
              l.last_submitted_at as "lastSubmittedAt", (count(*) over ())::int as total
       from learners l join learner p on p.id = l.learner_id
       where ($5::text is null or p.nickname ilike $5)
         and ($6::text is null or case $6 when 'yes' then l.passed is true when 'no' then l.passed is false
                                          else l.submitted and l.passed is null end)
         and ($7::text is null or case $7 when 'in_progress' then l.running when 'submitted' then l.submitted
                                          else l.open_points > 0 end)
       order by ${ORDERS[sort]} limit $8 offset $9`,
      [
        quizId,
        counting,
        passMark,
        learnerId,
        q === null ? null : `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`,
        passed,
        state,
        pageSize,
        (page - 1) * pageSize,
      ],
    );
  }

  findAttempts(manager: EntityManager, quizId: string, learnerId: string): Promise<LearnerAttemptRecord[]> {
    return manager.query(
      `select a.id as "attemptId", a.number, a.state, a.started_at as "startedAt", a.submitted_at as "submittedAt",
              a.closed_by as "closedBy", a.score::float8 as score, a.max_score::float8 as "maxScore", a.passed,
              (select coalesce(sum(s.points), 0)::float8 from attempt_slot s
               where s.learner_id = a.learner_id and s.attempt_id = a.id and s.fraction is null) as "openPoints",
              (select json_agg(json_build_object('cause', e.cause, 'slot', e.slot, 'reason', e.reason,
                                 'before', e.before::float8, 'after', e.after::float8, 'maxBefore', e.max_before::float8,
                                 'maxAfter', e.max_after::float8, 'passedBefore', e.passed_before,
                                 'passedAfter', e.passed_after, 'happenedAt', e.happened_at) order by e.number)
               from score_event e
               where e.learner_id = a.learner_id and e.attempt_id = a.id and e.number > 1) as changes
       from attempt a where a.learner_id = $1 and a.quiz_id = $2 order by a.number`,
      [learnerId, quizId],
    );
  }
}
