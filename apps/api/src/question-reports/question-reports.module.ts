import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { QuestionReportsController } from './question-reports.controller.js';
import { QuestionReportsService } from './question-reports.service.js';
import { QuestionReportsStore } from './question-reports.store.js';
import { StaffReportsController } from './staff-reports.controller.js';

@Module({
  imports: [AttemptsModule],
  controllers: [QuestionReportsController, StaffReportsController],
  providers: [QuestionReportsService, QuestionReportsStore],
})
export class QuestionReportsModule {}
