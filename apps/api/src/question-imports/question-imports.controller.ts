import { Controller, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { QUESTION_FILE_PROBLEMS } from '../question-files/question-file-problems.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { FileBody, type SentFile, TakesFile } from '../requests/file-body.js';
import { ApiFile, fileReply, XLSX } from '../requests/file-reply.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { QuestionFileQuery, QuestionImport, QuestionImportQuery } from './question-imports.dto.js';
import { QuestionImportsService } from './question-imports.service.js';

const TYPES = [XLSX, 'text/csv', 'text/plain', 'application/xml'];

@ApiTags('staff question files')
@Controller('v1/staff/courses/:courseId/question-imports')
@ForInstructors()
export class StaffQuestionImportsController {
  constructor(private readonly imports: QuestionImportsService) {}

  /** 检查或导入一份题目文件：Excel、CSV、题目文字（.txt、.docx）、GIFT、Moodle XML 或 JSON。Looks at a file of questions, or imports it. */
  @Post()
  @TakesFile(TYPES)
  @ApiOkResponse({ type: QuestionImport, description: '检查的结果，什么也没有存。What importing would do.' })
  @ApiCreatedResponse({ type: QuestionImport, description: '已经导入。What importing did.' })
  @ApiProblems(
    ...QUESTION_FILE_PROBLEMS,
    'questions-flawed',
    'not-found',
    'external-id-taken',
    'question-exists',
  )
  async create(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('courseId') courseId: string,
    @Query() query: QuestionImportQuery,
    @FileBody() file: SentFile,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionImport> {
    const done = await this.imports.importFile(staff, courseId, query, file, now);
    void reply.code(done.applied ? 201 : 200);
    return done;
  }

  /** 取回有错的行：一个 Excel 文件，错处标红并写明原因，改好可以再导入；没有错误时是 204。The failing rows as a workbook to be mended; 204 when there are none. */
  @Post('error-workbook')
  @TakesFile(TYPES)
  @ApiFile(XLSX)
  @ApiNoContentResponse({ description: '没有错误。No errors.' })
  @ApiProblems(...QUESTION_FILE_PROBLEMS, 'questions-flawed', 'not-found')
  async errorWorkbook(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('courseId') courseId: string,
    @Query() query: QuestionFileQuery,
    @FileBody() file: SentFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const bytes = await this.imports.markErrors(staff, courseId, query, file);
    void reply.code(bytes ? 200 : 204);
    return bytes ? fileReply(reply, { bytes, type: XLSX, name: '有错的行.xlsx' }) : undefined;
  }
}
