import { Module } from '@nestjs/common';
import { QuestionFilesModule } from '../question-files/question-files.module.js';
import { StaffQuestionExportsController } from './question-exports.controller.js';
import { QuestionExportsService } from './question-exports.service.js';
import { QuestionExportsStore } from './question-exports.store.js';

@Module({
  imports: [QuestionFilesModule],
  controllers: [StaffQuestionExportsController],
  providers: [QuestionExportsService, QuestionExportsStore],
})
export class QuestionExportsModule {}
