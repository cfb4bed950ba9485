import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { QuestionDetail } from '../questions/questions.dto.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { BulkOutcome } from '../question-content/bulk-outcome.dto.js';
import { BulkLabels, QuestionLabels } from './question-labels.dto.js';
import { QuestionLabelsService } from './question-labels.service.js';

@ApiTags('staff questions')
@Controller('v1/staff/questions')
@ForInstructors()
export class StaffQuestionLabelsController {
  constructor(private readonly labels: QuestionLabelsService) {}

  /** 改一道题的知识点、标签、难度、外部编号；不产生新版本。Sorts a question; that makes no new version. */
  @Put(':questionId/labels')
  @ApiProblems('not-found', 'external-id-taken')
  change(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @Body() input: QuestionLabels,
    @ArrivedAt() now: Date,
  ): Promise<QuestionDetail> {
    return this.labels.change(staff, questionId, input, now);
  }

  /** 批量改知识点、标签、难度，说明跳过了哪些、为什么。Sorts many questions and says which were skipped and why. */
  @Post('bulk-labels')
  @HttpCode(200)
  @ApiProblems('not-found')
  changeMany(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: BulkLabels,
    @ArrivedAt() now: Date,
  ): Promise<BulkOutcome> {
    return this.labels.changeMany(staff, input, now);
  }
}
