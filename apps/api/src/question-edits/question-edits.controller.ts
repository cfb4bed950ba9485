import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam, NumberParam } from '../requests/id-param.decorator.js';
import {
  EditedQuestion,
  NewQuestion,
  QuestionDiff,
  QuestionEditInput,
  QuestionVersionDetail,
  QuestionVersionList,
  SimilarQuestions,
  WrittenQuestion,
} from './question-edits.dto.js';
import { QuestionEditsService } from './question-edits.service.js';
import { QuestionHistoryService } from './question-history.service.js';

@ApiTags('staff questions')
@Controller('v1/staff/questions')
@ForInstructors()
export class StaffQuestionEditsController {
  constructor(
    private readonly edits: QuestionEditsService,
    private readonly history: QuestionHistoryService,
  ) {}

  /** 手写一道题，成为草稿；附上题库里很像的题。Writes a question as a draft and names near duplicates. */
  @Post()
  @ApiProblems('not-found', 'external-id-taken', 'question-exists')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: NewQuestion,
    @ArrivedAt() now: Date,
  ): Promise<WrittenQuestion> {
    return this.edits.create(staff, input, now);
  }

  /** 修改一道题，成为新版本；类别由改动算出：措辞和解析会显示在旧答卷的结果里，内容和答案不会，并要重新审批。Edits a question: a new version. Edits of wording and explanation show in results of old attempts; edits of content and key do not, and are reviewed anew. */
  @Put(':questionId')
  @ApiProblems('not-found', 'question-edited', 'invalid-transition')
  edit(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @Body() input: QuestionEditInput,
    @ArrivedAt() now: Date,
  ): Promise<EditedQuestion> {
    return this.edits.edit(staff, questionId, input, now);
  }

  /** 一道题的各个版本。The versions of a question. */
  @Get(':questionId/versions')
  @ApiProblems('not-found')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
  ): Promise<QuestionVersionList> {
    return this.history.list(staff, questionId);
  }

  /** 一个版本的内容。One version with what it says. */
  @Get(':questionId/versions/:version')
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @NumberParam('version') version: number,
  ): Promise<QuestionVersionDetail> {
    return this.history.get(staff, questionId, version);
  }

  /** 两个版本的对照。Two versions compared. */
  @Get(':questionId/versions/:fromVersion/diff/:toVersion')
  @ApiProblems('not-found')
  diff(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
    @NumberParam('fromVersion') fromVersion: number,
    @NumberParam('toVersion') toVersion: number,
  ): Promise<QuestionDiff> {
    return this.history.diff(staff, questionId, fromVersion, toVersion);
  }

  /** 同一课程里与它很像的题。Near duplicates of a question. */
  @Get(':questionId/duplicates')
  @ApiProblems('not-found')
  findDuplicates(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('questionId') questionId: string,
  ): Promise<SimilarQuestions> {
    return this.history.findDuplicates(staff, questionId);
  }
}
