import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deadline } from '../attempts/deadline.js';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import type { NewOverride, Override, OverrideList } from './overrides.dto.js';
import { type OverrideRecord, OverridesStore } from './overrides.store.js';

const NONE = { extraPercent: 0, extraSeconds: 0, opensAt: null, closesAt: null, attemptsAllowed: null };

/** Exceptions for single learners: more time, another window, more attempts. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: OverridesStore,
    private readonly audit: AuditService,
  ) {}

  async list(staff: StaffIdentity, quizId: string): Promise<OverrideList> {
    const { manager } = this.dataSource;
    await this.requireQuiz(manager, staff, quizId);
    const rows = await this.store.findAll(manager, quizId);
    return { items: rows.map((row) => overrideView(row, null)) };
  }

  set(
    staff: StaffIdentity,
    quizId: string,
    learnerId: string,
    input: NewOverride,
    now: Date,
  ): Promise<Override> {
    return this.dataSource.transaction(async (manager) => {
      await this.requireQuiz(manager, staff, quizId);
      await this.requireLearner(manager, staff, learnerId);
      const record = {
        ...NONE,
        ...input,
        learnerId,
        opensAt: input.opensAt ? new Date(input.opensAt) : null,
        closesAt: input.closesAt ? new Date(input.closesAt) : null,
      };
      if (record.opensAt && record.closesAt && record.opensAt >= record.closesAt) {
        throw invalidField('/closesAt', 'too-early', '结束时间要晚于开始时间。');
      }
      await this.store.save(manager, {
        ...record,
        quizId,
        createdBy: staff.instructorId,
        createdAt: now,
      });
      const dueAt = await this.moveRunning(manager, learnerId, quizId, record, now);
      const detail = { learnerId, reason: input.reason };
      await this.audit.record(manager, staff, { action: 'quiz.override', subjectId: quizId, detail }, now);
      return overrideView(record, dueAt);
    });
  }

  remove(staff: StaffIdentity, quizId: string, learnerId: string, now: Date): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await this.requireQuiz(manager, staff, quizId);
      await this.requireLearner(manager, staff, learnerId);
      if (!(await this.store.remove(manager, learnerId, quizId))) {
        throw new Problem('not-found', { detail: '这位学员没有例外。' });
      }
      await this.moveRunning(manager, learnerId, quizId, NONE, now);
      const detail = { learnerId, reason: null };
      await this.audit.record(manager, staff, { action: 'quiz.override', subjectId: quizId, detail }, now);
    });
  }

  /** Gives the running attempt the deadline it would have had; returns where it ends now. */
  private async moveRunning(
    manager: EntityManager,
    learnerId: string,
    quizId: string,
    { extraPercent, extraSeconds, closesAt }: Omit<OverrideRecord, 'learnerId' | 'reason'>,
    now: Date,
  ): Promise<Date | null> {
    const running = await this.store.findRunning(manager, learnerId, quizId);
    if (!running) return null;
    const rules = { ...running, extraPercent, extraSeconds, closesAt: closesAt ?? running.closesAt };
    const moved = deadline(rules, running.startedAt);
    if (moved.dueAt?.getTime() === running.dueAt?.getTime()) return running.dueAt;
    await this.store.moveDeadline(manager, learnerId, running.id, moved, now);
    return moved.dueAt;
  }

  private async requireQuiz(manager: EntityManager, staff: StaffIdentity, quizId: string): Promise<void> {
    if (await this.store.hasQuiz(manager, staff.partnerId, quizId)) return;
    throw new Problem('not-found', { detail: '没有找到这个测验。' });
  }

  private async requireLearner(
    manager: EntityManager,
    staff: StaffIdentity,
    learnerId: string,
  ): Promise<void> {
    if (await this.store.holdLearner(manager, staff.partnerId, learnerId)) return;
    throw new Problem('not-found', { detail: '没有找到这位学员。' });
  }
}

function overrideView(record: OverrideRecord, runningDueAt: Date | null): Override {
  const { learnerId, extraPercent, extraSeconds, attemptsAllowed, reason } = record;
  return {
    learnerId,
    extraPercent,
    extraSeconds,
    opensAt: record.opensAt?.toISOString() ?? null,
    closesAt: record.closesAt?.toISOString() ?? null,
    attemptsAllowed,
    reason,
    runningDueAt: runningDueAt?.toISOString() ?? null,
  };
}
