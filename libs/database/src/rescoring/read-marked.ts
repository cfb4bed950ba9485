import type { Question, Response } from '#question';
import type { MarkingPolicy, MarkingRule } from '#scoring';
import type { AttemptKey } from '../close-attempt.js';
import type { Run, Statement } from '../statements.js';

export interface MarkedSlot {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
  readonly response: Response | null;
  readonly fraction: number | null;
  readonly score: number | null;
  readonly rule: MarkingRule;
  /** The newest mark that a person gave. */
  readonly personFraction: number | null;
}

/** A closed attempt with its marks, as they are stored. */
export interface MarkedAttempt extends AttemptKey {
  readonly quizId: string;
  readonly quizVersionId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly passed: boolean | null;
  readonly passMark: number | null;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly slots: readonly MarkedSlot[];
}

const LOCK: Statement = {
  name: 'lock-marked-attempts',
  text: `
    select learner_id as "learnerId", id as "attemptId" from attempt
    where quiz_id = $1 and state = 'submitted' and question_version_ids && $2::uuid[] and id > $3
    order by id limit $4 for no key update`,
};

const FIND: Statement = { name: 'find-marked-attempts', text: LOCK.text.replace('for no key update', '') };

const READ: Statement = {
  name: 'marked-attempts',
  text: `
    select a.learner_id as "learnerId", a.id as "attemptId", a.quiz_id as "quizId", a.quiz_version_id as "quizVersionId",
           a.score::float8 as score, a.max_score::float8 as "maxScore", a.passed, v.pass_mark::float8 as "passMark",
           v.marking, s.slots
    from unnest($1::uuid[], $2::uuid[]) as k (learner_id, id)
    join attempt a on a.learner_id = k.learner_id and a.id = k.id
    join quiz_version v on v.id = a.quiz_version_id
    cross join lateral (
      select json_agg(json_build_object('slot', s.slot, 'questionVersionId', s.question_version_id,
                        'points', s.points::float8, 'response', s.response, 'fraction', s.fraction::float8,
                        'score', s.score::float8, 'rule', s.rule, 'personFraction',
                        (select m.fraction::float8 from person_mark m
                         where m.learner_id = s.learner_id and m.attempt_id = s.attempt_id and m.slot = s.slot
                         order by m.number desc limit 1)) order by s.slot) as slots
      from attempt_slot s where s.learner_id = a.learner_id and s.attempt_id = a.id
    ) s
    where a.state = 'submitted'
    order by a.id`,
};

const CONTENTS: Statement = {
  name: 'judging-questions',
  text: 'select id, content from question_version where id = any($1::uuid[])',
};

export interface AttemptsOfQuestion {
  readonly quizId: string;
  readonly questionVersionIds: readonly string[];
}

/** Before every attempt. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The next closed attempts of a quiz that have one of these versions, by id. */
export function findMarked(
  run: Run,
  { quizId, questionVersionIds }: AttemptsOfQuestion,
  after: string,
  limit: number,
): Promise<AttemptKey[]> {
  return run<AttemptKey>(FIND, [quizId, questionVersionIds, after, limit]);
}

/** The same, held until the transaction ends. What depends on them is read by later statements: this one may have waited. */
export function lockMarked(
  run: Run,
  { quizId, questionVersionIds }: AttemptsOfQuestion,
  after: string,
  limit: number,
): Promise<AttemptKey[]> {
  return run<AttemptKey>(LOCK, [quizId, questionVersionIds, after, limit]);
}

/** Attempts that are not closed are left out. */
export function readMarked(run: Run, keys: readonly AttemptKey[]): Promise<MarkedAttempt[]> {
  const ids = [keys.map(({ learnerId }) => learnerId), keys.map(({ attemptId }) => attemptId)];
  return run<MarkedAttempt>(READ, ids);
}

export async function readContents(run: Run, versionIds: readonly string[]): Promise<Map<string, Question>> {
  const rows = await run<{ id: string; content: Question }>(CONTENTS, [[...new Set(versionIds)]]);
  return new Map(rows.map(({ id, content }) => [id, content]));
}
