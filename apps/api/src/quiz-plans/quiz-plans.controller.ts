import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { NewQuiz, QuizPlan, QuizzesQuery, StaffQuiz, StaffQuizList } from './quiz-plans.dto.js';
import { QuizPlansService } from './quiz-plans.service.js';

@ApiTags('staff quizzes')
@Controller('v1/staff/quizzes')
@ForInstructors()
export class StaffQuizzesController {
  constructor(private readonly plans: QuizPlansService) {}

  /** 新建一个测验草稿。Creates a quiz as a draft. */
  @Post()
  @ApiProblems('not-found')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: NewQuiz,
    @ArrivedAt() now: Date,
  ): Promise<StaffQuiz> {
    return this.plans.create(staff, input, now);
  }

  /** 本机构的测验，可按课程筛选。Quizzes of the instructor's organisation. */
  @Get()
  list(@SignedInStaff() staff: StaffIdentity, @Query() query: QuizzesQuery): Promise<StaffQuizList> {
    return this.plans.list(staff, query.courseId);
  }

  /** 一个测验的全貌。One quiz with its slots. */
  @Get(':quizId')
  @ApiProblems('not-found')
  get(@SignedInStaff() staff: StaffIdentity, @IdParam('quizId') quizId: string): Promise<StaffQuiz> {
    return this.plans.get(staff, quizId);
  }

  /** 修改测验草稿，整份替换。Replaces the plan of a draft. */
  @Put(':quizId')
  @ApiProblems('not-found', 'invalid-transition')
  update(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @Body() input: QuizPlan,
  ): Promise<StaffQuiz> {
    return this.plans.update(staff, quizId, input);
  }

  /** 为已发布的测验新建一版草稿，内容与现在的一样；正在作答的人不受影响。Starts the next version of a published quiz. */
  @Post(':quizId/versions')
  @ApiProblems('not-found', 'invalid-transition')
  addVersion(@SignedInStaff() staff: StaffIdentity, @IdParam('quizId') quizId: string): Promise<StaffQuiz> {
    return this.plans.addVersion(staff, quizId);
  }

  /** 发布测验，冻结每道题的版本和每条规则可抽的题；有未发布的题目、题库凑不满的规则时拒绝并指出是哪些。Publishes a quiz and freezes its questions. */
  @Post(':quizId/publish')
  @HttpCode(200)
  @ApiProblems('not-found', 'invalid-transition')
  publish(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('quizId') quizId: string,
    @ArrivedAt() now: Date,
  ): Promise<StaffQuiz> {
    return this.plans.publish(staff, quizId, now);
  }
}
