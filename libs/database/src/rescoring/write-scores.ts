import type { ScoreCause } from '../entities/score-changes.js';
import type { Run, Statement } from '../statements.js';
import type { Rescored } from './rescore.js';

/** Why scores changed, and who says so. */
export interface ScoreReason {
  readonly cause: Exclude<ScoreCause, 'closed'>;
  /** For the learner to read. */
  readonly reason: string;
  readonly regradeRunId: string | null;
  readonly actorId: string | null;
}

/**
 * Slot, attempt and line of the ledger together. The ledger's first line, of the closing, is written with the first change.
 * The attempts must be locked.
 */
const WRITE: Statement = {
  name: 'write-scores',
  text: `
    with given as (
      select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::numeric[], $5::numeric[], $6::text[], $7::numeric[],
                           $8::numeric[], $9::boolean[], $10::numeric[], $11::numeric[], $12::boolean[])
        as g (learner_id, attempt_id, slot, fraction, slot_score, rule, before, max_before, passed_before, after,
              max_after, passed_after)
    ), scored as (
      update attempt a set score = g.after, max_score = g.max_after, passed = g.passed_after
      from given g where a.learner_id = g.learner_id and a.id = g.attempt_id
      returning a.learner_id, a.id, a.submitted_at
    ), marked as (
      update attempt_slot s set fraction = g.fraction, score = g.slot_score, rule = g.rule
      from given g where s.learner_id = g.learner_id and s.attempt_id = g.attempt_id and s.slot = g.slot
    ), lines as (
      select g.*, c.submitted_at,
             coalesce((select max(e.number) from score_event e
                       where e.learner_id = g.learner_id and e.attempt_id = g.attempt_id), 0) as last
      from given g join scored c on c.learner_id = g.learner_id and c.id = g.attempt_id
    )
    insert into score_event (learner_id, attempt_id, number, cause, before, after, max_before, max_after, passed_before,
                             passed_after, slot, reason, regrade_run_id, actor_id, happened_at)
    select learner_id, attempt_id, 1, 'closed', null, before, null, max_before, null, passed_before, null, '', null, null,
           submitted_at
    from lines where last = 0
    union all
    select learner_id, attempt_id, greatest(last, 1) + 1, $13, before, after, max_before, max_after, passed_before,
           passed_after, slot, $14, $15::uuid, $16::uuid, $17::timestamptz
    from lines`,
};

/** Stores new marks with a line in the ledger each; safe only for attempts that the transaction has locked. */
export async function writeScores(
  run: Run,
  rescored: readonly Rescored[],
  { cause, reason, regradeRunId, actorId }: ScoreReason,
  now: Date,
): Promise<void> {
  if (rescored.length === 0) return;
  await run(WRITE, [
    rescored.map(({ attempt }) => attempt.learnerId),
    rescored.map(({ attempt }) => attempt.attemptId),
    rescored.map((each) => each.now.slot),
    rescored.map((each) => each.now.fraction),
    rescored.map((each) => each.now.score),
    rescored.map((each) => each.now.rule),
    rescored.map(({ before }) => before.score),
    rescored.map(({ before }) => before.maxScore),
    rescored.map(({ before }) => before.passed),
    rescored.map(({ after }) => after.score),
    rescored.map(({ after }) => after.maxScore),
    rescored.map(({ after }) => after.passed),
    cause,
    reason,
    regradeRunId,
    actorId,
    now,
  ]);
}
