import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { NewQuiz, QuizPlan, StaffQuiz, StaffQuizList } from './quiz-plans.dto.js';
import { type PlanRecord, QuizPlansStore, type SlotRecord } from './quiz-plans.store.js';
import { staffQuiz, staffQuizSummary } from './quiz-plans.view.js';

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
      await this.requireQuestions(manager, courseId, plan);
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
      if (publishedAt) throw new Problem('invalid-transition', { detail: '测验已经发布，不能再修改。' });
      await this.requireQuestions(manager, courseId, plan);
      await this.store.replacePlan(manager, versionId, plan);
      return this.read(manager, staff, quizId);
    });
  }

  /** Publishing what is published already changes nothing and succeeds. */
  publish(staff: StaffIdentity, quizId: string, now: Date): Promise<StaffQuiz> {
    return this.dataSource.transaction(async (manager) => {
      const { versionId, publishedAt } = await this.lock(manager, staff, quizId);
      if (!publishedAt) {
        refuseUnpublished(await this.store.lockSlots(manager, versionId));
        await this.store.publish(manager, versionId, staff.instructorId, now);
        const detail = { versionId };
        await this.audit.record(manager, staff, { action: 'quiz.publish', subjectId: quizId, detail }, now);
      }
      return this.read(manager, staff, quizId);
    });
  }

  private async read(manager: EntityManager, staff: StaffIdentity, quizId: string): Promise<StaffQuiz> {
    const plan = await this.store.findPlan(manager, staff.partnerId, quizId);
    if (!plan) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    return staffQuiz(plan, await this.store.findSlots(manager, plan.versionId));
  }

  private async lock(manager: EntityManager, staff: StaffIdentity, quizId: string): Promise<PlanRecord> {
    const plan = await this.store.lockPlan(manager, staff.partnerId, quizId);
    if (!plan) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    return plan;
  }

  /** Questions of another course, or another partner, do not exist here. */
  private async requireQuestions(
    manager: EntityManager,
    courseId: string,
    { slots }: QuizPlan,
  ): Promise<void> {
    const ids = slots.map(({ questionId }) => questionId);
    const known = new Set(await this.store.findQuestionIds(manager, courseId, ids));
    const errors = ids.flatMap((id, index) =>
      known.has(id.toLowerCase())
        ? []
        : [{ pointer: `/slots/${index}/questionId`, code: 'not-found', detail: `这门课程没有题目 ${id}。` }],
    );
    if (errors.length > 0) throw new Problem('not-found', { detail: '有的题目不在这门课程里。', errors });
  }
}

function refuseUnpublished(slots: readonly SlotRecord[]): void {
  const errors = slots
    .filter(({ questionStatus }) => questionStatus !== 'published')
    .map(({ slot, questionId, questionStatus, content }) => ({
      pointer: `/slots/${slot - 1}/questionId`,
      code: 'question-not-published',
      detail: `第 ${slot} 题（${questionId}）的状态是 ${questionStatus}：${content.stem}`,
    }));
  if (errors.length === 0) return;
  throw new Problem('invalid-transition', { detail: `有 ${errors.length} 道题还没有发布。`, errors });
}
