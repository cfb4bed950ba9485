import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForLearners, SignedInLearner } from '../identity/audience.decorator.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { QuizList, QuizSummary } from './quizzes.dto.js';
import { QuizzesService } from './quizzes.service.js';

@ApiTags('quizzes')
@Controller('v1')
@ForLearners()
export class QuizzesController {
  constructor(private readonly quizzes: QuizzesService) {}

  /** 一门课程里已发布的测验。Published quizzes of a course. */
  @Get('courses/:courseId/quizzes')
  @ApiProblems('not-found')
  list(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('courseId') courseId: string,
    @ArrivedAt() now: Date,
  ): Promise<QuizList> {
    return this.quizzes.listForLearner(learner, courseId, now);
  }

  /** 一个已发布的测验。One published quiz. */
  @Get('quizzes/:quizId')
  @ApiProblems('not-found')
  get(
    @SignedInLearner() learner: LearnerIdentity,
    @IdParam('quizId') quizId: string,
    @ArrivedAt() now: Date,
  ): Promise<QuizSummary> {
    return this.quizzes.getForLearner(learner, quizId, now);
  }
}
