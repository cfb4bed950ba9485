import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { ApiFile, fileReply } from '../requests/file-reply.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { ExportLossPage, QuestionExportQuery } from './question-exports.dto.js';
import { FILE_TYPES, QuestionExportsService } from './question-exports.service.js';

const TYPES = new Set(Object.values(FILE_TYPES).map(([type]) => type.split(';', 1)[0] ?? type));

@ApiTags('staff question files')
@Controller('v1/staff/courses/:courseId/question-exports')
@ForInstructors()
export class StaffQuestionExportsController {
  constructor(private readonly exports: QuestionExportsService) {}

  /** 把题目导出成文件，可以原样再导入。响应头 X-Total-Questions 是选中的题数，X-Losses 是写不进去的有几处（JSON，代码 → 题数）。Exports questions as a file that can be imported again; X-Total-Questions and X-Losses tell how many there are and what is lost. */
  @Get()
  @ApiFile(...TYPES)
  @ApiProblems('not-found', 'file-too-large')
  async file(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('courseId') courseId: string,
    @Query() query: QuestionExportQuery,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { total, lossCounts, ...file } = await this.exports.exportFile(staff, courseId, query, now);
    void reply.header('x-total-questions', total).header('x-losses', JSON.stringify(lossCounts));
    return fileReply(reply, file);
  }

  /** 同样的条件导出时，逐题写明哪些写不进这种格式。What the same export would not carry, question by question. */
  @Get('losses')
  @ApiProblems('not-found', 'file-too-large')
  losses(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('courseId') courseId: string,
    @Query() query: QuestionExportQuery,
  ): Promise<ExportLossPage> {
    return this.exports.listLosses(staff, courseId, query);
  }
}
