import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { Attempt, AttemptList, AttemptsQuery } from './attempts.dto.js';
import { AttemptsService } from './attempts.service.js';

@ApiTags('attempts')
@Controller('v1')
@ForLearners()
export class AttemptsController {
  constructor(private readonly attempts: AttemptsService) {}

  /** 开始作答；已有进行中的答卷时返回那一份。Starts an attempt, or gives the one that is running. */
  @Post('quizzes/:quizId/attempts')
  @ApiCreatedResponse({ type: Attempt, description: '新的答卷。A new attempt.' })
  @ApiOkResponse({ type: Attempt, description: '正在进行的答卷。The attempt that is running.' })
  @ApiProblems(
    'not-found',
    'quiz-not-published',
    'quiz-not-open',
    'quiz-closed',
    'quiz-exhausted',
    'attempts-used-up',
  )
  async start(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('quizId') quizId: string,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attempt> {
    const { attempt, isNew } = await this.attempts.start(learner, quizId, now);
    void reply.code(isNew ? 201 : 200);
    return attempt;
  }

  /** 我的答卷，新的在前。The learner's attempts, newest first. */
  @Get('attempts')
  list(
    @SignedInLearner() learner: LearnerIdentity,
    @Query() query: AttemptsQuery,
    @ArrivedAt() now: Date,
  ): Promise<AttemptList> {
    return this.attempts.list(learner, query.quizId, now);
  }

  /** 一份答卷：同样的题目、次序、作答和截止时间，换一部手机也一样。One attempt, the same on every phone. */
  @Get('attempts/:attemptId')
  @ApiProblems('not-found')
  get(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('attemptId') attemptId: string,
    @ArrivedAt() now: Date,
  ): Promise<Attempt> {
    return this.attempts.get(learner, attemptId, now);
  }
}
