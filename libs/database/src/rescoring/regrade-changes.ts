import type { RegradeCounts } from '../entities/score-changes.js';
import type { Run, Statement } from '../statements.js';
import type { Rescored } from './rescore.js';

const WRITE: Statement = {
  name: 'write-regrade-changes',
  text: `
    insert into regrade_change (regrade_run_id, applied_at, learner_id, attempt_id, slot, old_fraction, old_rule,
                                new_fraction, new_rule, old_score, new_score, old_max_score, new_max_score, old_passed,
                                new_passed)
    select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::int[], $6::numeric[], $7::text[], $8::numeric[], $9::text[],
                                 $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[], $14::boolean[],
                                 $15::boolean[])
    on conflict (learner_id, attempt_id, regrade_run_id) do update set
      applied_at = excluded.applied_at, slot = excluded.slot, old_fraction = excluded.old_fraction,
      old_rule = excluded.old_rule, new_fraction = excluded.new_fraction, new_rule = excluded.new_rule,
      old_score = excluded.old_score, new_score = excluded.new_score, old_max_score = excluded.old_max_score,
      new_max_score = excluded.new_max_score, old_passed = excluded.old_passed, new_passed = excluded.new_passed`,
};

const MARK_UNDONE: Statement = {
  name: 'mark-changes-undone',
  text: `
    update regrade_change c set undone_at = $2
    from unnest($3::uuid[], $4::uuid[]) as k (learner_id, attempt_id)
    where c.learner_id = k.learner_id and c.attempt_id = k.attempt_id and c.regrade_run_id = $1`,
};

const FORGET_UNAPPLIED: Statement = {
  name: 'forget-unapplied-changes',
  text: 'delete from regrade_change where regrade_run_id = $1 and applied_at is null',
};

/** By share, as the scores of attempts with other maxima are compared; no maximum is a share of 0. */
const COUNT: Statement = {
  name: 'count-changes',
  text: `
    select (select count(*)::int from attempt where quiz_id = $2 and state = 'submitted'
            and question_version_ids && $3::uuid[]) as attempts,
           count(*)::int as changed,
           count(*) filter (where new_share > old_share)::int as up,
           count(*) filter (where new_share < old_share)::int as down,
           count(*) filter (where new_passed and not old_passed)::int as "nowPassed",
           count(*) filter (where old_passed and not new_passed)::int as "nowFailed"
    from (select *, new_score / greatest(new_max_score, 0.001) as new_share,
                 old_score / greatest(old_max_score, 0.001) as old_share
          from regrade_change where regrade_run_id = $1 and applied_at is not null) c`,
};

/** What a regrade changes, or would change while `appliedAt` is null. */
export async function writeChanges(
  run: Run,
  runId: string,
  rescored: readonly Rescored[],
  appliedAt: Date | null,
): Promise<void> {
  if (rescored.length === 0) return;
  await run(WRITE, [
    runId,
    appliedAt,
    rescored.map(({ attempt }) => attempt.learnerId),
    rescored.map(({ attempt }) => attempt.attemptId),
    rescored.map(({ was }) => was.slot),
    rescored.map(({ was }) => was.fraction),
    rescored.map(({ was }) => was.rule),
    rescored.map((each) => each.now.fraction),
    rescored.map((each) => each.now.rule),
    rescored.map(({ before }) => before.score),
    rescored.map(({ after }) => after.score),
    rescored.map(({ before }) => before.maxScore),
    rescored.map(({ after }) => after.maxScore),
    rescored.map(({ before }) => before.passed),
    rescored.map(({ after }) => after.passed),
  ]);
}

export async function markUndone(
  run: Run,
  runId: string,
  rescored: readonly Rescored[],
  now: Date,
): Promise<void> {
  const ids = [
    rescored.map(({ attempt }) => attempt.learnerId),
    rescored.map(({ attempt }) => attempt.attemptId),
  ];
  if (rescored.length > 0) await run(MARK_UNDONE, [runId, now, ...ids]);
}

/** What was foreseen and did not come: the attempt had changed by then. */
export async function forgetUnapplied(run: Run, runId: string): Promise<void> {
  await run(FORGET_UNAPPLIED, [runId]);
}

export async function countChanges(
  run: Run,
  runId: string,
  quizId: string,
  questionVersionIds: readonly string[],
): Promise<RegradeCounts> {
  const [counts] = await run<RegradeCounts>(COUNT, [runId, quizId, questionVersionIds]);
  if (!counts) throw new Error('counting gave nothing');
  return counts;
}
