import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { Topic, TopicInput, TopicList } from './topics.dto.js';
import { TopicsService } from './topics.service.js';

@ApiTags('staff topics')
@Controller('v1/staff')
@ForInstructors()
export class StaffTopicsController {
  constructor(private readonly topics: TopicsService) {}

  /** 一门课程的知识点树。The topics of a course. */
  @Get('courses/:courseId/topics')
  @ApiProblems('not-found')
  list(@SignedInStaff() staff: StaffIdentity, @IdParam('courseId') courseId: string): Promise<TopicList> {
    return this.topics.list(staff, courseId);
  }

  /** 新建知识点。Makes a topic. */
  @Post('courses/:courseId/topics')
  @ApiProblems('not-found', 'topic-name-taken')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('courseId') courseId: string,
    @Body() input: TopicInput,
    @ArrivedAt() now: Date,
  ): Promise<Topic> {
    return this.topics.create(staff, courseId, input, now);
  }

  /** 改名、移动知识点；它下面的一切随它移动。Renames or moves a topic with all below it. */
  @Put('topics/:topicId')
  @ApiProblems('not-found', 'topic-name-taken')
  change(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('topicId') topicId: string,
    @Body() input: TopicInput,
    @ArrivedAt() now: Date,
  ): Promise<Topic> {
    return this.topics.change(staff, topicId, input, now);
  }

  /** 删除没有下级、题目和抽题规则的知识点。Deletes a topic that nothing hangs on. */
  @Delete('topics/:topicId')
  @HttpCode(204)
  @ApiProblems('not-found', 'topic-in-use')
  remove(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('topicId') topicId: string,
    @ArrivedAt() now: Date,
  ): Promise<void> {
    return this.topics.remove(staff, topicId, now);
  }
}
