import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { StaffQuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';
import { QuestionsStore } from './questions.store.js';

@Module({
  imports: [ArticlesModule],
  controllers: [StaffQuestionsController],
  providers: [QuestionsService, QuestionsStore],
  exports: [QuestionsService],
})
export class QuestionsModule {}
