import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { QuestionUses } from './question-uses.dto.js';
import { QuestionUsesService } from './question-uses.service.js';

@ApiTags('staff questions')
@Controller('v1/staff/questions')
@ForInstructors()
export class StaffQuestionUsesController {
  constructor(private readonly uses: QuestionUsesService) {}

  /** 一道题用在哪些测验里、答过多少次。In which quizzes a question is used, and how often it was answered. */
  @Get(':questionId/uses')
  @ApiProblems('not-found')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
  ): Promise<QuestionUses> {
    return this.uses.list(staff, questionId);
  }
}
