import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import { Answer, AnswerReceipt } from './answers.dto.js';
import { AnswersService } from './answers.service.js';

@ApiTags('attempts')
@Controller('v1')
@ForLearners()
export class AnswersController {
  constructor(private readonly answers: AnswersService) {}

  /** 保存一题的作答；同一序号可以放心重发。Stores the response to one slot; safe to send again. */
  @Put('attempts/:attemptId/answers/:slot')
  @ApiProblems('not-found', 'attempt-closed', 'slot-revealed', 'slot-passed')
  save(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @NumberParam('slot') slot: number,
    @Body() answer: Answer,
    @ArrivedAt() now: Date,
  ): Promise<AnswerReceipt> {
    return this.answers.save(learner, attemptId, slot, answer, now);
  }
}
