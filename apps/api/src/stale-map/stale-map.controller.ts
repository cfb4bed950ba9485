import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { StaleMap, StaleMapQuery } from './stale-map.dto.js';
import { StaleMapService } from './stale-map.service.js';

@ApiTags('staff articles')
@Controller('v1/staff/articles/:articleId/changes')
@ForInstructors()
export class StaffStaleMapController {
  constructor(private readonly staleMap: StaleMapService) {}

  /** 过期清单：文章的一个版本动了哪些事实、题目和测验。What a version of an article made stale. */
  @Get()
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('articleId') articleId: string,
    @Query() query: StaleMapQuery,
  ): Promise<StaleMap> {
    return this.staleMap.get(staff, articleId, query.version);
  }
}
