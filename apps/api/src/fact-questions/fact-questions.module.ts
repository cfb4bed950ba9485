import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaffFactQuestionsController } from './fact-questions.controller.js';
import { FactQuestionsService } from './fact-questions.service.js';
import { FactQuestionsStore } from './fact-questions.store.js';
import { FormsWriter } from './forms-writer.js';

@Module({
  imports: [ArticlesModule, FactsModule, QuestionsModule],
  controllers: [StaffFactQuestionsController],
  providers: [FactQuestionsService, FactQuestionsStore, FormsWriter],
})
export class FactQuestionsModule {}
