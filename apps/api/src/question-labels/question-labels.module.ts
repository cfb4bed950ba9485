import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { StaffQuestionLabelsController } from './question-labels.controller.js';
import { QuestionLabelsService } from './question-labels.service.js';

@Module({
  imports: [QuestionsModule, TopicsModule],
  controllers: [StaffQuestionLabelsController],
  providers: [QuestionLabelsService],
})
export class QuestionLabelsModule {}
