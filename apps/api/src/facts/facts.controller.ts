import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { Fact, FactList, FactStatusChange } from './facts.dto.js';
import { FactsService } from './facts.service.js';

@ApiTags('staff facts')
@Controller('v1/staff')
@ForInstructors()
export class StaffFactsController {
  constructor(private readonly facts: FactsService) {}

  /** 一篇文章中找到的事实。Facts found in an article. */
  @Get('articles/:articleId/facts')
  @ApiProblems('not-found')
  list(@SignedInStaff() staff: StaffIdentity, @IdParam('articleId') articleId: string): Promise<FactList> {
    return this.facts.list(staff, articleId);
  }

  /** 采纳或停用一个事实。Accepts or retires a fact. */
  @Put('facts/:factId/status')
  @ApiProblems('not-found')
  setStatus(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('factId') factId: string,
    @Body() input: FactStatusChange,
    @ArrivedAt() now: Date,
  ): Promise<Fact> {
    return this.facts.setStatus(staff, factId, input.status, now);
  }
}
