import { QuizRow, QuizSlotRow, QuizVersionRow, type QuestionStatus } from '#database';
import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { QuizPlan } from './quiz-plans.dto.js';

/** A quiz with its newest version. */
export interface PlanRecord {
  readonly id: string;
  readonly courseId: string;
  readonly versionId: string;
  readonly title: string;
  readonly description: string;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
  readonly publishedAt: Date | null;
  readonly questionCount: number;
  readonly totalPoints: number;
}

export interface SlotRecord {
  readonly slot: number;
  readonly questionId: string;
  readonly questionStatus: QuestionStatus;
  readonly version: number;
  readonly content: Question;
  readonly points: number;
}

const PLAN = `
  select q.id, q.course_id as "courseId", v.id as "versionId", v.title, v.description,
         v.time_limit_seconds as "timeLimitSeconds", v.attempts_allowed as "attemptsAllowed",
         v.published_at as "publishedAt", s.count as "questionCount", s.points as "totalPoints"
  from quiz q
  join course c on c.id = q.course_id
  join quiz_version v on v.quiz_id = q.id
   and v.number = (select max(number) from quiz_version where quiz_id = q.id)
  cross join lateral (
    select count(*)::int as count, coalesce(sum(points), 0)::float8 as points
    from quiz_slot where quiz_version_id = v.id
  ) s
  where c.partner_id = $1`;

const SLOT = `
  select s.slot, s.question_id as "questionId", q.status as "questionStatus", v.number as version, v.content,
         s.points::float8 as points
  from quiz_slot s
  join question q on q.id = s.question_id
  join question_version v on v.question_id = q.id
   and (v.id = s.question_version_id or (s.question_version_id is null and v.number = q.latest_version))
  where s.quiz_version_id = $1
  order by s.slot`;

@Injectable()
export class QuizPlansStore {
  findPlans(manager: EntityManager, partnerId: string, courseId: string | null): Promise<PlanRecord[]> {
    const where = 'and ($2::uuid is null or q.course_id = $2) order by q.id';
    return manager.query(`${PLAN} ${where}`, [partnerId, courseId]);
  }

  async findPlan(manager: EntityManager, partnerId: string, quizId: string): Promise<PlanRecord | null> {
    const [plan] = await manager.query<PlanRecord[]>(`${PLAN} and q.id = $2`, [partnerId, quizId]);
    return plan ?? null;
  }

  async lockPlan(manager: EntityManager, partnerId: string, quizId: string): Promise<PlanRecord | null> {
    const where = 'and q.id = $2 for no key update of v';
    const [plan] = await manager.query<PlanRecord[]>(`${PLAN} ${where}`, [partnerId, quizId]);
    return plan ?? null;
  }

  findSlots(manager: EntityManager, versionId: string): Promise<SlotRecord[]> {
    return manager.query(SLOT, [versionId]);
  }

  /** The slots, their questions held so that none can be retired before the transaction ends. */
  lockSlots(manager: EntityManager, versionId: string): Promise<SlotRecord[]> {
    return manager.query(`${SLOT} for share of q`, [versionId]);
  }

  async findQuestionIds(manager: EntityManager, courseId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from question where course_id = $1 and id = any($2::uuid[])',
      [courseId, ids],
    );
    return rows.map(({ id }) => id);
  }

  async addQuiz(
    manager: EntityManager,
    createdBy: string,
    courseId: string,
    plan: QuizPlan,
    now: Date,
  ): Promise<string> {
    const quizId = uuidv7();
    const versionId = uuidv7();
    await manager.insert(QuizRow, { id: quizId, courseId, createdBy, createdAt: now });
    await manager.insert(QuizVersionRow, { id: versionId, quizId, number: 1, ...settingsOf(plan) });
    await addSlots(manager, versionId, plan);
    return quizId;
  }

  async replacePlan(manager: EntityManager, versionId: string, plan: QuizPlan): Promise<void> {
    await manager.update(QuizVersionRow, versionId, settingsOf(plan));
    await manager.delete(QuizSlotRow, { quizVersionId: versionId });
    await addSlots(manager, versionId, plan);
  }

  async publish(manager: EntityManager, versionId: string, publishedBy: string, now: Date): Promise<void> {
    await manager.query(
      `update quiz_slot s set question_version_id = v.id
       from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
       where s.quiz_version_id = $1 and s.question_id = q.id and s.question_version_id is null`,
      [versionId],
    );
    await manager.update(QuizVersionRow, versionId, { publishedAt: now, publishedBy });
  }
}

function settingsOf({ title, description, timeLimitSeconds, attemptsAllowed }: QuizPlan) {
  return {
    title,
    description: description ?? '',
    timeLimitSeconds: timeLimitSeconds ?? null,
    attemptsAllowed: attemptsAllowed ?? null,
  };
}

async function addSlots(manager: EntityManager, quizVersionId: string, { slots }: QuizPlan): Promise<void> {
  const rows = slots.map(({ questionId, points }, index) => ({
    quizVersionId,
    slot: index + 1,
    questionId,
    points: points ?? 1,
  }));
  await manager.insert(QuizSlotRow, rows);
}
