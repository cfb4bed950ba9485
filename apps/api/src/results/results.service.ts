import { judgedVersionIds } from '#database';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { FrozenContent } from '../frozen-content/frozen-content.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { AttemptResult } from './results.dto.js';
import { type ResultRecord, ResultsStore } from './results.store.js';
import { attemptResult } from './results.view.js';

@Injectable()
export class ResultsService {
  constructor(
    private readonly store: ResultsStore,
    private readonly attempts: AttemptsService,
    private readonly content: FrozenContent,
  ) {}

  /** Closes the attempt if it is open; the first of many submits decides, and all of them get the same result. */
  async submit({ learnerId }: LearnerIdentity, attemptId: string, now: Date): Promise<AttemptResult> {
    await this.attempts.close(learnerId, attemptId, 'learner', now);
    return this.show(await this.store.findResult(learnerId, attemptId), now);
  }

  async get({ learnerId }: LearnerIdentity, attemptId: string, now: Date): Promise<AttemptResult> {
    const result = await this.store.findResult(learnerId, attemptId);
    if (!result || result.submittedAt !== null) return this.show(result, now);
    await this.attempts.closeIfOverdue(learnerId, attemptId, now);
    return this.show(await this.store.findResult(learnerId, attemptId), now);
  }

  private async show(attempt: ResultRecord | null, now: Date): Promise<AttemptResult> {
    if (!attempt) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    const { submittedAt, closedBy, score, slots } = attempt;
    if (submittedAt === null || closedBy === null || score === null || slots === null) {
      throw new Problem('attempt-not-submitted');
    }
    const frozen = slots.map(({ questionVersionId }) => questionVersionId);
    const versionIds = [...frozen, ...judgedVersionIds(frozen, attempt.rulings ?? [])];
    const [plan, questions] = await Promise.all([
      this.content.readPlan(attempt.quizVersionId),
      this.content.readShown(versionIds),
    ]);
    return attemptResult({ ...attempt, submittedAt, closedBy, score, slots }, plan, questions, now);
  }
}
