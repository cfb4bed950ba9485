import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaffQuestionUsesController } from './question-uses.controller.js';
import { QuestionUsesService } from './question-uses.service.js';
import { QuestionUsesStore } from './question-uses.store.js';

@Module({
  imports: [QuestionsModule],
  controllers: [StaffQuestionUsesController],
  providers: [QuestionUsesService, QuestionUsesStore],
})
export class QuestionUsesModule {}
