import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaffQuestionReviewsController } from './question-reviews.controller.js';
import { QuestionReviewsService } from './question-reviews.service.js';
import { QuestionReviewsStore } from './question-reviews.store.js';

@Module({
  imports: [QuestionsModule],
  controllers: [StaffQuestionReviewsController],
  providers: [QuestionReviewsService, QuestionReviewsStore],
})
export class QuestionReviewsModule {}
