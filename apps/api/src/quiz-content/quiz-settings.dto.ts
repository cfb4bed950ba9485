import {
  ATTEMPT_POLICIES,
  FILL_POLICIES,
  type FillPolicy,
  MATCH_POLICIES,
  type MatchPolicy,
  MULTI_POLICIES,
  type MultiPolicy,
  ORDER_POLICIES,
  type OrderPolicy,
} from '#scoring';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsInt,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsThousandths } from './thousandths.js';

/** 某一时刻公布哪些内容。What is shown at one moment. */
export class FeedbackViewDto {
  /** 总分和是否及格。The score, and whether it passed. */
  @IsBoolean()
  score!: boolean;

  /** 每题的对错和得分。What each slot scored. */
  @IsBoolean()
  correctness!: boolean;

  /** 答案。The keys. */
  @IsBoolean()
  key!: boolean;

  /** 解析和原文依据。Explanations and the sentences they stand on. */
  @IsBoolean()
  explanation!: boolean;
}

/** 什么时候公布什么。What is shown when. */
export class FeedbackPolicyDto {
  /** 作答过程中，逐题查看；看过的题不能再改。While answering, slot by slot; what was shown stands. */
  @IsObject()
  @ValidateNested()
  @Type(() => FeedbackViewDto)
  during!: FeedbackViewDto;

  /** 交卷以后。After submitting. */
  @IsObject()
  @ValidateNested()
  @Type(() => FeedbackViewDto)
  afterSubmit!: FeedbackViewDto;

  /** 测验对所有人结束以后。Once the quiz has closed for everybody. */
  @IsObject()
  @ValidateNested()
  @Type(() => FeedbackViewDto)
  afterClose!: FeedbackViewDto;
}

const named = (policies: object) => Object.keys(policies);

/** 判分规则，按题型；没写的题型按严格规则。How types are marked; left out, strictly. */
export class MarkingPolicyDto {
  /** 多选题：全对得分、少选得一半、少选按比例、选错扣分。Multiple choice. */
  @ApiProperty({ enum: named(MULTI_POLICIES), required: false })
  @IsOptional()
  @IsIn(named(MULTI_POLICIES))
  multi?: MultiPolicy;

  /** 排序题：全对得分，或按相邻次序给分。Ordering. */
  @ApiProperty({ enum: named(ORDER_POLICIES), required: false })
  @IsOptional()
  @IsIn(named(ORDER_POLICIES))
  order?: OrderPolicy;

  /** 配对题：全对得分，或按对数给分。Matching. */
  @ApiProperty({ enum: named(MATCH_POLICIES), required: false })
  @IsOptional()
  @IsIn(named(MATCH_POLICIES))
  match?: MatchPolicy;

  /** 填空题：全对得分，或按空给分。Fill-in. */
  @ApiProperty({ enum: named(FILL_POLICIES), required: false })
  @IsOptional()
  @IsIn(named(FILL_POLICIES))
  fill?: FillPolicy;
}

/** 测验的规则，都可以不给。The rules of a quiz; each may be left out. */
export class QuizSettings {
  /** 考试（默认）或练习；练习默认边答边看答案。Exam (unless told) or practice, which shows answers at once. */
  @IsOptional()
  @IsIn(['exam', 'practice'])
  mode?: 'exam' | 'practice';

  /**
   * 从这时起可以开始；不给则随时。Attempts start from here on; at any time when left out.
   * @example "2026-12-01T01:00:00.000Z"
   */
  @IsOptional()
  @IsISO8601({ strict: true })
  opensAt?: string;

  /**
   * 到这时全部结束；不给则不结束。No attempt starts, and every attempt ends, here; never when left out.
   * @example "2026-12-01T03:00:00.000Z"
   */
  @IsOptional()
  @IsISO8601({ strict: true })
  closesAt?: string;

  /**
   * 截止后多少秒内到达的作答还算数（给断网后补传的时间）。Seconds after the deadline in which answers still arrive in time.
   * @example 60
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3600)
  graceSeconds?: number;

  /**
   * 及格线，得分率 0 到 1；不给则不设及格。Fraction needed to pass; no passing when left out.
   * @example 0.6
   */
  @IsOptional()
  @IsThousandths()
  @Min(0)
  @Max(1)
  passMark?: number;

  /** 多次作答取哪次：最高（默认）、平均、首次、末次。Which of several attempts counts. */
  @ApiProperty({ enum: named(ATTEMPT_POLICIES), required: false })
  @IsOptional()
  @IsIn(named(ATTEMPT_POLICIES))
  counting?: 'highest' | 'average' | 'first' | 'last';

  /** 打乱大题内题目的次序；默认不打乱。Shuffles questions within their sections. */
  @IsOptional()
  @IsBoolean()
  shuffleQuestions?: boolean;

  /** 打乱选项的次序；默认打乱。Shuffles options; true unless told. */
  @IsOptional()
  @IsBoolean()
  shuffleOptions?: boolean;

  /** 能否回头作答：free（默认）可以，sequential 只能按次序。Whether earlier slots can be answered again. */
  @IsOptional()
  @IsIn(['free', 'sequential'])
  navigation?: 'free' | 'sequential';

  /** 什么时候公布什么；不给时：考试交卷后公布，设有结束时间的考试结束后才公布答案，练习随时。What is shown when. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FeedbackPolicyDto)
  feedback?: FeedbackPolicyDto;

  /** 判分规则。How types are marked. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MarkingPolicyDto)
  marking?: MarkingPolicyDto;
}
