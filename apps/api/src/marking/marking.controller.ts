import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import { AnswerToMark, MarkingPage, MarkingQuery, NewMark } from './marking.dto.js';
import { MarkingService } from './marking.service.js';

@ApiTags('staff results')
@Controller('v1/staff/quizzes/:quizId/marking')
@ForInstructors()
export class MarkingController {
  constructor(private readonly marking: MarkingService) {}

  /** 等待教师评分的作答，看不到是谁的。Answers that wait for a person, without their learners. */
  @Get()
  @ApiProblems('not-found')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @Query() query: MarkingQuery,
  ): Promise<MarkingPage> {
    return this.marking.list(staff, quizId, query);
  }

  /** 给一份作答评分；同样的分可以重发，改评要写评语。Marks an answer; safe to repeat, another mark needs a comment. */
  @Put(':attemptId/:slot')
  @ApiProblems('not-found', 'attempt-not-submitted')
  mark(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('attemptId') attemptId: string,
    @NumberParam('slot') slot: number,
    @Body() input: NewMark,
    @ArrivedAt() now: Date,
  ): Promise<AnswerToMark> {
    return this.marking.mark(staff, quizId, attemptId, slot, input, now);
  }
}
