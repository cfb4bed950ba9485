import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { AttemptVerification } from '../score-changes/verification.dto.js';
import { StaffAttempt } from './staff-attempts.dto.js';
import { StaffAttemptsService } from './staff-attempts.service.js';

@ApiTags('staff results')
@Controller('v1/staff/attempts/:learnerId/:attemptId')
@ForInstructors()
export class StaffAttemptsController {
  constructor(private readonly attempts: StaffAttemptsService) {}

  /** 一份答卷的全部内容：作答、答案、判分依据、得分的变化。One attempt in full. */
  @Get()
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('learnerId') learnerId: string,
    @IdParam('attemptId') attemptId: string,
  ): Promise<StaffAttempt> {
    return this.attempts.get(staff, learnerId, attemptId);
  }

  /** 按作答记录重算得分，指出与记录不一致的是哪一题、哪一行。Computes the score again from the events and names every difference. */
  @Get('verify')
  @ApiProblems('not-found', 'attempt-not-submitted')
  verify(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('learnerId') learnerId: string,
    @IdParam('attemptId') attemptId: string,
  ): Promise<AttemptVerification> {
    return this.attempts.verify(staff, learnerId, attemptId);
  }
}
