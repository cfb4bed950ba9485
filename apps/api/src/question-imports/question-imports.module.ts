import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { QuestionFilesModule } from '../question-files/question-files.module.js';
import { StaffQuestionImportsController } from './question-imports.controller.js';
import { QuestionImportsService } from './question-imports.service.js';
import { QuestionImportsStore } from './question-imports.store.js';

@Module({
  imports: [ArticlesModule, CoursesModule, QuestionFilesModule],
  controllers: [StaffQuestionImportsController],
  providers: [QuestionImportsService, QuestionImportsStore],
})
export class QuestionImportsModule {}
