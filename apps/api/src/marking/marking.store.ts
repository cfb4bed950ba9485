import { type AttemptState, PersonMarkRow } from '#database';
import type { Question, Response } from '#question';
import type { AwardedPoint } from '#scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AnswerRecord {
  readonly attemptId: string;
  readonly slot: number;
  readonly questionId: string;
  readonly content: Question;
  readonly points: number;
  readonly response: Response | null;
  readonly fraction: number | null;
  readonly score: number | null;
  /** The newest mark that a person gave; a ruling may stand above it. */
  readonly personFraction: number | null;
  readonly awarded: readonly AwardedPoint[] | null;
  readonly comment: string | null;
  readonly markedBy: string | null;
  readonly markedAt: Date | null;
}

export interface HeldAttempt {
  readonly learnerId: string;
  readonly state: AttemptState;
}

export interface MarkingFilter {
  readonly isMarked: boolean;
  readonly questionId: string | null;
}

const FIELDS = `
  a.id as "attemptId", s.slot, w.question_id as "questionId", w.content, s.points::float8 as points, s.response,
  s.fraction::float8 as fraction, s.score::float8 as score,
  m.fraction::float8 as "personFraction", m.awarded, m.comment, i.name as "markedBy",
  m.marked_at as "markedAt"`;

const ANSWERS = `
  from attempt a
  join attempt_slot s on s.learner_id = a.learner_id and s.attempt_id = a.id
  join question_version w on w.id = s.question_version_id
  left join lateral (
    select * from person_mark m
    where m.learner_id = s.learner_id and m.attempt_id = s.attempt_id and m.slot = s.slot order by m.number desc limit 1
  ) m on true
  left join instructor i on i.id = m.marked_by
  where a.quiz_id = $1 and a.state = 'submitted'`;

/** Short answers without a mark; those that a ruling decides need none. */
const OF_FILTER = `
  and case when $2 then m.number is not null else s.fraction is null end and ($3::uuid is null or w.question_id = $3)`;

@Injectable()
export class MarkingStore {
  async hasQuiz(manager: EntityManager, partnerId: string, quizId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'select 1 from quiz q join course c on c.id = q.course_id where c.partner_id = $1 and q.id = $2',
      [partnerId, quizId],
    );
    return rows.length > 0;
  }

  /** Those to one question together, in an order that tells nothing about the learners. */
  findPage(
    manager: EntityManager,
    quizId: string,
    { isMarked, questionId }: MarkingFilter,
    page: number,
    pageSize: number,
  ): Promise<AnswerRecord[]> {
    return manager.query(
      `select ${FIELDS} ${ANSWERS} ${OF_FILTER}
       order by w.question_id, md5(a.id::text), s.slot limit $4 offset $5`,
      [quizId, isMarked, questionId, pageSize, (page - 1) * pageSize],
    );
  }

  async count(
    manager: EntityManager,
    quizId: string,
    { isMarked, questionId }: MarkingFilter,
  ): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count ${ANSWERS} ${OF_FILTER}`,
      [quizId, isMarked, questionId],
    );
    return row?.count ?? 0;
  }

  async find(
    manager: EntityManager,
    quizId: string,
    attemptId: string,
    slot: number,
  ): Promise<AnswerRecord | null> {
    const [answer] = await manager.query<AnswerRecord[]>(
      `select ${FIELDS} ${ANSWERS} and a.id = $2 and s.slot = $3`,
      [quizId, attemptId, slot],
    );
    return answer ?? null;
  }

  /** Held until the transaction ends, so that no regrade and no other mark comes in between. */
  async lockAttempt(manager: EntityManager, quizId: string, attemptId: string): Promise<HeldAttempt | null> {
    const [attempt] = await manager.query<HeldAttempt[]>(
      `select learner_id as "learnerId", state from attempt where quiz_id = $1 and id = $2 for no key update`,
      [quizId, attemptId],
    );
    return attempt ?? null;
  }

  async addMark(manager: EntityManager, mark: Omit<PersonMarkRow, 'number'>): Promise<void> {
    const { learnerId, attemptId, slot } = mark;
    const number = 1 + (await manager.countBy(PersonMarkRow, { learnerId, attemptId, slot }));
    await manager.insert(PersonMarkRow, { ...mark, number });
  }
}
