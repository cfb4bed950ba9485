import { QUESTION_TYPES, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

/** A number with three decimals at most. IsNumber's own `maxDecimalPlaces` throws for what is written as 1e-7. */
function IsThousandths() {
  const validate = (value: unknown) => typeof value === 'number' && Number(value.toFixed(3)) === value;
  const defaultMessage = () => 'must have three decimals at most';
  return ValidateBy({ name: 'isNumber', validator: { validate, defaultMessage } });
}

/** 测验中的一题。One slot of a quiz. */
export class NewQuizSlot {
  /**
   * 题目编号，须属于同一门课程。Id of a question of the same course.
   * @example "01936f6e-0000-7000-8000-000000000050"
   */
  @IsUUID()
  questionId!: string;

  /**
   * 分值，默认 1 分，最多三位小数。What it is worth, 1 unless told.
   * @example 1
   */
  @IsOptional()
  @IsThousandths()
  @Min(0.001)
  @Max(1000)
  points?: number;
}

/** 测验的内容。What a quiz consists of. */
export class QuizPlan {
  /**
   * 测验名称。Title.
   * @example "第一讲课后测验"
   */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  title!: string;

  /** 测验说明。Description. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string;

  /** 各题，按次序，不能重复。The slots in order; no question twice. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((slot: NewQuizSlot | null) => String(slot?.questionId).toLowerCase())
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewQuizSlot)
  slots!: NewQuizSlot[];

  /**
   * 限时多少秒；不给则不限时。Time limit in seconds; none when left out.
   * @example 1200
   */
  @IsOptional()
  @IsInt()
  @Min(10)
  @Max(604_800)
  timeLimitSeconds?: number;

  /**
   * 每人最多作答几次；不给则不限。Attempts allowed for each learner; any number when left out.
   * @example 3
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  attemptsAllowed?: number;
}

/** 新建测验。A new quiz. */
export class NewQuiz extends QuizPlan {
  /** 所属课程的编号。Id of its course. */
  @IsUUID()
  courseId!: string;
}

/** 查询测验的条件。Which quizzes. */
export class QuizzesQuery {
  /** 课程编号。Of this course. */
  @IsOptional()
  @IsUUID()
  courseId?: string;
}

/** 教师看到的测验概况。A quiz as an instructor sees it in a list. */
export class StaffQuizSummary {
  /** 测验编号。Id of the quiz. */
  id!: string;

  /** 课程编号。Id of its course. */
  courseId!: string;

  /** 测验名称。Title. */
  title!: string;

  /** 测验说明。Description. */
  description!: string;

  /** 状态：草稿或已发布。The status. */
  status!: 'draft' | 'published';

  /** 题数。Number of questions. */
  questionCount!: number;

  /** 满分。Points in all. */
  totalPoints!: number;

  /** 限时多少秒；不限时为 null。Time limit in seconds, or null. */
  timeLimitSeconds!: number | null;

  /** 最多作答几次；不限为 null。Attempts allowed, or null. */
  attemptsAllowed!: number | null;

  /** 发布的时间；草稿为 null。When it was published, or null. */
  publishedAt!: string | null;
}

/** 教师看到的测验列表。Quizzes as an instructor sees them. */
export class StaffQuizList {
  /** 各个测验。The quizzes. */
  items!: StaffQuizSummary[];
}

/** 测验中的一题，教师看到的样子。One slot as an instructor sees it. */
export class StaffQuizSlot {
  /**
   * 题号，从 1 开始。Number of the slot, from 1.
   * @example 1
   */
  slot!: number;

  /** 题目编号。Id of the question. */
  questionId!: string;

  /** 题目的版本号；发布时冻结，之前是最新版。Version of the question: frozen by publishing, the newest before. */
  version!: number;

  /** 题目的状态。Status of the question. */
  questionStatus!: 'draft' | 'in_review' | 'published' | 'retired';

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType' })
  type!: QuestionType;

  /** 题干。The stem. */
  stem!: string;

  /** 分值。What it is worth. */
  points!: number;
}

/** 教师看到的测验全貌。A quiz with its slots. */
export class StaffQuiz extends StaffQuizSummary {
  /** 各题，按次序。The slots in order. */
  slots!: StaffQuizSlot[];
}
