import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { ResultsExportService } from './results-export.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('staff results')
@Controller('v1/staff/quizzes/:quizId')
@ForInstructors()
export class ResultsExportController {
  constructor(private readonly results: ResultsExportService) {}

  /** 导出成绩（Excel）：一张表一行一位学员，另一张表每位学员每题一行。Results as an Excel file: a row each learner, and a row each learner and question. */
  @Get('results.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'Excel 文件。An Excel file.' })
  @ApiProblems('not-found', 'quiz-not-published')
  async export(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
  ): Promise<StreamableFile> {
    const file = await this.results.export(staff, quizId);
    const name = encodeURIComponent('成绩.xlsx');
    const disposition = `attachment; filename="results.xlsx"; filename*=UTF-8''${name}`;
    return new StreamableFile(file, { type: XLSX, disposition });
  }
}
