import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { AnsweredReports, ReportAnswer, ReportPage, ReportsQuery } from './question-reports.dto.js';
import { QuestionReportsService } from './question-reports.service.js';

@ApiTags('staff reports')
@Controller('v1/staff/reports')
@ForInstructors()
export class StaffReportsController {
  constructor(private readonly reports: QuestionReportsService) {}

  /** 学员报告的题目问题，先到的在前。What learners say is wrong, oldest first. */
  @Get()
  list(@SignedInStaff() staff: StaffIdentity, @Query() query: ReportsQuery): Promise<ReportPage> {
    return this.reports.listForStaff(staff, query);
  }

  /** 答复一份报告，也可以一次答复这道题的全部报告。Answers a report, or all open ones about its question. */
  @Post(':reportId/answer')
  @HttpCode(200)
  @ApiProblems('not-found', 'invalid-transition')
  answer(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('reportId') reportId: string,
    @Body() input: ReportAnswer,
    @ArrivedAt() now: Date,
  ): Promise<AnsweredReports> {
    return this.reports.answer(staff, reportId, input, now);
  }
}
