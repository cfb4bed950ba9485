import { LearnerOverrideRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TimeRules } from '../attempts/deadline.js';

export type OverrideRecord = Pick<
  LearnerOverrideRow,
  'learnerId' | 'extraPercent' | 'extraSeconds' | 'opensAt' | 'closesAt' | 'attemptsAllowed' | 'reason'
>;

/** An attempt under way with the rules of its quiz version. */
export interface RunningAttempt extends Omit<TimeRules, 'extraPercent' | 'extraSeconds'> {
  readonly id: string;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
}

@Injectable()
export class OverridesStore {
  async hasQuiz(manager: EntityManager, partnerId: string, quizId: string): Promise<boolean> {
    const found = await manager.query<unknown[]>(
      'select 1 from quiz q join course c on c.id = q.course_id where q.id = $1 and c.partner_id = $2',
      [quizId, partnerId],
    );
    return found.length > 0;
  }

  /** Held, so that two changes for one learner follow each other. */
  async holdLearner(manager: EntityManager, partnerId: string, learnerId: string): Promise<boolean> {
    const found = await manager.query<unknown[]>(
      'select 1 from learner where id = $1 and partner_id = $2 for no key update',
      [learnerId, partnerId],
    );
    return found.length > 0;
  }

  findAll(manager: EntityManager, quizId: string): Promise<OverrideRecord[]> {
    return manager.find(LearnerOverrideRow, { where: { quizId }, order: { createdAt: 'desc' } });
  }

  async save(manager: EntityManager, row: LearnerOverrideRow): Promise<void> {
    await manager.upsert(LearnerOverrideRow, row, ['learnerId', 'quizId']);
  }

  async remove(manager: EntityManager, learnerId: string, quizId: string): Promise<boolean> {
    const { affected } = await manager.delete(LearnerOverrideRow, { learnerId, quizId });
    return (affected ?? 0) > 0;
  }

  async findRunning(
    manager: EntityManager,
    learnerId: string,
    quizId: string,
  ): Promise<RunningAttempt | null> {
    const [attempt] = await manager.query<RunningAttempt[]>(
      `select a.id, a.started_at as "startedAt", a.due_at as "dueAt", v.time_limit_seconds as "timeLimitSeconds",
              v.closes_at as "closesAt", v.grace_seconds as "graceSeconds"
       from attempt a join quiz_version v on v.id = a.quiz_version_id
       where a.learner_id = $1 and a.quiz_id = $2 and a.state = 'in_progress' for no key update of a`,
      [learnerId, quizId],
    );
    return attempt ?? null;
  }

  async moveDeadline(
    manager: EntityManager,
    learnerId: string,
    attemptId: string,
    { dueAt, closesAt }: { dueAt: Date | null; closesAt: Date | null },
    now: Date,
  ): Promise<void> {
    await manager.query('update attempt set due_at = $3, closes_at = $4 where learner_id = $1 and id = $2', [
      learnerId,
      attemptId,
      dueAt,
      closesAt,
    ]);
    await manager.query(
      `insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
       select $1, $2, 0, count(*) + 1, 'extended', 'staff', $3 from attempt_event
       where learner_id = $1 and attempt_id = $2 and slot = 0 and kind = 'extended'`,
      [learnerId, attemptId, now],
    );
  }
}
