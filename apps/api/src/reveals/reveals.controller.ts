import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import { SlotResult } from '../results/results.dto.js';
import { RevealsService } from './reveals.service.js';

@ApiTags('attempts')
@Controller('v1')
@ForLearners()
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  /** 作答过程中查看一题的对错和解析（练习）；看过以后这一题的作答不能再改。Shows the feedback to one slot while answering; its response then stands. */
  @Post('attempts/:attemptId/slots/:slot/reveal')
  @HttpCode(200)
  @ApiProblems('not-found', 'attempt-closed', 'feedback-closed')
  reveal(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @NumberParam('slot') slot: number,
    @ArrivedAt() now: Date,
  ): Promise<SlotResult> {
    return this.reveals.reveal(learner, attemptId, slot, now);
  }
}
