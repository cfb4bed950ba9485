import { Module } from '@nestjs/common';
import { StaffQuestionFilesController } from './question-files.controller.js';
import { QuestionFilesService } from './question-files.service.js';

@Module({
  controllers: [StaffQuestionFilesController],
  providers: [QuestionFilesService],
  exports: [QuestionFilesService],
})
export class QuestionFilesModule {}
