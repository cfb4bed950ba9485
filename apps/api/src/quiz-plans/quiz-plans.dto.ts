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
  ValidateNested,
} from 'class-validator';
import { FeedbackPolicyDto, MarkingPolicyDto, QuizSettings } from '../quiz-content/quiz-settings.dto.js';
import { DrawRule, NewQuizSection, NewQuizSlot } from '../quiz-content/quiz-slots.dto.js';

/** 测验的内容。What a quiz consists of. */
export class QuizPlan extends QuizSettings {
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

  /** 各个大题；不分大题时不给。The sections; none when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewQuizSection)
  sections?: NewQuizSection[];

  /** 各题和抽题规则，按次序，同一题不能重复。Slots and rules in order; no question twice. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  // Rules may be alike; an object stands for itself.
  @ArrayUnique((slot: NewQuizSlot | null) => slot?.questionId?.toString().toLowerCase() ?? slot)
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

  /** 考试或练习。Exam or practice. */
  mode!: 'exam' | 'practice';

  /** 第几版；有新版草稿时是草稿的。Number of the version. */
  version!: number;

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

/** 测验中的一题，教师看到的样子；抽取的题没有题目，只有规则。One slot; a drawn one has a rule instead of a question. */
export class StaffQuizSlot {
  /**
   * 题号，从 1 开始。Number of the slot, from 1.
   * @example 1
   */
  slot!: number;

  /**
   * 所在大题，从 1 开始。Number of its section.
   * @example 1
   */
  section!: number;

  /** 分值。What it is worth. */
  points!: number;

  /** 抽题规则的编号；固定的题为 null。Number of its rule, or null. */
  draw!: number | null;

  /** 题目编号；抽取的题为 null。Id of the question, or null. */
  questionId!: string | null;

  /** 题目的版本号：发布时冻结，之前是最新版；抽取的题为 null。Version of the question, or null. */
  version!: number | null;

  /** 题目的状态；抽取的题为 null。Status of the question, or null. */
  questionStatus!: 'draft' | 'in_review' | 'published' | 'retired' | null;

  /** 题型；抽取的题为 null。The question type, or null. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType', nullable: true })
  type!: QuestionType | null;

  /** 题干；抽取的题为 null。The stem, or null. */
  stem!: string | null;
}

/** 一条抽题规则：要几题，题库里有几题。A rule: how many it needs, how many there are. */
export class StaffQuizDraw {
  /**
   * 规则的编号，从 1 开始。Number of the rule.
   * @example 1
   */
  draw!: number;

  /** 规则。The rule. */
  rule!: DrawRule;

  /**
   * 要抽几题。How many it draws.
   * @example 5
   */
  need!: number;

  /**
   * 现在有几题可抽；发布后是冻结的题数。How many it can draw from.
   * @example 12
   */
  stock!: number;
}

/** 教师看到的测验全貌。A quiz with its rules and slots. */
export class StaffQuiz extends StaffQuizSummary {
  /** 从这时起可以开始；不限为 null。When it opens, or null. */
  opensAt!: string | null;

  /** 到这时全部结束；不限为 null。When it closes, or null. */
  closesAt!: string | null;

  /** 截止后多少秒内到达的作答还算数。Seconds of grace. */
  graceSeconds!: number;

  /** 及格线；不设为 null。Fraction needed to pass, or null. */
  passMark!: number | null;

  /** 多次作答取哪次。Which of several attempts counts. */
  counting!: 'highest' | 'average' | 'first' | 'last';

  /** 打乱题目。Whether questions are shuffled. */
  shuffleQuestions!: boolean;

  /** 打乱选项。Whether options are shuffled. */
  shuffleOptions!: boolean;

  /** 能否回头作答。Whether earlier slots can be answered again. */
  navigation!: 'free' | 'sequential';

  /** 什么时候公布什么。What is shown when. */
  feedback!: FeedbackPolicyDto;

  /** 判分规则。How types are marked. */
  marking!: MarkingPolicyDto;

  /** 各个大题；不分时为空。The sections. */
  sections!: NewQuizSection[];

  /** 各条抽题规则。The rules that draw. */
  draws!: StaffQuizDraw[];

  /** 各题，按次序。The slots in order. */
  slots!: StaffQuizSlot[];
}
