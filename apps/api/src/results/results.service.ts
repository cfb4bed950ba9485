import { closeAttempt } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { AttemptResult } from './results.dto.js';
import { ResultsStore } from './results.store.js';
import { attemptResult } from './results.view.js';

@Injectable()
export class ResultsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ResultsStore,
  ) {}

  /** Closes the attempt if it is open; the first of many submits decides, and all of them get the same result. */
  async submit(learner: LearnerIdentity, attemptId: string, now: Date): Promise<AttemptResult> {
    await this.close(learner, attemptId, 'learner', now);
    return this.read(learner, attemptId);
  }

  async get(learner: LearnerIdentity, attemptId: string, now: Date): Promise<AttemptResult> {
    const attempt = await this.store.findResult(this.dataSource.manager, learner.learnerId, attemptId);
    if (attempt && attempt.submittedAt === null) await this.close(learner, attemptId, 'deadline', now);
    return this.read(learner, attemptId);
  }

  private close(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    actor: 'learner' | 'deadline',
    now: Date,
  ): Promise<boolean> {
    return this.dataSource.transaction((manager) =>
      closeAttempt(manager, { learnerId, attemptId }, actor, now),
    );
  }

  private async read({ learnerId }: LearnerIdentity, attemptId: string): Promise<AttemptResult> {
    const { manager } = this.dataSource;
    const attempt = await this.store.findResult(manager, learnerId, attemptId);
    if (!attempt) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    const { submittedAt, closedBy, score } = attempt;
    if (submittedAt === null || closedBy === null || score === null) {
      throw new Problem('attempt-not-submitted');
    }
    const slots = await this.store.findMarkedSlots(manager, learnerId, attemptId);
    const versions = slots.flatMap(({ articleVersionId }) => articleVersionId ?? []);
    const sources = await this.store.findSources(manager, [...new Set(versions)]);
    return attemptResult({ ...attempt, submittedAt, closedBy, score }, slots, sources);
  }
}
