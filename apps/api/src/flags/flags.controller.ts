import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import { Flag, FlaggedSlots } from './flags.dto.js';
import { FlagsService } from './flags.service.js';

@ApiTags('attempts')
@Controller('v1')
@ForLearners()
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  /** 标记一题待会儿再看，或取消标记；可以放心重发。Marks a slot to look at again, or unmarks it; safe to send again. */
  @Put('attempts/:attemptId/flags/:slot')
  @ApiProblems('not-found', 'attempt-closed')
  set(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @NumberParam('slot') slot: number,
    @Body() { flagged }: Flag,
    @ArrivedAt() now: Date,
  ): Promise<FlaggedSlots> {
    return this.flags.set(learner, attemptId, slot, flagged, now);
  }
}
