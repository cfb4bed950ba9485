import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import {
  NewRegrade,
  Regrade,
  RegradeChangePage,
  RegradePage,
  RegradesQuery,
  RegradeUndoing,
} from './regrades.dto.js';
import { RegradesService } from './regrades.service.js';

@ApiTags('staff results')
@Controller('v1/staff/quizzes/:quizId/regrades')
@ForInstructors()
export class RegradesController {
  constructor(private readonly regrades: RegradesService) {}

  /** 试算一次更正：多少份答卷变化、升降、及格变化；不改任何得分。A dry run: counts what would change and changes nothing. */
  @Post()
  @ApiProblems('not-found')
  propose(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @Body() input: NewRegrade,
    @ArrivedAt() now: Date,
  ): Promise<Regrade> {
    return this.regrades.propose(staff, quizId, input, now);
  }

  /** 这个测验的更正，新的在前。Regrades of the quiz, newest first. */
  @Get()
  @ApiProblems('not-found')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @Query() query: RegradesQuery,
  ): Promise<RegradePage> {
    return this.regrades.list(staff, quizId, query);
  }

  /** 一次更正。One regrade. */
  @Get(':runId')
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('runId') runId: string,
  ): Promise<Regrade> {
    return this.regrades.get(staff, quizId, runId);
  }

  /** 受影响的答卷：试算时是预计，应用后是实际。The attempts it changes: foreseen, or as it was done. */
  @Get(':runId/changes')
  @ApiProblems('not-found')
  changes(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('runId') runId: string,
    @Query() query: RegradesQuery,
  ): Promise<RegradeChangePage> {
    return this.regrades.listChanges(staff, quizId, runId, query);
  }

  /** 应用：已交的答卷立即更正，以后交卷的也照此判分。可以重发，中断后再发就接着做完。Applies it to every attempt, later ones too; safe to repeat. */
  @Post(':runId/apply')
  @HttpCode(200)
  @ApiProblems('not-found', 'invalid-transition')
  apply(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('runId') runId: string,
    @ArrivedAt() now: Date,
  ): Promise<Regrade> {
    return this.regrades.apply(staff, quizId, runId, now);
  }

  /** 撤销：得分回到没有这次更正时的样子。可以重发。Undoes it: scores become what they are without it; safe to repeat. */
  @Post(':runId/undo')
  @HttpCode(200)
  @ApiProblems('not-found', 'invalid-transition')
  undo(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('runId') runId: string,
    @Body() input: RegradeUndoing,
    @ArrivedAt() now: Date,
  ): Promise<Regrade> {
    return this.regrades.undo(staff, quizId, runId, input, now);
  }
}
