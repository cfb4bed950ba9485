import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { LearnerAttempts, LearnerResultPage, ResultsQuery } from './staff-results.dto.js';
import { StaffResultsService } from './staff-results.service.js';

@ApiTags('staff results')
@Controller('v1/staff/quizzes/:quizId/results')
@ForInstructors()
export class StaffResultsController {
  constructor(private readonly results: StaffResultsService) {}

  /** 一个测验的成绩，一行一位学员，按测验的规定取分。Results of a quiz, a row each learner, by the attempt that counts. */
  @Get()
  @ApiProblems('not-found', 'quiz-not-published')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @Query() query: ResultsQuery,
  ): Promise<LearnerResultPage> {
    return this.results.list(staff, quizId, query);
  }

  /** 一位学员的全部答卷，和得分的每次变化。All attempts of one learner, with every change of their scores. */
  @Get(':learnerId')
  @ApiProblems('not-found', 'quiz-not-published')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @IdParam('learnerId') learnerId: string,
  ): Promise<LearnerAttempts> {
    return this.results.getLearner(staff, quizId, learnerId);
  }
}
