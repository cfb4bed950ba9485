import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { Learner } from '../sign-in/sign-in.dto.js';
import { LearnersService } from './learners.service.js';

@ApiTags('me')
@Controller('v1/me')
@ForLearners()
export class MeController {
  constructor(private readonly learners: LearnersService) {}

  /** 当前登录的学员。The signed-in learner. */
  @Get()
  @ApiProblems('not-found')
  get(@SignedInLearner() learner: LearnerIdentity): Promise<Learner> {
    return this.learners.get(learner);
  }
}
