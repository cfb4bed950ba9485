import { closeAttempt } from '#database';
import { totalScore } from '#scoring';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { optionOrder } from '../question-content/option-order.js';
import type { Attempt, AttemptList } from './attempts.dto.js';
import { type AttemptRecord, AttemptsStore, type PublishedQuiz } from './attempts.store.js';
import { attemptListItem, attemptView } from './attempts.view.js';

export interface StartedAttempt {
  readonly attempt: Attempt;
  readonly isNew: boolean;
}

interface QuizToStart extends PublishedQuiz {
  readonly quizId: string;
  /** Attempts this learner has had. */
  readonly used: number;
}

@Injectable()
export class AttemptsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: AttemptsStore,
  ) {}

  /** Starts an attempt, or gives the running one: however often and in parallel it is asked, there is one. */
  async start(learner: LearnerIdentity, quizId: string, now: Date): Promise<StartedAttempt> {
    await this.closeOverdue(learner.learnerId, now);
    return this.dataSource.transaction(async (manager) => {
      const quiz = await this.store.findQuiz(manager, learner.partnerId, quizId);
      if (!quiz) throw new Problem('not-found', { detail: '没有找到这个测验。' });
      // Counted before the open one is looked for: whoever started in between is then seen as open, not as used up.
      const used = await this.store.countAttempts(manager, learner.learnerId, quizId);
      const open = await this.store.findOpenAttempt(manager, learner.learnerId, quizId);
      if (open) return { attempt: await this.show(manager, learner, open), isNew: false };
      const id = await this.add(manager, learner, { ...quiz, quizId, used }, now);
      const attempt = id
        ? await this.store.findAttempt(manager, learner.learnerId, id)
        : await this.store.findOpenAttempt(manager, learner.learnerId, quizId);
      // Somebody else's start was committed and already submitted while this one waited for it.
      if (!attempt) throw new Problem('unavailable', { retryAfterSeconds: 1 });
      return { attempt: await this.show(manager, learner, attempt), isNew: id !== null };
    });
  }

  async list({ learnerId }: LearnerIdentity, quizId: string | undefined, now: Date): Promise<AttemptList> {
    await this.closeOverdue(learnerId, now);
    const rows = await this.store.findAttempts(this.dataSource.manager, learnerId, quizId ?? null);
    return { items: rows.map(attemptListItem) };
  }

  async get(learner: LearnerIdentity, attemptId: string, now: Date): Promise<Attempt> {
    const { manager } = this.dataSource;
    const find = () => this.store.findAttempt(manager, learner.learnerId, attemptId);
    let attempt = await find();
    // Asked first without a lock: a reader does not queue behind the answers of an attempt that has time left.
    if (attempt && isOverdue(attempt, now)) {
      await this.closeIfOverdue(learner.learnerId, attemptId, now);
      attempt = await find();
    }
    if (!attempt) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    return this.show(manager, learner, attempt);
  }

  /** Closes an attempt that nobody submitted in time, as soon as somebody looks at it. */
  closeIfOverdue(learnerId: string, attemptId: string, now: Date): Promise<boolean> {
    return this.dataSource.transaction((manager) =>
      closeAttempt(manager, { learnerId, attemptId }, 'deadline', now),
    );
  }

  private async closeOverdue(learnerId: string, now: Date): Promise<void> {
    for (const attemptId of await this.store.findOverdueIds(this.dataSource.manager, learnerId, now)) {
      await this.closeIfOverdue(learnerId, attemptId, now);
    }
  }

  /** Returns null when the learner has an open attempt by now. */
  private async add(
    manager: EntityManager,
    { learnerId }: LearnerIdentity,
    { quizId, used, versionId, timeLimitSeconds, attemptsAllowed }: QuizToStart,
    now: Date,
  ): Promise<string | null> {
    if (versionId === null) throw new Problem('quiz-not-published');
    if (attemptsAllowed !== null && used >= attemptsAllowed) {
      throw new Problem('attempts-used-up', { detail: `这个测验最多作答 ${attemptsAllowed} 次。` });
    }
    const seed = randomInt(2 ** 31 - 1);
    const slots = await this.store.findQuizSlots(manager, versionId);
    const attempt = {
      learnerId,
      quizId,
      quizVersionId: versionId,
      number: used + 1,
      seed,
      startedAt: now,
      dueAt: timeLimitSeconds === null ? null : new Date(now.getTime() + timeLimitSeconds * 1000),
      maxScore: totalScore(slots.map(({ points }) => ({ fraction: 1, points }))),
    };
    const frozen = slots.map(({ slot, questionVersionId, points, content }) => ({
      slot,
      questionVersionId,
      points,
      optionOrder: optionOrder(content, seed, slot),
    }));
    return this.store.addAttempt(manager, attempt, frozen);
  }

  private async show(
    manager: EntityManager,
    { learnerId }: LearnerIdentity,
    attempt: AttemptRecord,
  ): Promise<Attempt> {
    return attemptView(attempt, await this.store.findSlots(manager, learnerId, attempt.id));
  }
}

function isOverdue({ state, dueAt }: AttemptRecord, now: Date): boolean {
  return state === 'in_progress' && dueAt !== null && dueAt <= now;
}
