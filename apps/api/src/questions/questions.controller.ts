import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { QuestionDetail, QuestionPage, QuestionsQuery } from './questions.dto.js';
import { QuestionsService } from './questions.service.js';

@ApiTags('staff questions')
@Controller('v1/staff/questions')
@ForInstructors()
export class StaffQuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  /** 查题库：按文字、标签、知识点、题型、状态、难度、来源等。Searches the question bank. */
  @Get()
  list(@SignedInStaff() staff: StaffIdentity, @Query() query: QuestionsQuery): Promise<QuestionPage> {
    return this.questions.list(staff, query);
  }

  /** 一道题的全部内容。One question with its key and evidence. */
  @Get(':questionId')
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
  ): Promise<QuestionDetail> {
    return this.questions.get(staff, questionId);
  }
}
