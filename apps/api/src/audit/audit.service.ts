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

/** The log of what the staff changed, written in the transaction of the change itself. */
@Injectable()
export class AuditService {
  async record(
    manager: EntityManager,
    staff: StaffIdentity,
    { action, subjectId, detail }: StaffAction,
    now: Date,
  ): Promise<void> {
    const row = { id: uuidv7(), actorId: staff.instructorId, action, subjectId, detail, happenedAt: now };
    await manager.insert(AuditEventRow, row);
  }
}
