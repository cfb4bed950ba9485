import { closeAttempt, runOn } from '#database';
import { totalScore } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { FrozenContent } from '../frozen-content/frozen-content.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { Attempt, AttemptList } from './attempts.dto.js';
import { type AnswerRecord, type AttemptRecord, AttemptsStore, type QuizToStart } from './attempts.store.js';
import { attemptListItem, attemptView } from './attempts.view.js';

export interface StartedAttempt {
  readonly attempt: Attempt;
  readonly isNew: boolean;
}

/** As often as other starts and submits of the same learner may come in between before this one has to ask again. */
const MOST_TRIES = 3;
const MOST_REMEMBERED = 20_000;

@Injectable()
export class AttemptsService {
  /** Questions of attempts by learner and attempt: they are frozen when it starts. */
  private readonly frozen = new LRUCache<string, readonly string[]>({ max: MOST_REMEMBERED });

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: AttemptsStore,
    private readonly content: FrozenContent,
  ) {}

  /** Starts an attempt, or gives the running one: however often and in parallel it is asked, there is one. */
  async start(learner: LearnerIdentity, quizId: string, now: Date): Promise<StartedAttempt> {
    const { learnerId, partnerId } = learner;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const quiz = await this.store.findQuiz(learnerId, partnerId, quizId, now);
      if (!quiz) throw new Problem('not-found', { detail: '没有找到这个测验。' });
      if (quiz.hasOverdue) {
        await this.closeOverdue(learnerId, now);
        continue;
      }
      const open = quiz.openId && (await this.store.findAttempt(learnerId, quiz.openId));
      if (open) return { attempt: await this.show(open, open.answers), isNew: false };
      const added = await this.add(learnerId, quizId, quiz, now);
      if (added) return { attempt: await this.show(added, []), isNew: true };
    }
    throw new Problem('unavailable', { retryAfterSeconds: 1 });
  }

  async list({ learnerId }: LearnerIdentity, quizId: string | undefined, now: Date): Promise<AttemptList> {
    await this.closeOverdue(learnerId, now);
    const rows = await this.store.findAttempts(learnerId, quizId ?? null);
    return { items: rows.map(attemptListItem) };
  }

  async get({ learnerId }: LearnerIdentity, attemptId: string, now: Date): Promise<Attempt> {
    const find = () => this.store.findAttempt(learnerId, attemptId);
    let attempt = await find();
    // A reader does not queue behind the answers of an attempt that has time left.
    if (attempt && isOverdue(attempt, now)) {
      await this.closeIfOverdue(learnerId, attemptId, now);
      attempt = await find();
    }
    if (!attempt) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    return this.show(attempt, attempt.answers);
  }

  /** The frozen questions of the learner's own attempt, slot 1 first; null when there is no such attempt. */
  async questionsOf(learnerId: string, attemptId: string): Promise<readonly string[] | null> {
    const key = `${learnerId}/${attemptId}`;
    const known = this.frozen.get(key);
    if (known) return known;
    const attempt = await this.store.findAttempt(learnerId, attemptId);
    if (attempt) this.frozen.set(key, attempt.questionVersionIds);
    return attempt?.questionVersionIds ?? null;
  }

  /** Closes an attempt that nobody submitted in time, as soon as somebody looks at it. */
  closeIfOverdue(learnerId: string, attemptId: string, now: Date): Promise<boolean> {
    return this.close(learnerId, attemptId, 'deadline', now);
  }

  close(learnerId: string, attemptId: string, actor: 'learner' | 'deadline', now: Date): Promise<boolean> {
    const run = runOn(this.dataSource);
    return closeAttempt(run, { learnerId, attemptId }, actor, now, this.content.readContents);
  }

  private async closeOverdue(learnerId: string, now: Date): Promise<void> {
    for (const attemptId of await this.store.findOverdueIds(learnerId, now)) {
      await this.closeIfOverdue(learnerId, attemptId, now);
    }
  }

  /** Returns null when the learner has another attempt by now. */
  private async add(
    learnerId: string,
    quizId: string,
    { used, versionId, timeLimitSeconds, attemptsAllowed }: QuizToStart,
    now: Date,
  ): Promise<AttemptRecord | null> {
    if (versionId === null) throw new Problem('quiz-not-published');
    if (attemptsAllowed !== null && used >= attemptsAllowed) {
      throw new Problem('attempts-used-up', { detail: `这个测验最多作答 ${attemptsAllowed} 次。` });
    }
    const { title, slots } = await this.content.readPlan(versionId);
    const attempt = {
      id: uuidv7(),
      quizId,
      quizVersionId: versionId,
      number: used + 1,
      seed: randomInt(2 ** 31 - 1),
      startedAt: now,
      dueAt: timeLimitSeconds === null ? null : new Date(now.getTime() + timeLimitSeconds * 1000),
      maxScore: totalScore(slots.map(({ points }) => ({ fraction: 1, points }))),
      questionVersionIds: slots.map(({ questionVersionId }) => questionVersionId),
      sequences: slots.map(() => 0),
    };
    if (!(await this.store.addAttempt({ ...attempt, learnerId }))) return null;
    this.frozen.set(`${learnerId}/${attempt.id}`, attempt.questionVersionIds);
    return { ...attempt, quizTitle: title, state: 'in_progress', submittedAt: null, score: null };
  }

  private async show(attempt: AttemptRecord, answers: readonly AnswerRecord[]): Promise<Attempt> {
    const [{ slots }, questions] = await Promise.all([
      this.content.readPlan(attempt.quizVersionId),
      this.content.readQuestions(attempt.questionVersionIds),
    ]);
    return attemptView(attempt, slots, questions, answers);
  }
}

function isOverdue({ state, dueAt }: AttemptRecord, now: Date): boolean {
  return state === 'in_progress' && dueAt !== null && dueAt <= now;
}
