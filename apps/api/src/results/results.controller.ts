import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { AttemptResult } from './results.dto.js';
import { ResultsService } from './results.service.js';

@ApiTags('attempts')
@Controller('v1')
@ForLearners()
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  /** 交卷；重复提交得到同样的结果。Submits; sent again, it gives the same result. */
  @Post('attempts/:attemptId/submit')
  @HttpCode(200)
  @ApiProblems('not-found')
  submit(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @ArrivedAt() now: Date,
  ): Promise<AttemptResult> {
    return this.results.submit(learner, attemptId, now);
  }

  /** 已提交答卷的结果，带答案、解析和原文依据。The result of a submitted attempt. */
  @Get('attempts/:attemptId/result')
  @ApiProblems('not-found', 'attempt-not-submitted')
  get(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @ArrivedAt() now: Date,
  ): Promise<AttemptResult> {
    return this.results.get(learner, attemptId, now);
  }
}
