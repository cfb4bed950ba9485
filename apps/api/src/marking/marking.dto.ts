import { QUESTION_TYPES, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';

const STATES = ['open', 'marked'] as const;

/** 查询评分任务的条件。Which answers. */
export class MarkingQuery {
  /** 等待评分的，或教师评过的；默认前者。Waiting, or marked by a person; waiting unless told. */
  @ApiProperty({ enum: STATES, enumName: 'MarkingState', required: false })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];

  /** 题目编号。To this question. */
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

  /** 每页多少份。Answers on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 一个评分点。A point of the rubric. */
export class RubricItem {
  /** 编号。Its id. */
  id!: string;

  /** 答到什么给分。What the answer must say for it. */
  text!: string;

  /** 占几份。Its part of the whole, in shares. */
  share!: number;
}

/** 一个评分点给了几份。What one point of the rubric got. */
export class AwardedShares {
  /**
   * 评分点的编号。Id of the point.
   * @example "p1"
   */
  @IsString()
  @MaxLength(64)
  id!: string;

  /**
   * 给几份，可以是半份。Shares of it, halves included.
   * @example 1.5
   */
  @IsNumber()
  @Min(0)
  @Max(100)
  shares!: number;
}

/** 教师给的分。A mark that a person gives. */
export class NewMark {
  /** 按评分点给分；题目有评分点时必须这样评。Point by point; required where the question has a rubric. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AwardedShares)
  awarded?: AwardedShares[];

  /**
   * 得分率，0 到 1；题目没有评分点时用。How right it is, 0 to 1; where there is no rubric.
   * @example 0.5
   */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 4 })
  @Min(0)
  @Max(1)
  fraction?: number;

  /**
   * 评语，学员看得到；改评，或改机器判的分时必须写。For the learner; required when it replaces another mark.
   * @example "缺少“人”这一点"
   */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  comment?: string;
}

/** 一份待评的作答，不带学员的身份。An answer to be marked; nobody is told whose it is. */
export class AnswerToMark {
  /** 答卷编号。Id of the attempt. */
  attemptId!: string;

  /** 题号。Number of the slot. */
  slot!: number;

  /** 题目编号。Id of the question. */
  questionId!: string;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType' })
  type!: QuestionType;

  /** 题干。The stem. */
  stem!: string;

  /** 分值。What it is worth. */
  points!: number;

  /** 作答。The response. */
  @ShowsResponse({ nullable: true })
  response!: ResponseDto | null;

  /** 参考答案。The key: a model answer. */
  @ShowsResponse()
  key!: ResponseDto;

  /** 评分点；没有时为空。The rubric, or empty. */
  rubric!: RubricItem[];

  /** 得分率，0 到 1；等待评分时为 null。How right it is, or null. */
  fraction!: number | null;

  /** 得分；等待评分时为 null。What it scores, or null. */
  score!: number | null;

  /** 各评分点给了几份；没有时为 null。What each point got, or null. */
  @ApiProperty({ type: [AwardedShares], nullable: true })
  awarded!: AwardedShares[] | null;

  /** 评语；没有时为 null。The comment, or null. */
  comment!: string | null;

  /** 谁评的；没有时为 null。Who marked it, or null. */
  markedBy!: string | null;

  /** 评分的时间；没有时为 null。When it was marked, or null. */
  markedAt!: string | null;
}

/** 一页评分任务。A page of answers to mark. */
export class MarkingPage {
  /** 这一页的作答，同一题的排在一起。The answers on this page, those to one question together. */
  items!: AnswerToMark[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少份。Answers on a page. */
  pageSize!: number;

  /** 一共多少份。How many there are in all. */
  total!: number;
}
