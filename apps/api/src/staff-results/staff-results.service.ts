import type { CountingAttempt } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { LearnerAttempts, LearnerResult, LearnerResultPage, ResultsQuery } from './staff-results.dto.js';
import { type ResultFilter, type ResultPolicy, StaffResultsStore } from './staff-results.store.js';
import { learnerAttempt, learnerResult } from './staff-results.view.js';

const MOST_AT_ONCE = 1_000;

export type PublishedPolicy = ResultPolicy & { readonly counting: CountingAttempt };

/** Results as instructors read them. */
@Injectable()
export class StaffResultsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: StaffResultsStore,
  ) {}

  async list(
    staff: StaffIdentity,
    quizId: string,
    { page, pageSize, q, passed, state, sort }: ResultsQuery,
  ): Promise<LearnerResultPage> {
    const policy = await this.requirePolicy(staff, quizId);
    const filter: ResultFilter = {
      q: q?.trim() || null,
      passed: passed ?? null,
      state: state ?? null,
      sort: sort ?? 'submitted',
      learnerId: null,
    };
    const { manager } = this.dataSource;
    const rows = await this.store.findLearners(manager, quizId, policy, filter, page, pageSize);
    // A page beyond the last has no row to tell how many there are.
    const [first] =
      rows.length > 0 || page === 1
        ? rows
        : await this.store.findLearners(manager, quizId, policy, filter, 1, 1);
    const { counting, passMark } = policy;
    const items = rows.map((row) => learnerResult(row, counting));
    return { counting, passMark, items, page, pageSize, total: first?.total ?? 0 };
  }

  async getLearner(staff: StaffIdentity, quizId: string, learnerId: string): Promise<LearnerAttempts> {
    const policy = await this.requirePolicy(staff, quizId);
    const { manager } = this.dataSource;
    const filter = { q: null, passed: null, state: null, sort: 'name', learnerId } as const;
    const [row] = await this.store.findLearners(manager, quizId, policy, filter, 1, 1);
    if (!row) throw new Problem('not-found', { detail: '这位学员没有做过这个测验。' });
    const result = learnerResult(row, policy.counting);
    const attempts = await this.store.findAttempts(manager, quizId, learnerId);
    return { ...result, items: attempts.map((each) => learnerAttempt(each, result.countingAttempts)) };
  }

  /** Everybody's results, by name, page by page as they are asked for. */
  async *readAll(quizId: string, policy: PublishedPolicy): AsyncGenerator<LearnerResult[]> {
    const filter = { q: null, passed: null, state: null, sort: 'name', learnerId: null } as const;
    const { manager } = this.dataSource;
    for (let page = 1; ; page += 1) {
      const rows = await this.store.findLearners(manager, quizId, policy, filter, page, MOST_AT_ONCE);
      if (rows.length > 0) yield rows.map((row) => learnerResult(row, policy.counting));
      if (rows.length < MOST_AT_ONCE) return;
    }
  }

  /** How results of a quiz count; refuses one of another partner, or one that was never published. */
  async requirePolicy({ partnerId }: StaffIdentity, quizId: string): Promise<PublishedPolicy> {
    const policy = await this.store.findPolicy(this.dataSource.manager, partnerId, quizId);
    if (!policy) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    const { counting, passMark } = policy;
    if (counting === null) throw new Problem('quiz-not-published');
    return { counting, passMark };
  }
}
