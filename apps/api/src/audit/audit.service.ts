import { AuditEventRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { StaffIdentity } from '../identity/identity.js';

export interface StaffAction {
  readonly action:
    | 'article.version'
    | 'fact.ask'
    | 'fact.status'
    | 'partner.review'
    | 'question.create'
    | 'question.edit'
    | 'question.labels'
    | 'question.status'
    | 'questions.export'
    | 'questions.import'
    | 'quiz.publish'
    | 'quiz.override'
    | 'regrade.propose'
    | 'regrade.apply'
    | 'regrade.undo'
    | 'report.answer'
    | 'score.mark'
    | 'topic.create'
    | 'topic.change'
    | 'topic.delete';
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** Postgres takes at most 65,535 parameters in one statement. */
const AT_ONCE = 1_000;

/** The log of what the staff changed, written in the transaction of the change itself. */
@Injectable()
export class AuditService {
  async record(manager: EntityManager, staff: StaffIdentity, action: StaffAction, now: Date): Promise<void> {
    await this.recordAll(manager, staff, [action], now);
  }

  async recordAll(
    manager: EntityManager,
    staff: StaffIdentity,
    actions: readonly StaffAction[],
    now: Date,
  ): Promise<void> {
    const rows = actions.map((action) => ({
      id: uuidv7(),
      actorId: staff.instructorId,
      ...action,
      happenedAt: now,
    }));
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await manager.insert(AuditEventRow, rows.slice(from, from + AT_ONCE));
    }
  }
}
