import { FACT_KINDS, QUESTION_TYPES, type FactKind, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';
import { PlacedEvidence } from '../question-content/staff-evidence.dto.js';

const STATUSES = ['draft', 'in_review', 'published', 'retired'] as const;

type Status = (typeof STATUSES)[number];

/** 查询题库的条件。Which questions. */
export class QuestionsQuery {
  /** 课程编号。Of this course. */
  @IsOptional()
  @IsUUID()
  courseId?: string;

  /** 文章编号。From this article. */
  @IsOptional()
  @IsUUID()
  articleId?: string;

  /** 状态。In this status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus', required: false })
  @IsOptional()
  @IsIn(STATUSES)
  status?: Status;

  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少道题。Questions on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 题目的新状态。A new status for a question. */
export class QuestionStatusChange {
  /** 新状态：draft → in_review → published → retired；in_review 可以退回 draft（要写理由），也可以直接停用。The new status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus' })
  @IsIn(STATUSES)
  status!: Status;

  /**
   * 理由；退回时必须写。The reason, required when a question goes back to draft.
   * @example "第三个干扰项也说得通"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  reason?: string;
}

/** 题库中的一道题。A question of the bank. */
export class QuestionSummary {
  /**
   * 编号。Id.
   * @example "01936f6e-0000-7000-8000-000000000050"
   */
  id!: string;

  /** 课程编号。Id of its course. */
  courseId!: string;

  /** 来源文章的编号；没有时为 null。Id of the article it was written from, or null. */
  articleId!: string | null;

  /** 来源事实的编号；没有时为 null。Id of the fact it was written from, or null. */
  factId!: string | null;

  /** 状态。The status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus' })
  status!: Status;

  /** 上次退回的理由，或文章新版改动了依据的说明；没有时为 null。Why it went back to draft, or what a new version of its article changed; or null. */
  statusReason!: string | null;

  /**
   * 版本号。Number of its newest version.
   * @example 1
   */
  version!: number;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType' })
  type!: QuestionType;

  /** 题干。The stem. */
  stem!: string;

  /** 估计的难度，0 易到 1 难；没有估计时为 null。Estimated difficulty, 0 easy to 1 hard, or null. */
  difficulty!: number | null;
}

/** 一页题目。A page of questions. */
export class QuestionPage {
  /** 这一页的题目。The questions on this page. */
  items!: QuestionSummary[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少道题。Questions on a page. */
  pageSize!: number;

  /** 一共多少道题。How many there are in all. */
  total!: number;
}

/** 一道题的全部内容，供教师审题。A question with everything an instructor judges it by. */
export class QuestionDetail extends QuestionSummary {
  /** 题面。The question as a learner sees it, options in their stored order. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 答案，写成得满分的作答。The key, written as the response that gives full marks. */
  @ShowsResponse()
  key!: ResponseDto;

  @ApiProperty({
    description:
      '填空题每空可以接受的各种写法；其他题型没有。Accepted forms of each blank of a fill-in question.',
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    required: false,
  })
  acceptedForms?: string[][];

  /** 判断题说法错误时的正确说法。What would be true instead of a false statement. */
  correction?: string;

  /** 解析。The explanation. */
  explanation!: string;

  /** 考查的事实种类；不知道时为 null。Kind of fact it asks for, or null. */
  @ApiProperty({ enum: FACT_KINDS, enumName: 'FactKind', nullable: true })
  factKind!: FactKind | null;

  /** 依据。The sentences that prove the key. */
  evidence!: PlacedEvidence[];
}
