import { AttemptEventRow, AttemptRow, AttemptSlotRow, type AttemptState } from '#database';
import type { Question, Response } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** What an attempt is made from: the newest published version of a quiz. */
export interface PublishedQuiz {
  /** Null while the quiz is only a draft. */
  readonly versionId: string | null;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
}

export interface PublishedSlot {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
  readonly content: Question;
}

export interface AttemptRecord {
  readonly id: string;
  readonly quizId: string;
  readonly quizTitle: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly score: number | null;
  readonly maxScore: number;
}

export interface SlotRecord {
  readonly slot: number;
  readonly points: number;
  readonly content: Question;
  readonly optionOrder: readonly string[];
  readonly response: Response | null;
  readonly sequence: number;
  readonly answeredAt: Date | null;
}

export type NewAttempt = Pick<
  AttemptRow,
  'learnerId' | 'quizId' | 'quizVersionId' | 'number' | 'seed' | 'startedAt' | 'dueAt' | 'maxScore'
>;

export type NewSlot = Pick<AttemptSlotRow, 'slot' | 'questionVersionId' | 'optionOrder' | 'points'>;

const ATTEMPT = `
  select a.id, a.quiz_id as "quizId", v.title as "quizTitle", a.number, a.state, a.started_at as "startedAt",
         a.due_at as "dueAt", a.submitted_at as "submittedAt", a.score::float8 as score,
         a.max_score::float8 as "maxScore"
  from attempt a join quiz_version v on v.id = a.quiz_version_id
  where a.learner_id = $1`;

@Injectable()
export class AttemptsStore {
  async findQuiz(manager: EntityManager, partnerId: string, quizId: string): Promise<PublishedQuiz | null> {
    const [quiz] = await manager.query<PublishedQuiz[]>(
      `select v.id as "versionId", v.time_limit_seconds as "timeLimitSeconds",
              v.attempts_allowed as "attemptsAllowed"
       from quiz q join course c on c.id = q.course_id
       left join quiz_version v on v.quiz_id = q.id and v.published_at is not null
       where q.id = $1 and c.partner_id = $2 order by v.number desc limit 1`,
      [quizId, partnerId],
    );
    return quiz ?? null;
  }

  findQuizSlots(manager: EntityManager, versionId: string): Promise<PublishedSlot[]> {
    return manager.query(
      `select s.slot, s.question_version_id as "questionVersionId", s.points::float8 as points, v.content
       from quiz_slot s join question_version v on v.id = s.question_version_id
       where s.quiz_version_id = $1 order by s.slot`,
      [versionId],
    );
  }

  findAttempts(manager: EntityManager, learnerId: string, quizId: string | null): Promise<AttemptRecord[]> {
    const where = 'and ($2::uuid is null or a.quiz_id = $2) order by a.id desc limit 500';
    return manager.query(`${ATTEMPT} ${where}`, [learnerId, quizId]);
  }

  async findAttempt(manager: EntityManager, learnerId: string, id: string): Promise<AttemptRecord | null> {
    const [attempt] = await manager.query<AttemptRecord[]>(`${ATTEMPT} and a.id = $2`, [learnerId, id]);
    return attempt ?? null;
  }

  async findOpenAttempt(
    manager: EntityManager,
    learnerId: string,
    quizId: string,
  ): Promise<AttemptRecord | null> {
    const where = `and a.quiz_id = $2 and a.state = 'in_progress'`;
    const [attempt] = await manager.query<AttemptRecord[]>(`${ATTEMPT} ${where}`, [learnerId, quizId]);
    return attempt ?? null;
  }

  async findOverdueIds(manager: EntityManager, learnerId: string, now: Date): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select id from attempt where learner_id = $1 and state = 'in_progress' and due_at <= $2`,
      [learnerId, now],
    );
    return rows.map(({ id }) => id);
  }

  findSlots(manager: EntityManager, learnerId: string, attemptId: string): Promise<SlotRecord[]> {
    return manager.query(
      `select s.slot, s.points::float8 as points, v.content, s.option_order as "optionOrder", s.response,
              s.sequence, s.answered_at as "answeredAt"
       from attempt_slot s join question_version v on v.id = s.question_version_id
       where s.learner_id = $1 and s.attempt_id = $2 order by s.slot`,
      [learnerId, attemptId],
    );
  }

  async countAttempts(manager: EntityManager, learnerId: string, quizId: string): Promise<number> {
    return manager.countBy(AttemptRow, { learnerId, quizId });
  }

  /**
   * Adds an attempt with its slots. Null when the learner has an open one, or one with this number, by now: the
   * database's unique keys decide, after waiting for whoever is inserting at the same moment.
   */
  async addAttempt(
    manager: EntityManager,
    attempt: NewAttempt,
    slots: readonly NewSlot[],
  ): Promise<string | null> {
    const { learnerId, startedAt } = attempt;
    const attemptId = uuidv7();
    const added = await manager.query<unknown[]>(
      `insert into attempt (learner_id, id, quiz_id, quiz_version_id, number, seed, state, started_at, due_at,
                            slot_count, max_score)
       values ($1, $2, $3, $4, $5, $6, 'in_progress', $7, $8, $9, $10) on conflict do nothing returning 1`,
      [
        learnerId,
        attemptId,
        attempt.quizId,
        attempt.quizVersionId,
        attempt.number,
        attempt.seed,
        startedAt,
        attempt.dueAt,
        slots.length,
        attempt.maxScore,
      ],
    );
    if (added.length === 0) return null;
    const rows = slots.map((slot) => ({ ...slot, learnerId, attemptId, optionOrder: [...slot.optionOrder] }));
    await manager.insert(AttemptSlotRow, rows);
    const event = { learnerId, attemptId, id: uuidv7(), kind: 'started', actor: 'learner' } as const;
    await manager.insert(AttemptEventRow, { ...event, happenedAt: startedAt });
    return attemptId;
  }
}
