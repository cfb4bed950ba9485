import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAdmins, ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { BulkOutcome } from '../question-content/bulk-outcome.dto.js';
import { QuestionDetail } from '../questions/questions.dto.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { BulkStatusChange, QuestionStatusChange, ReviewPolicy } from './question-reviews.dto.js';
import { QuestionReviewsService } from './question-reviews.service.js';

@ApiTags('staff questions')
@Controller('v1/staff')
@ForInstructors()
export class StaffQuestionReviewsController {
  constructor(private readonly reviews: QuestionReviewsService) {}

  /** 改变题目的状态：送审、发布、退回、停用；不能审批自己写的题。Moves a question through its review; nobody accepts a question of their own. */
  @Put('questions/:questionId/status')
  @ApiProblems('not-found', 'invalid-transition', 'own-question', 'evidence-missing')
  setStatus(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @Body() input: QuestionStatusChange,
    @ArrivedAt() now: Date,
  ): Promise<QuestionDetail> {
    return this.reviews.setStatus(staff, questionId, input, now);
  }

  /** 批量改变状态，说明跳过了哪些、为什么。Moves many questions and says which were skipped and why. */
  @Post('questions/bulk-status')
  @HttpCode(200)
  setMany(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: BulkStatusChange,
    @ArrivedAt() now: Date,
  ): Promise<BulkOutcome> {
    return this.reviews.setMany(staff, input, now);
  }

  /** 本机构怎样审题。How questions are reviewed here. */
  @Get('review-policy')
  getPolicy(@SignedInStaff() staff: StaffIdentity): Promise<ReviewPolicy> {
    return this.reviews.getPolicy(staff);
  }

  /** 改变本机构审题的办法；限管理员。Changes how questions are reviewed here; for admins. */
  @Put('review-policy')
  @ForAdmins()
  setPolicy(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: ReviewPolicy,
    @ArrivedAt() now: Date,
  ): Promise<ReviewPolicy> {
    return this.reviews.setPolicy(staff, input, now);
  }
}
