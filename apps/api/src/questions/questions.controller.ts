import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { QuestionDetail, QuestionPage, QuestionsQuery, QuestionStatusChange } from './questions.dto.js';
import { QuestionsService } from './questions.service.js';

@ApiTags('staff questions')
@Controller('v1/staff/questions')
@ForInstructors()
export class StaffQuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  /** 题库，按课程、文章、状态筛选。The question bank. */
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

  /** 改变题目的状态：送审、发布、退回、停用。Moves a question through its review. */
  @Put(':questionId/status')
  @ApiProblems('not-found', 'invalid-transition')
  setStatus(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @Body() input: QuestionStatusChange,
    @ArrivedAt() now: Date,
  ): Promise<QuestionDetail> {
    return this.questions.setStatus(staff, questionId, input, now);
  }
}
