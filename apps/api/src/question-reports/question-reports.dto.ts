import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export const REPORT_KINDS = ['wrong-key', 'unclear', 'typo', 'other'] as const;
const STATES = ['open', 'accepted', 'rejected'] as const;
const OUTCOMES = ['accepted', 'rejected'] as const;

type Kind = (typeof REPORT_KINDS)[number];
type State = (typeof STATES)[number];

/** 学员报告一道题有问题。A learner says that a question is wrong. */
export class NewQuestionReport {
  /** 问题的种类：答案有误、表述不清、错别字、其他。What is wrong: the key, the wording, a typo, something else. */
  @ApiProperty({ enum: REPORT_KINDS, enumName: 'ReportKind', example: 'wrong-key' })
  @IsIn(REPORT_KINDS)
  kind!: Kind;

  /**
   * 补充说明，可以不写。In one's own words; may be left out.
   * @example "文章里写的是2020年"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  text?: string;
}

/** 学员看到的一份报告。A report as its learner sees it. */
export class QuestionReport {
  /**
   * 题号。Number of the slot.
   * @example 3
   */
  slot!: number;

  /** 问题的种类。What is wrong. */
  @ApiProperty({ enum: REPORT_KINDS, enumName: 'ReportKind', example: 'wrong-key' })
  kind!: Kind;

  /** 补充说明；没有时为空文本。In one's own words, or empty. */
  text!: string;

  /** 处理状态：待处理、采纳、不采纳。The state. */
  @ApiProperty({ enum: STATES, enumName: 'ReportState', example: 'open' })
  state!: State;

  /** 教师的答复；还没有时为 null。The reply of the staff, or null. */
  reply!: string | null;

  /** 报告的时间。When it was made. */
  createdAt!: string;

  /** 答复的时间；还没有时为 null。When it was answered, or null. */
  resolvedAt!: string | null;
}

/** 一份答卷的报告。The reports of an attempt. */
export class QuestionReportList {
  /** 各份报告，按题号。The reports, by slot. */
  items!: QuestionReport[];
}

/** 查询报告的条件。Which reports. */
export class ReportsQuery {
  /** 处理状态。In this state. */
  @ApiProperty({ enum: STATES, enumName: 'ReportState', required: false })
  @IsOptional()
  @IsIn(STATES)
  state?: State;

  /** 问题的种类。Of this kind. */
  @ApiProperty({ enum: REPORT_KINDS, enumName: 'ReportKind', required: false })
  @IsOptional()
  @IsIn(REPORT_KINDS)
  kind?: Kind;

  /** 测验编号。From this quiz. */
  @IsOptional()
  @IsUUID()
  quizId?: string;

  /** 题目编号。About this question. */
  @IsOptional()
  @IsUUID()
  questionId?: string;

  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少份。Reports on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 教师看到的一份报告，不带学员。A report as the staff sees it, without its learner. */
export class StaffQuestionReport extends QuestionReport {
  /**
   * 报告编号。Id of the report.
   * @example "01936f6e-0000-7000-8000-000000000080"
   */
  id!: string;

  /** 题目编号。Id of the question. */
  questionId!: string;

  /**
   * 学员看到的版本号。Number of the version the learner saw.
   * @example 1
   */
  version!: number;

  /** 题干。The stem. */
  stem!: string;

  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /** 测验名称。Title of the quiz. */
  quizTitle!: string;

  /**
   * 这道题还有几份待处理的报告。Open reports about this question.
   * @example 12
   */
  openOfQuestion!: number;
}

/** 一页报告。A page of reports. */
export class ReportPage {
  /** 这一页的报告，先到的在前。The reports on this page, oldest first. */
  items!: StaffQuestionReport[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少份。Reports on a page. */
  pageSize!: number;

  /** 一共多少份。How many there are in all. */
  total!: number;
}

/** 对报告的答复。What becomes of a report. */
export class ReportAnswer {
  /** 采纳或不采纳。Accepted or rejected. */
  @ApiProperty({ enum: OUTCOMES, example: 'accepted' })
  @IsIn(OUTCOMES)
  state!: (typeof OUTCOMES)[number];

  /**
   * 给学员的答复。What the learner reads.
   * @example "答案已经更正，成绩会重新计算，谢谢。"
   */
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  reply!: string;

  /** 同样答复这道题的所有待处理报告。Answers all open reports about the same question alike. */
  @IsOptional()
  @IsBoolean()
  wholeQuestion?: boolean;
}

/** 答复了哪些报告。How many reports were answered. */
export class AnsweredReports {
  /**
   * 答复了几份。How many reports now have this reply.
   * @example 12
   */
  answered!: number;
}
