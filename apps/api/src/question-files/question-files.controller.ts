import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForInstructors } from '../identity/audience.decorator.js';
import { ApiFile, fileReply, XLSX } from '../requests/file-reply.js';
import { QuestionFilesService } from './question-files.service.js';

@ApiTags('staff question files')
@Controller('v1/staff/question-files')
@ForInstructors()
export class StaffQuestionFilesController {
  constructor(private readonly files: QuestionFilesService) {}

  /** 下载批量出题用的 Excel 模板，带填写说明和示例。The Excel template for questions, with explanations and examples. */
  @Get('template.xlsx')
  @ApiFile(XLSX)
  async template(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return fileReply(reply, { bytes: await this.files.writeTemplate(), type: XLSX, name: '题目模板.xlsx' });
  }
}
