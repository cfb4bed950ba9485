import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { drawQuestions } from '../question-content/draw-questions.js';
import { refusePlan } from '../quiz-content/refuse-plan.js';
import type { NewQuiz, QuizPlan, StaffQuiz, StaffQuizList } from './quiz-plans.dto.js';
import { type DrawRecord, type PlanRecord, QuizPlansStore, type SlotRecord } from './quiz-plans.store.js';
import { staffQuiz, staffQuizSummary } from './quiz-plans.view.js';

/** Draws tried before a quiz is published. */
const TRIAL_DRAWS = 50;

/** Quizzes as instructors make them: a draft plan that publishing freezes. */
@Injectable()
export class QuizPlansService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuizPlansStore,
    private readonly courses: CoursesService,
    private readonly audit: AuditService,
  ) {}

  create(staff: StaffIdentity, { courseId, ...plan }: NewQuiz, now: Date): Promise<StaffQuiz> {
    return this.dataSource.transaction(async (manager) => {
      await this.courses.requireCourse(manager, staff.partnerId, courseId);
      await this.requireContent(manager, courseId, plan);
      const quizId = await this.store.addQuiz(manager, staff.instructorId, courseId, plan, now);
      return this.read(manager, staff, quizId);
    });
  }

  async list(staff: StaffIdentity, courseId?: string): Promise<StaffQuizList> {
    const plans = await this.store.findPlans(this.dataSource.manager, staff.partnerId, courseId ?? null);
    return { items: plans.map(staffQuizSummary) };
  }

  get(staff: StaffIdentity, quizId: string): Promise<StaffQuiz> {
    return this.read(this.dataSource.manager, staff, quizId);
  }

  update(staff: StaffIdentity, quizId: string, plan: QuizPlan): Promise<StaffQuiz> {
    return this.dataSource.transaction(async (manager) => {
      const { courseId, versionId, publishedAt } = await this.lock(manager, staff, quizId);
      if (publishedAt) {
        throw new Problem('invalid-transition', { detail: '测验已经发布，不能再修改；请新建一版。' });
      }
      await this.requireContent(manager, courseId, plan);
      await this.store.replacePlan(manager, versionId, plan);
      return this.read(manager, staff, quizId);
    });
  }

  /** The next version as a draft, like the published one; who is answering goes on with theirs. */
  addVersion(staff: StaffIdentity, quizId: string): Promise<StaffQuiz> {
    return this.dataSource.transaction(async (manager) => {
      const { versionId, version, publishedAt } = await this.lock(manager, staff, quizId);
      if (!publishedAt) throw new Problem('invalid-transition', { detail: '已经有一版草稿，请直接修改它。' });
      await this.store.copyVersion(manager, versionId, version + 1);
      return this.read(manager, staff, quizId);
    });
  }

  /** Publishing what is published already changes nothing and succeeds. */
  publish(staff: StaffIdentity, quizId: string, now: Date): Promise<StaffQuiz> {
    return this.dataSource.transaction(async (manager) => {
      const { versionId, publishedAt } = await this.lock(manager, staff, quizId);
      if (!publishedAt) {
        await this.store.holdQuestions(manager, versionId);
        const slots = await this.store.findSlots(manager, versionId);
        refuseUnpublished(slots);
        refuseUnfilled(await this.store.findDraws(manager, versionId, false));
        await this.store.publish(manager, versionId, staff.instructorId, now);
        refuseUndrawable(slots, await this.store.findPools(manager, versionId));
        const detail = { versionId };
        await this.audit.record(manager, staff, { action: 'quiz.publish', subjectId: quizId, detail }, now);
      }
      return this.read(manager, staff, quizId);
    });
  }

  private async read(manager: EntityManager, staff: StaffIdentity, quizId: string): Promise<StaffQuiz> {
    const plan = await this.store.findPlan(manager, staff.partnerId, quizId);
    if (!plan) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    const slots = await this.store.findSlots(manager, plan.versionId);
    return staffQuiz(
      plan,
      slots,
      await this.store.findDraws(manager, plan.versionId, plan.publishedAt !== null),
    );
  }

  private async lock(manager: EntityManager, staff: StaffIdentity, quizId: string): Promise<PlanRecord> {
    const plan = await this.store.lockPlan(manager, staff.partnerId, quizId);
    if (!plan) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    return plan;
  }

  /** Questions and topics of another course, or another partner, do not exist here. */
  private async requireContent(manager: EntityManager, courseId: string, plan: QuizPlan): Promise<void> {
    const flaws = refusePlan(plan);
    if (flaws.length > 0) throw new Problem('validation-failed', { detail: flaws[0]?.detail, errors: flaws });
    const wanted = plan.slots.flatMap(({ questionId, draw }, index) => [
      ...(questionId ? [{ id: questionId, what: '题目', at: `/slots/${index}/questionId` }] : []),
      ...(draw?.topicId ? [{ id: draw.topicId, what: '知识点', at: `/slots/${index}/draw/topicId` }] : []),
    ]);
    const ids = wanted.map(({ id }) => id);
    const known = new Set([
      ...(await this.store.findQuestionIds(manager, courseId, ids)),
      ...(await this.store.findTopicIds(manager, courseId, ids)),
    ]);
    const errors = wanted
      .filter(({ id }) => !known.has(id.toLowerCase()))
      .map(({ id, what, at }) => ({
        pointer: at,
        code: 'not-found',
        detail: `这门课程没有${what} ${id}。`,
      }));
    if (errors.length > 0)
      throw new Problem('not-found', { detail: '有的题目或知识点不在这门课程里。', errors });
  }
}

function refuseUnpublished(slots: readonly SlotRecord[]): void {
  const errors = slots
    .filter(({ draw, questionStatus }) => draw === null && questionStatus !== 'published')
    .map(({ slot, questionId, questionStatus, content }) => ({
      pointer: `/slots/${slot - 1}/questionId`,
      code: 'question-not-published',
      detail: `第 ${slot} 题（${questionId}）的状态是 ${questionStatus}：${content?.stem}`,
    }));
  if (errors.length === 0) return;
  throw new Problem('invalid-transition', { detail: `有 ${errors.length} 道题还没有发布。`, errors });
}

function refuseUnfilled(draws: readonly DrawRecord[]): void {
  const errors = draws
    .filter(({ need, stock }) => stock < need)
    .map((rule) => ({
      pointer: `/draws/${rule.draw - 1}`,
      code: 'draw-unfilled',
      detail: `抽题规则 ${rule.draw}（${nameOf(rule)}）要 ${rule.need} 题，题库里只有 ${rule.stock} 题。`,
    }));
  if (errors.length === 0) return;
  throw new Problem('invalid-transition', { detail: errors[0]?.detail, errors });
}

function nameOf({ topicName, type, difficultyFrom, difficultyTo, tags }: DrawRecord): string {
  const difficulty = difficultyFrom || difficultyTo ? `难度 ${difficultyFrom ?? 1}–${difficultyTo ?? 5}` : '';
  const parts = [topicName ?? '', type ?? '', difficulty, ...tags].filter((part) => part !== '');
  return parts.join('，') || '任何题目';
}

/** Each rule alone has enough; together, or with one question a fact, they may not. */
function refuseUndrawable(
  records: readonly SlotRecord[],
  pool: readonly { draw: number; questionVersionId: string; factId: string | null }[],
): void {
  const slots = records.map(({ versionId, factId, ...slot }) => ({
    ...slot,
    pinned: slot.draw === null && versionId ? { questionVersionId: versionId, factId } : null,
  }));
  const pools = new Map<number, { questionVersionId: string; factId: string | null }[]>();
  for (const { draw, ...question } of pool) pools.set(draw, [...(pools.get(draw) ?? []), question]);
  for (let seed = 0; seed < TRIAL_DRAWS; seed += 1) {
    const drawn = drawQuestions({ slots, pools, seen: new Set(), seed, shuffle: false });
    if (typeof drawn !== 'number') continue;
    const detail = `抽题规则 ${drawn} 与别的规则或固定的题目抢同样的题（一份答卷里同一知识点只出一题），凑不满。`;
    throw new Problem('invalid-transition', {
      detail,
      errors: [{ pointer: `/draws/${drawn - 1}`, code: 'draw-unfilled', detail }],
    });
  }
}
