import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { NewOverride, Override, OverrideList } from './overrides.dto.js';
import { OverridesService } from './overrides.service.js';

@ApiTags('staff quizzes')
@Controller('v1/staff/quizzes/:quizId/overrides')
@ForInstructors()
export class OverridesController {
  constructor(private readonly overrides: OverridesService) {}

  /** 这个测验对哪些学员有例外。Exceptions of a quiz. */
  @Get()
  @ApiProblems('not-found')
  list(@SignedInStaff() staff: StaffIdentity, @IdParam('quizId') quizId: string): Promise<OverrideList> {
    return this.overrides.list(staff, quizId);
  }

  /** 给一位学员例外；正在作答的，截止时间立即改变。Sets an exception; a running attempt follows at once. */
  @Put(':learnerId')
  @ApiProblems('not-found')
  set(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('learnerId') learnerId: string,
    @Body() input: NewOverride,
    @ArrivedAt() now: Date,
  ): Promise<Override> {
    return this.overrides.set(staff, quizId, learnerId, input, now);
  }

  /** 取消一位学员的例外；正在作答的，恢复原来的截止时间。Takes an exception back; a running attempt follows at once. */
  @Delete(':learnerId')
  @HttpCode(204)
  @ApiProblems('not-found')
  remove(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('learnerId') learnerId: string,
    @ArrivedAt() now: Date,
  ): Promise<void> {
    return this.overrides.remove(staff, quizId, learnerId, now);
  }
}
