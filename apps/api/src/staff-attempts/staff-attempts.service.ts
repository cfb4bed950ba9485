import { judgedVersionIds } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { AttemptVerification } from '../score-changes/verification.dto.js';
import { verifyRecord } from '../score-changes/verify-record.js';
import type { StaffAttempt } from './staff-attempts.dto.js';
import { StaffAttemptsStore } from './staff-attempts.store.js';
import { staffAttempt } from './staff-attempts.view.js';

/** Single attempts as instructors check them. */
@Injectable()
export class StaffAttemptsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: StaffAttemptsStore,
  ) {}

  async get(staff: StaffIdentity, learnerId: string, attemptId: string): Promise<StaffAttempt> {
    const { attempt, versions } = await this.read(staff, learnerId, attemptId);
    return staffAttempt(attempt, versions);
  }

  async verify(staff: StaffIdentity, learnerId: string, attemptId: string): Promise<AttemptVerification> {
    const { attempt, versions } = await this.read(staff, learnerId, attemptId);
    const { state, score } = attempt;
    if (state !== 'submitted' || score === null) throw new Problem('attempt-not-submitted');
    return verifyRecord({ ...attempt, score }, versions);
  }

  private async read({ partnerId }: StaffIdentity, learnerId: string, attemptId: string) {
    const { manager } = this.dataSource;
    const attempt = await this.store.find(manager, partnerId, learnerId, attemptId);
    if (!attempt) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    const frozen = attempt.slots.map(({ questionVersionId }) => questionVersionId);
    const ids = [...frozen, ...judgedVersionIds(frozen, attempt.rulings ?? [])];
    return { attempt, versions: await this.store.findVersions(manager, ids) };
  }
}
