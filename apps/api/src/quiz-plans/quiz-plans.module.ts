import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { StaffQuizzesController } from './quiz-plans.controller.js';
import { QuizPlansService } from './quiz-plans.service.js';
import { QuizPlansStore } from './quiz-plans.store.js';

@Module({
  imports: [CoursesModule],
  controllers: [StaffQuizzesController],
  providers: [QuizPlansService, QuizPlansStore],
})
export class QuizPlansModule {}
