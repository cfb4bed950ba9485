import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import { NewQuestionReport, QuestionReport, QuestionReportList } from './question-reports.dto.js';
import { QuestionReportsService } from './question-reports.service.js';

@ApiTags('attempts')
@Controller('v1/attempts/:attemptId')
@ForLearners()
export class QuestionReportsController {
  constructor(private readonly reports: QuestionReportsService) {}

  /** 报告一道题有问题；每题一份，答复之前可以改。Says that a question is wrong; one report a slot, safe to send again. */
  @Post('slots/:slot/reports')
  @ApiCreatedResponse({ type: QuestionReport, description: '新的报告。A new report.' })
  @ApiOkResponse({ type: QuestionReport, description: '这一题已有的报告。The report there is.' })
  @ApiProblems('not-found')
  async report(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @NumberParam('slot') slot: number,
    @Body() input: NewQuestionReport,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionReport> {
    const { report, isNew } = await this.reports.report(learner, attemptId, slot, input, now);
    void reply.code(isNew ? 201 : 200);
    return report;
  }

  /** 我对这份答卷的报告和教师的答复。The learner's reports on an attempt, with the replies. */
  @Get('reports')
  @ApiProblems('not-found')
  list(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
  ): Promise<QuestionReportList> {
    return this.reports.listOwn(learner, attemptId);
  }
}
