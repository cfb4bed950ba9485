import type { AttemptState } from '#database';
import type { Question, Response } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface AnswerSpot {
  readonly learnerId: string;
  readonly attemptId: string;
  readonly slot: number;
}

export interface GivenAnswer {
  readonly sequence: number;
  readonly response: Response;
}

/** What the slot holds after an answer came in. */
export interface AnswerOutcome {
  /** False: the attempt is submitted or past its deadline, and nothing was changed. */
  readonly open: boolean;
  readonly saved: boolean;
  readonly sequence: number;
  readonly answeredAt: Date;
  readonly answered: number;
  readonly total: number;
}

/**
 * One statement, one round trip. Attempt and slot are locked first, and a lock that had to wait shows the newest row:
 * so `spot` tells the truth of this moment, which the snapshot of the other parts may not. Submitting takes the same lock.
 */
const RECORD = `
  with spot as (
    select a.state = 'in_progress' and (a.due_at is null or a.due_at > $6) as open,
           a.answered_count, a.slot_count, s.sequence, s.response, s.answered_at
    from attempt a
    join attempt_slot s on s.learner_id = a.learner_id and s.attempt_id = a.id
    where a.learner_id = $1 and a.id = $2 and s.slot = $3
    for no key update
  ), taken as (
    update attempt_slot s set sequence = $4, response = $5, answered_at = $6
    from spot
    where s.learner_id = $1 and s.attempt_id = $2 and s.slot = $3 and spot.open and spot.sequence < $4
    returning true
  ), counted as (
    update attempt a set answered_count = a.answered_count + 1
    from spot, taken
    where a.learner_id = $1 and a.id = $2 and spot.response is null
  ), logged as (
    insert into attempt_event (learner_id, attempt_id, id, kind, actor, happened_at, slot, sequence, response)
    select $1, $2, $7, case when spot.sequence < $4 then 'answered' else 'ignored' end, 'learner', $6, $3, $4, $5
    from spot
    where spot.open and (spot.sequence < $4 or (spot.sequence = $4 and spot.response <> $5::jsonb))
    on conflict do nothing
  )
  select open,
         open and (sequence < $4 or (sequence = $4 and response = $5::jsonb)) as saved,
         case when open then greatest(sequence, $4) else sequence end as sequence,
         case when open and sequence < $4 then $6::timestamptz else answered_at end as "answeredAt",
         answered_count + case when open and response is null then 1 else 0 end as answered,
         slot_count as total
  from spot`;

@Injectable()
export class AnswersStore {
  /** The question of a slot of the learner's own attempt. */
  async findQuestion(
    manager: EntityManager,
    { learnerId, attemptId, slot }: AnswerSpot,
  ): Promise<{ state: AttemptState; content: Question } | null> {
    const [found] = await manager.query<{ state: AttemptState; content: Question }[]>(
      `select a.state, v.content
       from attempt a
       join attempt_slot s on s.learner_id = a.learner_id and s.attempt_id = a.id
       join question_version v on v.id = s.question_version_id
       where a.learner_id = $1 and a.id = $2 and s.slot = $3`,
      [learnerId, attemptId, slot],
    );
    return found ?? null;
  }

  /** Stores a response unless the attempt is closed or a newer one is stored; safe to repeat. Null: no such slot. */
  async record(
    manager: EntityManager,
    { learnerId, attemptId, slot }: AnswerSpot,
    { sequence, response }: GivenAnswer,
    now: Date,
  ): Promise<AnswerOutcome | null> {
    const given = [learnerId, attemptId, slot, sequence, JSON.stringify(response), now, uuidv7()];
    const [outcome] = await manager.query<AnswerOutcome[]>(RECORD, given);
    return outcome ?? null;
  }
}
