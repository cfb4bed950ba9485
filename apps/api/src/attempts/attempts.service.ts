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
import { drawQuestions } from '../question-content/draw-questions.js';
import type { Attempt, AttemptList } from './attempts.dto.js';
import { type AnswerRecord, type AttemptRecord, AttemptsStore, type QuizToStart } from './attempts.store.js';
import { attemptListItem, attemptView } from './attempts.view.js';
import { deadline } from './deadline.js';

export interface StartedAttempt {
  readonly attempt: Attempt;
  readonly isNew: boolean;
}

export interface FrozenAttempt {
  readonly quizVersionId: string;
  /** Slot 1 first. */
  readonly questionVersionIds: readonly string[];
}

/** As often as other starts and submits of the same learner may come in between before this one has to ask again. */
const MOST_TRIES = 3;
const MOST_REMEMBERED = 20_000;

@Injectable()
export class AttemptsService {
  /** By learner and attempt. */
  private readonly frozen = new LRUCache<string, FrozenAttempt>({ max: MOST_REMEMBERED });

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
    const items = rows.map(async (row) =>
      attemptListItem(row, await this.content.readPlan(row.quizVersionId), now),
    );
    return { items: await Promise.all(items) };
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

  /** What starting froze of the learner's own attempt; null when there is no such attempt. */
  async findFrozen(learnerId: string, attemptId: string): Promise<FrozenAttempt | null> {
    const key = `${learnerId}/${attemptId}`;
    const known = this.frozen.get(key);
    if (known) return known;
    const attempt = await this.store.findAttempt(learnerId, attemptId);
    if (!attempt) return null;
    this.frozen.set(key, frozenOf(attempt));
    return frozenOf(attempt);
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
    quiz: QuizToStart,
    now: Date,
  ): Promise<AttemptRecord | null> {
    const { versionId } = quiz;
    if (versionId === null) throw new Problem('quiz-not-published');
    refuseStart(quiz, now);
    const { title, slots, pools, shuffleQuestions } = await this.content.readPlan(versionId);
    const seed = randomInt(2 ** 31 - 1);
    const seen = new Set(quiz.seen);
    const drawn = drawQuestions({ slots, pools, seen, seed, shuffle: shuffleQuestions });
    if (typeof drawn === 'number') throw new Problem('quiz-exhausted');
    const points = drawn.map((slot) => slot.points);
    const attempt = {
      id: uuidv7(),
      quizId,
      quizVersionId: versionId,
      number: quiz.used + 1,
      seed,
      startedAt: now,
      ...deadline(quiz, now),
      maxScore: totalScore(points.map((each) => ({ fraction: 1, points: each }))),
      questionVersionIds: drawn.map(({ questionVersionId }) => questionVersionId),
      points,
      sequences: drawn.map(() => 0),
    };
    if (!(await this.store.addAttempt({ ...attempt, learnerId }))) return null;
    this.frozen.set(`${learnerId}/${attempt.id}`, frozenOf(attempt));
    const open = { state: 'in_progress', submittedAt: null, score: null, flagged: [], revealed: [] } as const;
    return { ...attempt, ...open, quizTitle: title };
  }

  private async show(attempt: AttemptRecord, answers: readonly AnswerRecord[]): Promise<Attempt> {
    const [plan, questions] = await Promise.all([
      this.content.readPlan(attempt.quizVersionId),
      this.content.readQuestions(attempt.questionVersionIds),
    ]);
    return attemptView(attempt, plan, questions, answers);
  }
}

function isOverdue({ state, closesAt }: AttemptRecord, now: Date): boolean {
  return state === 'in_progress' && closesAt !== null && closesAt <= now;
}

function frozenOf({ quizVersionId, questionVersionIds }: FrozenAttempt): FrozenAttempt {
  return { quizVersionId, questionVersionIds };
}

function refuseStart({ opensAt, closesAt, attemptsAllowed, used }: QuizToStart, now: Date): void {
  if (opensAt && now < opensAt) {
    throw new Problem('quiz-not-open', { detail: `测验在 ${opensAt.toISOString()} 开始。` });
  }
  if (closesAt && now >= closesAt) {
    throw new Problem('quiz-closed', { detail: `测验已经在 ${closesAt.toISOString()} 结束。` });
  }
  if (attemptsAllowed !== null && used >= attemptsAllowed) {
    throw new Problem('attempts-used-up', { detail: `这个测验最多作答 ${attemptsAllowed} 次。` });
  }
}
