import {
  type CountingAttempt,
  type FeedbackPolicy,
  type QuestionStatus,
  QuizDrawRow,
  type QuizMode,
  type QuizNavigation,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
} from '#database';
import type { Question, QuestionType } from '#question';
import { markingPolicy, type MarkingPolicy } from '#scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { QuizPlan } from './quiz-plans.dto.js';

/** A quiz with its newest version. */
export interface PlanRecord {
  readonly id: string;
  readonly courseId: string;
  readonly versionId: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly mode: QuizMode;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly graceSeconds: number;
  readonly passMark: number | null;
  readonly counting: CountingAttempt;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly navigation: QuizNavigation;
  readonly feedback: FeedbackPolicy | null;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly sections: readonly { readonly title: string }[];
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
  readonly publishedAt: Date | null;
  readonly questionCount: number;
  readonly totalPoints: number;
}

/** A drawn slot has no question. */
export interface SlotRecord {
  readonly slot: number;
  readonly section: number;
  readonly points: number;
  readonly draw: number | null;
  readonly questionId: string | null;
  readonly questionStatus: QuestionStatus | null;
  readonly factId: string | null;
  readonly version: number | null;
  readonly versionId: string | null;
  readonly content: Question | null;
}

export interface DrawRecord {
  readonly draw: number;
  readonly topicId: string | null;
  readonly topicName: string | null;
  readonly type: QuestionType | null;
  readonly difficultyFrom: number | null;
  readonly difficultyTo: number | null;
  readonly tags: readonly string[];
  readonly need: number;
  readonly stock: number;
}

const PLAN = `
  select q.id, q.course_id as "courseId", v.id as "versionId", v.number as version, v.title, v.description, v.mode,
         v.opens_at as "opensAt", v.closes_at as "closesAt", v.grace_seconds as "graceSeconds",
         v.pass_mark::float8 as "passMark", v.counting, v.shuffle_questions as "shuffleQuestions",
         v.shuffle_options as "shuffleOptions", v.navigation, v.feedback, v.marking, v.sections,
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
  select s.slot, s.section, s.points::float8 as points, s.draw, s.question_id as "questionId",
         q.status as "questionStatus", q.fact_id as "factId", v.number as version, v.id as "versionId", v.content
  from quiz_slot s
  left join question q on q.id = s.question_id
  left join question_version v on v.question_id = q.id
   and (v.id = s.question_version_id or (s.question_version_id is null and v.number = q.latest_version))
  where s.quiz_version_id = $1
  order by s.slot`;

/** What a rule may draw from today: published questions of the course, those pinned in the same quiz left out. */
const STOCK = `
  select v.id
  from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
  where q.course_id = (select z.course_id from quiz z join quiz_version w on w.quiz_id = z.id where w.id = d.quiz_version_id)
    and q.status = 'published'
    and (d.type is null or v.type = d.type)
    and (d.topic_id is null or q.topic_id in (
      with recursive below as (
        select d.topic_id as id union all select t.id from topic t join below on t.parent_id = below.id
      ) select id from below))
    and (coalesce(q.difficulty, case when v.difficulty is not null then least(5, 1 + floor(v.difficulty * 5)) end) >= d.difficulty_from or d.difficulty_from is null)
    and (coalesce(q.difficulty, case when v.difficulty is not null then least(5, 1 + floor(v.difficulty * 5)) end) <= d.difficulty_to or d.difficulty_to is null)
    and q.tags @> d.tags
    and not exists (select from quiz_slot p where p.quiz_version_id = d.quiz_version_id and p.question_id = q.id)`;

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
    const where = 'and q.id = $2 for no key update of q, v';
    const [plan] = await manager.query<PlanRecord[]>(`${PLAN} ${where}`, [partnerId, quizId]);
    return plan ?? null;
  }

  findSlots(manager: EntityManager, versionId: string): Promise<SlotRecord[]> {
    return manager.query(SLOT, [versionId]);
  }

  /** Holds the pinned questions so that none can be retired before the transaction ends. */
  async holdQuestions(manager: EntityManager, versionId: string): Promise<void> {
    await manager.query(
      `select from question where id in (select question_id from quiz_slot where quiz_version_id = $1) for share`,
      [versionId],
    );
  }

  /** The rules with what they can draw from: today's bank, or the pool that publishing froze. */
  findDraws(manager: EntityManager, versionId: string, isPublished: boolean): Promise<DrawRecord[]> {
    const stock = isPublished
      ? 'select from quiz_pool p where p.quiz_version_id = d.quiz_version_id and p.draw = d.draw'
      : STOCK;
    return manager.query(
      `select d.draw, d.topic_id as "topicId", t.name as "topicName", d.type, d.difficulty_from as "difficultyFrom",
              d.difficulty_to as "difficultyTo", d.tags,
              (select count(*)::int from quiz_slot s where s.quiz_version_id = d.quiz_version_id and s.draw = d.draw) as need,
              (select count(*)::int from (${stock}) stock) as stock
       from quiz_draw d left join topic t on t.id = d.topic_id where d.quiz_version_id = $1 order by d.draw`,
      [versionId],
    );
  }

  async findQuestionIds(manager: EntityManager, courseId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from question where course_id = $1 and id = any($2::uuid[])',
      [courseId, ids],
    );
    return rows.map(({ id }) => id);
  }

  async findTopicIds(manager: EntityManager, courseId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from topic where course_id = $1 and id = any($2::uuid[])',
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
    await manager.insert(QuizRow, { id: quizId, courseId, createdBy, createdAt: now });
    await this.addVersion(manager, quizId, 1, plan);
    return quizId;
  }

  private async addVersion(
    manager: EntityManager,
    quizId: string,
    number: number,
    plan: QuizPlan,
  ): Promise<void> {
    const versionId = uuidv7();
    await manager.insert(QuizVersionRow, { id: versionId, quizId, number, ...settingsOf(plan) });
    await addSlots(manager, versionId, plan);
  }

  /** Pinned questions are the newest again; everything else is as it was. */
  async copyVersion(manager: EntityManager, versionId: string, number: number): Promise<void> {
    const id = uuidv7();
    const settings = `title, description, time_limit_seconds, attempts_allowed, mode, opens_at, closes_at, grace_seconds,
      pass_mark, counting, shuffle_questions, shuffle_options, navigation, feedback, marking, sections`;
    await manager.query(
      `insert into quiz_version (id, quiz_id, number, ${settings})
       select $1, quiz_id, $2, ${settings} from quiz_version where id = $3`,
      [id, number, versionId],
    );
    await manager.query(
      `insert into quiz_draw (quiz_version_id, draw, topic_id, type, difficulty_from, difficulty_to, tags)
       select $1, draw, topic_id, type, difficulty_from, difficulty_to, tags from quiz_draw where quiz_version_id = $2`,
      [id, versionId],
    );
    await manager.query(
      `insert into quiz_slot (quiz_version_id, slot, section, question_id, draw, points)
       select $1, slot, section, question_id, draw, points from quiz_slot where quiz_version_id = $2`,
      [id, versionId],
    );
  }

  async replacePlan(manager: EntityManager, versionId: string, plan: QuizPlan): Promise<void> {
    await manager.update(QuizVersionRow, versionId, settingsOf(plan));
    await manager.delete(QuizSlotRow, { quizVersionId: versionId });
    await manager.delete(QuizDrawRow, { quizVersionId: versionId });
    await addSlots(manager, versionId, plan);
  }

  async publish(manager: EntityManager, versionId: string, publishedBy: string, now: Date): Promise<void> {
    await manager.query(
      `update quiz_slot s set question_version_id = v.id
       from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
       where s.quiz_version_id = $1 and s.question_id = q.id and s.question_version_id is null`,
      [versionId],
    );
    await manager.query(
      `insert into quiz_pool (quiz_version_id, draw, question_version_id)
       select d.quiz_version_id, d.draw, stock.id from quiz_draw d cross join lateral (${STOCK}) stock
       where d.quiz_version_id = $1`,
      [versionId],
    );
    await manager.update(QuizVersionRow, versionId, { publishedAt: now, publishedBy });
  }

  /** The frozen pools, by number of the rule. */
  findPools(
    manager: EntityManager,
    versionId: string,
  ): Promise<{ draw: number; questionVersionId: string; factId: string | null }[]> {
    return manager.query(
      `select p.draw, p.question_version_id as "questionVersionId", q.fact_id as "factId"
       from quiz_pool p join question_version v on v.id = p.question_version_id join question q on q.id = v.question_id
       where p.quiz_version_id = $1 order by p.draw, p.question_version_id`,
      [versionId],
    );
  }
}

function settingsOf(plan: QuizPlan) {
  const time = (given: string | undefined) => (given ? new Date(given) : null);
  return {
    title: plan.title,
    description: plan.description ?? '',
    timeLimitSeconds: plan.timeLimitSeconds ?? null,
    attemptsAllowed: plan.attemptsAllowed ?? null,
    mode: plan.mode ?? ('exam' as const),
    opensAt: time(plan.opensAt),
    closesAt: time(plan.closesAt),
    graceSeconds: plan.graceSeconds ?? 0,
    passMark: plan.passMark ?? null,
    counting: plan.counting ?? ('highest' as const),
    shuffleQuestions: plan.shuffleQuestions ?? false,
    shuffleOptions: plan.shuffleOptions ?? true,
    navigation: plan.navigation ?? ('free' as const),
    feedback: plan.feedback ?? null,
    // Whole, so that a later change of what is usual changes no published quiz.
    marking: { ...markingPolicy(plan.marking) },
    sections: plan.sections ?? [],
  };
}

async function addSlots(manager: EntityManager, quizVersionId: string, { slots }: QuizPlan): Promise<void> {
  const rows: Partial<QuizSlotRow>[] = [];
  const draws: Partial<QuizDrawRow>[] = [];
  for (const { questionId, draw, count, section, points } of slots) {
    if (draw) {
      const { topicId, type, difficultyFrom, difficultyTo, tags } = draw;
      draws.push({
        quizVersionId,
        draw: draws.length + 1,
        topicId: topicId ?? null,
        type: type ?? null,
        difficultyFrom: difficultyFrom ?? null,
        difficultyTo: difficultyTo ?? null,
        tags: tags ?? [],
      });
    }
    for (let index = 0; index < (draw ? (count ?? 1) : 1); index += 1) {
      rows.push({
        quizVersionId,
        slot: rows.length + 1,
        section: section ?? 1,
        questionId: questionId ?? null,
        draw: draw ? draws.length : null,
        points: points ?? 1,
      });
    }
  }
  if (draws.length > 0) await manager.insert(QuizDrawRow, draws);
  await manager.insert(QuizSlotRow, rows);
}
