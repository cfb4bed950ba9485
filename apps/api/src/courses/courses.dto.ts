import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** 新建课程。A new course. */
export class NewCourse {
  /**
   * 课程名称。Title.
   * @example "工业互联网概论"
   */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  title!: string;

  /**
   * 课程说明。Description.
   * @example "面向制造业企业负责人的入门课程"
   */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string;
}

/** 课程。A course. */
export class Course {
  /**
   * 课程编号。Id of the course.
   * @example "01936f6e-0000-7000-8000-000000000010"
   */
  id!: string;

  /**
   * 课程名称。Title.
   * @example "工业互联网概论"
   */
  title!: string;

  /** 课程说明；没有时为空文本。Description, empty when there is none. */
  description!: string;
}

/** 课程列表。Courses. */
export class CourseList {
  /** 各门课程。The courses. */
  items!: Course[];
}
