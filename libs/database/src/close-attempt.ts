import type { Question, Response } from '#question';
import { markResponse, slotScore, totalScore } from '#scoring';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { AttemptState, ClosedBy } from './entities/attempt.js';

export interface AttemptKey {
  readonly learnerId: string;
  readonly attemptId: string;
}

interface OpenAttempt {
  readonly state: AttemptState;
  readonly dueAt: Date | null;
}

interface GivenSlot {
  readonly slot: number;
  readonly points: number;
  readonly response: Response | null;
  readonly question: Question;
}

/**
 * Ends an attempt inside the caller's transaction and marks what is stored. Past its deadline it ended at the deadline,
 * whoever closes it and however late; before it, only its learner can close it. Returns whether this call closed it:
 * of many at once one does, the others wait for it and find it closed.
 */
export async function closeAttempt(
  manager: EntityManager,
  { learnerId, attemptId }: AttemptKey,
  actor: ClosedBy,
  now: Date,
): Promise<boolean> {
  const [attempt] = await manager.query<OpenAttempt[]>(
    `select state, due_at as "dueAt" from attempt where learner_id = $1 and id = $2 for no key update`,
    [learnerId, attemptId],
  );
  if (attempt?.state !== 'in_progress') return false;
  const overdue = attempt.dueAt !== null && attempt.dueAt <= now;
  if (actor === 'deadline' && !overdue) return false;
  const submittedAt = overdue ? attempt.dueAt : now;
  const closedBy: ClosedBy = overdue ? 'deadline' : 'learner';

  // Read after the lock is held: what was stored before it counts, and nothing can be stored any more.
  const slots = await manager.query<GivenSlot[]>(
    `select s.slot, s.points::float8 as points, s.response, v.content as question
     from attempt_slot s join question_version v on v.id = s.question_version_id
     where s.learner_id = $1 and s.attempt_id = $2 order by s.slot`,
    [learnerId, attemptId],
  );
  const marked = slots.map(({ slot, points, question, response }) => {
    const { fraction, rule } = markResponse(question, response);
    return { slot, points, fraction, rule, score: slotScore({ fraction, points }) };
  });
  await manager.query(
    `update attempt_slot s set fraction = m.fraction, score = m.score, rule = m.rule
     from unnest($3::int[], $4::numeric[], $5::numeric[], $6::text[]) as m (slot, fraction, score, rule)
     where s.learner_id = $1 and s.attempt_id = $2 and s.slot = m.slot`,
    [
      learnerId,
      attemptId,
      marked.map(({ slot }) => slot),
      marked.map(({ fraction }) => fraction),
      marked.map(({ score }) => score),
      marked.map(({ rule }) => rule),
    ],
  );
  await manager.query(
    `update attempt set state = 'submitted', submitted_at = $3, closed_by = $4, score = $5
     where learner_id = $1 and id = $2`,
    [learnerId, attemptId, submittedAt, closedBy, totalScore(marked)],
  );
  await manager.query(
    `insert into attempt_event (learner_id, attempt_id, id, kind, actor, happened_at)
     values ($1, $2, $3, 'closed', $4, $5)`,
    [learnerId, attemptId, uuidv7(), closedBy, now],
  );
  return true;
}

/** Attempts whose deadline is at or before `before`, the longest overdue first. */
export function findOverdueAttempts(
  manager: EntityManager,
  before: Date,
  limit: number,
): Promise<AttemptKey[]> {
  return manager.query(
    `select learner_id as "learnerId", id as "attemptId" from attempt
     where state = 'in_progress' and due_at <= $1 order by due_at limit $2`,
    [before, limit],
  );
}
