import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { StaffQuestionEditsController } from './question-edits.controller.js';
import { QuestionEditsService } from './question-edits.service.js';
import { QuestionEditsStore } from './question-edits.store.js';
import { QuestionHistoryService } from './question-history.service.js';

@Module({
  imports: [ArticlesModule, CoursesModule, QuestionsModule, TopicsModule],
  controllers: [StaffQuestionEditsController],
  providers: [QuestionEditsService, QuestionHistoryService, QuestionEditsStore],
})
export class QuestionEditsModule {}
