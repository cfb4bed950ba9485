import { type AttemptState, type Run, runOn, type Statement } from '#database';
import type { Response } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A quiz as its newest published version has it, and where a learner stands with it. */
export interface QuizToStart {
  /** Null while the quiz is only a draft. */
  readonly versionId: string | null;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly graceSeconds: number;
  readonly extraPercent: number;
  readonly extraSeconds: number;
  /** Versions of questions this learner had in earlier attempts, where the quiz draws; null elsewhere. */
  readonly seen: readonly string[] | null;
  /** Attempts this learner has had. */
  readonly used: number;
  readonly openId: string | null;
  /** Whether any attempt of this learner is open past its deadline. */
  readonly hasOverdue: boolean;
}

export interface AttemptRecord {
  readonly id: string;
  readonly quizId: string;
  readonly quizVersionId: string;
  readonly quizTitle: string;
  readonly number: number;
  readonly seed: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly score: number | null;
  readonly maxScore: number;
  readonly closesAt: Date | null;
  readonly questionVersionIds: readonly string[];
  readonly points: readonly number[];
  readonly flagged: readonly number[];
  readonly revealed: readonly number[];
  /** By slot, slot 1 first; 0 before the first response. */
  readonly sequences: readonly number[];
}

/** The newest response of a slot. */
export interface AnswerRecord {
  readonly slot: number;
  readonly response: Response;
  /** ISO 8601. */
  readonly answeredAt: string;
}

export type NewAttempt = Omit<
  AttemptRecord,
  'quizTitle' | 'state' | 'submittedAt' | 'score' | 'flagged' | 'revealed'
> & {
  readonly learnerId: string;
};

const FIND_QUIZ: Statement = {
  name: 'quiz-to-start',
  text: `
    select v.id as "versionId", v.time_limit_seconds as "timeLimitSeconds",
           coalesce(o.attempts_allowed, v.attempts_allowed) as "attemptsAllowed",
           coalesce(o.opens_at, v.opens_at) as "opensAt", coalesce(o.closes_at, v.closes_at) as "closesAt",
           v.grace_seconds as "graceSeconds", coalesce(o.extra_percent, 0) as "extraPercent",
           coalesce(o.extra_seconds, 0) as "extraSeconds",
           case when exists (select from quiz_draw d where d.quiz_version_id = v.id) then
             (select array_agg(distinct version_id) from attempt, unnest(question_version_ids) as version_id
              where learner_id = $1 and quiz_id = $3) end as seen,
           (select count(*)::int from attempt where learner_id = $1 and quiz_id = $3) as used,
           (select id from attempt where learner_id = $1 and quiz_id = $3 and state = 'in_progress') as "openId",
           exists (select from attempt where learner_id = $1 and state = 'in_progress' and closes_at <= $4) as "hasOverdue"
    from quiz q join course c on c.id = q.course_id
    left join quiz_version v on v.quiz_id = q.id and v.published_at is not null
    left join learner_override o on o.learner_id = $1 and o.quiz_id = q.id
    where q.id = $3 and c.partner_id = $2 order by v.number desc limit 1`,
};

const ATTEMPT = `
  a.id, a.quiz_id as "quizId", a.quiz_version_id as "quizVersionId", v.title as "quizTitle", a.number, a.seed, a.state,
  a.started_at as "startedAt", a.due_at as "dueAt", a.submitted_at as "submittedAt", a.score::float8 as score,
  a.max_score::float8 as "maxScore", a.closes_at as "closesAt", a.question_version_ids as "questionVersionIds",
  a.points::float8[] as points, a.flagged, a.revealed, a.sequences`;

const FIND_ATTEMPT: Statement = {
  name: 'attempt',
  text: `
    select ${ATTEMPT},
           coalesce((select json_agg(json_build_object('slot', e.slot, 'response', e.response,
                                                       'answeredAt', e.happened_at))
                     from attempt_event e
                     where e.learner_id = $1 and e.attempt_id = $2 and e.slot > 0 and e.kind in ('answered', 'late')
                       and e.sequence = a.sequences[e.slot]), '[]') as answers
    from attempt a join quiz_version v on v.id = a.quiz_version_id
    where a.learner_id = $1 and a.id = $2`,
};

const LIST_ATTEMPTS: Statement = {
  name: 'attempts',
  text: `
    select ${ATTEMPT} from attempt a join quiz_version v on v.id = a.quiz_version_id
    where a.learner_id = $1 and ($2::uuid is null or a.quiz_id = $2) order by a.id desc limit 500`,
};

const FIND_OVERDUE: Statement = {
  name: 'own-overdue-attempts',
  text: `select id from attempt where learner_id = $1 and state = 'in_progress' and closes_at <= $2`,
};

/**
 * Adds nothing when the learner has an open attempt, or one with this number, by now: the unique keys decide, after waiting
 * for whoever is inserting at the same moment.
 */
const ADD: Statement = {
  name: 'add-attempt',
  text: `
    with added as (
      insert into attempt (learner_id, id, quiz_id, quiz_version_id, number, seed, state, started_at, due_at, max_score,
                           question_version_ids, sequences, points, closes_at)
      values ($1, $2, $3, $4, $5, $6, 'in_progress', $7, $8, $9, $10, $11, $12, $13)
      on conflict do nothing returning learner_id, id
    )
    insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
    select learner_id, id, 0, 0, 'started', 'learner', $7 from added returning attempt_id`,
};

@Injectable()
export class AttemptsStore {
  private readonly run: Run;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
  }

  async findQuiz(
    learnerId: string,
    partnerId: string,
    quizId: string,
    now: Date,
  ): Promise<QuizToStart | null> {
    const [quiz] = await this.run<QuizToStart>(FIND_QUIZ, [learnerId, partnerId, quizId, now]);
    return quiz ?? null;
  }

  findAttempts(learnerId: string, quizId: string | null): Promise<AttemptRecord[]> {
    return this.run<AttemptRecord>(LIST_ATTEMPTS, [learnerId, quizId]);
  }

  async findAttempt(
    learnerId: string,
    id: string,
  ): Promise<(AttemptRecord & { readonly answers: readonly AnswerRecord[] }) | null> {
    const [attempt] = await this.run<AttemptRecord & { answers: AnswerRecord[] }>(FIND_ATTEMPT, [
      learnerId,
      id,
    ]);
    return attempt ?? null;
  }

  async findOverdueIds(learnerId: string, now: Date): Promise<string[]> {
    const rows = await this.run<{ id: string }>(FIND_OVERDUE, [learnerId, now]);
    return rows.map(({ id }) => id);
  }

  /** Whether it was added. */
  async addAttempt(attempt: NewAttempt): Promise<boolean> {
    const added = await this.run(ADD, [
      attempt.learnerId,
      attempt.id,
      attempt.quizId,
      attempt.quizVersionId,
      attempt.number,
      attempt.seed,
      attempt.startedAt,
      attempt.dueAt,
      attempt.maxScore,
      attempt.questionVersionIds,
      attempt.sequences,
      attempt.points,
      attempt.closesAt,
    ]);
    return added.length > 0;
  }
}
