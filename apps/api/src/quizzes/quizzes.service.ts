import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CoursesService } from '../courses/courses.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { QuizList, QuizSummary } from './quizzes.dto.js';
import { QuizzesStore } from './quizzes.store.js';

/** Quizzes as learners see them. */
@Injectable()
export class QuizzesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuizzesStore,
    private readonly courses: CoursesService,
  ) {}

  async listForLearner(learner: LearnerIdentity, courseId: string, now: Date): Promise<QuizList> {
    const { manager } = this.dataSource;
    await this.courses.requireCourse(manager, learner.partnerId, courseId);
    return { items: await this.store.findPublished(manager, learner, courseId, now) };
  }

  async getForLearner(learner: LearnerIdentity, quizId: string, now: Date): Promise<QuizSummary> {
    const quiz = await this.store.findOnePublished(this.dataSource.manager, learner, quizId, now);
    if (!quiz) throw new Problem('not-found', { detail: '没有找到这个测验。' });
    return quiz;
  }
}
