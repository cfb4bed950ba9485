import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { QuizzesController } from './quizzes.controller.js';
import { QuizzesService } from './quizzes.service.js';
import { QuizzesStore } from './quizzes.store.js';

@Module({
  imports: [CoursesModule],
  controllers: [QuizzesController],
  providers: [QuizzesService, QuizzesStore],
})
export class QuizzesModule {}
