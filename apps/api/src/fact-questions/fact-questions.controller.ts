import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { FactQuestions, NewFactQuestions } from './fact-questions.dto.js';
import { FactQuestionsService } from './fact-questions.service.js';

@ApiTags('staff facts')
@Controller('v1/staff')
@ForInstructors()
export class StaffFactQuestionsController {
  constructor(private readonly questions: FactQuestionsService) {}

  /** 换一种问法再考一个事实，与已有的题目都不同。Asks a fact anew, unlike every question the bank has about it. */
  @Post('facts/:factId/questions')
  @ApiCreatedResponse({ type: FactQuestions, description: '新的题目，都是草稿。New questions, all drafts.' })
  @ApiOkResponse({ type: FactQuestions, description: '问不出新的题目。Nothing new could be asked.' })
  @ApiProblems('not-found')
  async create(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('factId') factId: string,
    @Body() input: NewFactQuestions,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactQuestions> {
    const written = await this.questions.askAnew(staff, factId, input, now);
    void reply.code(written.items.length > 0 ? 201 : 200);
    return written;
  }
}
