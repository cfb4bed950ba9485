import type { Question, Response } from '#question';
import { type MarkingPolicy, passes, scoreAttempt } from '#scoring';
import type { AttemptState, ClosedBy } from './entities/attempt.js';
import { activeRulings, judge, judgedVersionIds, type RulingRecord } from './rulings.js';
import type { Run, Statement } from './statements.js';

export interface AttemptKey {
  readonly learnerId: string;
  readonly attemptId: string;
}

/** What the versions of questions say, by id; they never change, so an answer may come from memory. */
export type ReadQuestions = (versionIds: readonly string[]) => Promise<ReadonlyMap<string, Question>>;

interface OpenAttempt {
  readonly state: AttemptState;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly sequences: readonly number[];
  /** How often rulings on its questions were told to this row. */
  readonly told: number;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly passMark: number | null;
  readonly rulings: readonly RulingRecord[] | null;
  readonly questionVersionIds: readonly string[];
  readonly points: readonly number[];
  readonly answers: readonly StoredAnswer[] | null;
}

interface StoredAnswer {
  readonly slot: number;
  readonly response: Response;
  readonly answeredAt: string;
}

/** As often as an answer may slip in between reading and closing before somebody has to ask again. */
const MOST_TRIES = 20;

const READ: Statement = {
  name: 'close-attempt-read',
  text: `
    select a.state, a.due_at as "dueAt", a.closes_at as "closesAt", a.sequences, a.rulings as told, v.marking,
           v.pass_mark::float8 as "passMark", ${activeRulings('a.quiz_id', 'a.question_version_ids')} as rulings,
           a.question_version_ids as "questionVersionIds", a.points::float8[] as points,
           (select json_agg(json_build_object('slot', e.slot, 'response', e.response, 'answeredAt', e.happened_at))
            from attempt_event e
            where e.learner_id = $1 and e.attempt_id = $2 and e.slot > 0 and e.kind in ('answered', 'late')
              and e.sequence = a.sequences[e.slot]) as answers
    from attempt a join quiz_version v on v.id = a.quiz_version_id where a.learner_id = $1 and a.id = $2`,
};

/** Closes the attempt if it still is as it was read: same responses, deadline and rulings. All or nothing, in one statement. */
const CLOSE: Statement = {
  name: 'close-attempt',
  text: `
    with closed as (
      update attempt set state = 'submitted', submitted_at = $3, closed_by = $4, score = $5,
        max_score = $17, passed = $18
      where learner_id = $1 and id = $2 and state = 'in_progress' and sequences = $6::int[]
        and closes_at is not distinct from $7 and rulings = $19
      returning learner_id, id
    ), marked as (
      insert into attempt_slot (learner_id, attempt_id, slot, question_version_id, points, response, answered_at,
                                fraction, score, rule)
      select c.learner_id, c.id, m.slot, m.question_version_id, m.points, m.response::jsonb, m.answered_at, m.fraction,
             m.score, m.rule
      from closed c, unnest($8::int[], $9::uuid[], $10::numeric[], $11::text[], $12::timestamptz[], $13::numeric[],
                            $14::numeric[], $15::text[])
           as m (slot, question_version_id, points, response, answered_at, fraction, score, rule)
    ), logged as (
      insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
      select learner_id, id, 0, 0, 'closed', $4, $16 from closed
    )
    select id from closed`,
};

const FIND_QUESTIONS: Statement = {
  name: 'close-attempt-questions',
  text: 'select id, content from question_version where id = any($1::uuid[])',
};

/**
 * Ends an attempt and marks what is stored. Past its deadline it ended at the deadline, whoever closes it and however late;
 * while it takes answers, the grace after its deadline included, only its learner can close it. Returns whether this call closed it: of many at once one does, the others wait
 * for it and find it closed.
 */
export async function closeAttempt(
  run: Run,
  { learnerId, attemptId }: AttemptKey,
  actor: ClosedBy,
  now: Date,
  readQuestions: ReadQuestions = questionsFrom(run),
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [attempt] = await run<OpenAttempt>(READ, [learnerId, attemptId]);
    if (attempt?.state !== 'in_progress') return false;
    const { dueAt, closesAt, sequences } = attempt;
    const overdue = closesAt !== null && closesAt <= now;
    if (actor === 'deadline' && !overdue) return false;
    const closedBy: ClosedBy = overdue ? 'deadline' : 'learner';
    const { marked, score, maxScore, passed } = mark(attempt, await readQuestions(versionsToRead(attempt)));
    const closed = await run(CLOSE, [
      learnerId,
      attemptId,
      overdue || (dueAt && dueAt < now) ? dueAt : now,
      closedBy,
      score,
      sequences,
      closesAt,
      marked.map(({ slot }) => slot),
      attempt.questionVersionIds,
      marked.map(({ points }) => points),
      marked.map(({ response }) => response && JSON.stringify(response)),
      marked.map(({ answeredAt }) => answeredAt),
      marked.map(({ fraction }) => fraction),
      marked.map(({ score }) => score),
      marked.map(({ rule }) => rule),
      now,
      maxScore,
      passed,
      attempt.told,
    ]);
    if (closed.length > 0) return true;
  }
  throw new Error('the attempt changed whenever it was to be closed');
}

function versionsToRead({ questionVersionIds, rulings }: OpenAttempt): readonly string[] {
  return rulings ? judgedVersionIds(questionVersionIds, rulings) : questionVersionIds;
}

/** Marks what is stored by the policy of the quiz and the rulings there are by now. */
function mark(attempt: OpenAttempt, questions: ReadonlyMap<string, Question>) {
  const { questionVersionIds, points, answers, rulings, marking, passMark } = attempt;
  const given = new Map(answers?.map((answer) => [answer.slot, answer]));
  const slots = questionVersionIds.map((id, index) => {
    const { versionId, ruling } = judge(id, rulings ?? []);
    const question = questions.get(versionId);
    const worth = points[index];
    if (!question || worth === undefined) throw new Error(`the bank lacks slot ${index + 1} of an attempt`);
    const response = given.get(index + 1)?.response ?? null;
    return { slot: index + 1, points: worth, question, response, ruling };
  });
  const { slots: scored, ...totals } = scoreAttempt(slots, marking);
  return {
    score: totals.score,
    maxScore: totals.maxScore,
    passed: passMark === null ? null : passes(totals, { kind: 'share', share: passMark }),
    marked: scored.map(({ slot, fraction, score, rule }, index) => ({
      slot,
      points: points[index],
      response: given.get(slot)?.response ?? null,
      answeredAt: given.get(slot)?.answeredAt ?? null,
      fraction,
      score,
      rule,
    })),
  };
}

function questionsFrom(run: Run): ReadQuestions {
  return async (versionIds) => {
    const rows = await run<{ id: string; content: Question }>(FIND_QUESTIONS, [[...new Set(versionIds)]]);
    return new Map(rows.map(({ id, content }) => [id, content]));
  };
}

/** Attempts whose deadline is at or before `before`, the longest overdue first. */
export function findOverdueAttempts(run: Run, before: Date, limit: number): Promise<AttemptKey[]> {
  return run<AttemptKey>(FIND_OVERDUE, [before, limit]);
}

const FIND_OVERDUE: Statement = {
  name: 'overdue-attempts',
  text: `select learner_id as "learnerId", id as "attemptId" from attempt
         where state = 'in_progress' and closes_at <= $1 order by closes_at limit $2`,
};
