import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ForInstructors,
  ForLearners,
  SignedInLearner,
  SignedInStaff,
} from '../identity/audience.decorator.js';
import type { LearnerIdentity, StaffIdentity } from '../identity/identity.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { Course, CourseList, NewCourse } from './courses.dto.js';
import { CoursesService } from './courses.service.js';

@ApiTags('courses')
@Controller('v1/courses')
@ForLearners()
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  /** 学员可以学习的课程。Courses open to the learner. */
  @Get()
  list(@SignedInLearner() learner: LearnerIdentity): Promise<CourseList> {
    return this.courses.list(learner.partnerId);
  }
}

@ApiTags('staff courses')
@Controller('v1/staff/courses')
@ForInstructors()
export class StaffCoursesController {
  constructor(private readonly courses: CoursesService) {}

  /** 本机构的课程。Courses of the instructor's organisation. */
  @Get()
  list(@SignedInStaff() staff: StaffIdentity): Promise<CourseList> {
    return this.courses.list(staff.partnerId);
  }

  /** 新建课程。Creates a course. */
  @Post()
  create(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: NewCourse,
    @ArrivedAt() now: Date,
  ): Promise<Course> {
    return this.courses.create(staff, input, now);
  }
}
