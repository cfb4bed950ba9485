import { MAX_FILL_LENGTH, MAX_SHORT_LENGTH, QUESTION_TYPES } from '#question';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { unionOf } from './union.js';

const MAX_ITEMS = 26;
const MAX_ID = 64;

/** 单选题的作答。Response to a single-choice question. */
export class SingleResponse {
  /** 题型。The question type. */
  @Equals('single')
  type!: 'single';

  /**
   * 选中的选项编号。Id of the chosen option.
   * @example "b"
   */
  @IsString()
  @MaxLength(MAX_ID)
  choice!: string;
}

/** 多选题的作答。Response to a multiple-choice question. */
export class MultiResponse {
  /** 题型。The question type. */
  @Equals('multi')
  type!: 'multi';

  /**
   * 选中的选项编号，次序无关。Ids of the chosen options, in any order.
   * @example ["a", "c"]
   */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsString({ each: true })
  @MaxLength(MAX_ID, { each: true })
  choices!: string[];
}

/** 判断题的作答。Response to a true/false question. */
export class TfResponse {
  /** 题型。The question type. */
  @Equals('tf')
  type!: 'tf';

  /**
   * 认为说法正确为 true。True for "the statement is right".
   * @example false
   */
  @IsBoolean()
  value!: boolean;
}

/** 填空题的作答。Response to a fill-in question. */
export class FillResponse {
  /** 题型。The question type. */
  @Equals('fill')
  type!: 'fill';

  /**
   * 每空一个文本，按空的次序；没填的空用空字符串。One text per blank, in order; an empty text where nothing is filled in.
   * @example ["2020年", "青岛"]
   */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsString({ each: true })
  @MaxLength(MAX_FILL_LENGTH, { each: true })
  texts!: string[];
}

/** 排序题的作答。Response to an ordering question. */
export class OrderResponse {
  /** 题型。The question type. */
  @Equals('order')
  type!: 'order';

  /**
   * 选项编号，按认为正确的次序。Option ids in the order believed right.
   * @example ["c", "a", "b"]
   */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsString({ each: true })
  @MaxLength(MAX_ID, { each: true })
  order!: string[];
}

/** 一个左项与一个右项的配对。A left item with its right item. */
export class MatchPair {
  /**
   * 左项编号。Id of the left item.
   * @example "l1"
   */
  @IsString()
  @MaxLength(MAX_ID)
  left!: string;

  /**
   * 右项编号。Id of the right item.
   * @example "r2"
   */
  @IsString()
  @MaxLength(MAX_ID)
  right!: string;
}

/** 配对题的作答。Response to a matching question. */
export class MatchResponse {
  /** 题型。The question type. */
  @Equals('match')
  type!: 'match';

  /** 各个配对；可以先交一部分。The pairs; a part of them is a response too. */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MatchPair)
  pairs!: MatchPair[];
}

/** 简答题的作答。Response to a short-answer question. */
export class ShortResponse {
  /** 题型。The question type. */
  @Equals('short')
  type!: 'short';

  /**
   * 作答的文字。The text of the answer.
   * @example "工业互联网把设备、系统和人连接起来。"
   */
  @IsString()
  @MaxLength(MAX_SHORT_LENGTH)
  text!: string;
}

/** What class-transformer falls back to for an unknown `type`: refuses it by name. */
class UnknownResponse {
  @IsIn(QUESTION_TYPES)
  type!: string;
}

export type ResponseDto =
  SingleResponse | MultiResponse | TfResponse | FillResponse | OrderResponse | MatchResponse | ShortResponse;

export const RESPONSES = {
  single: SingleResponse,
  multi: MultiResponse,
  tf: TfResponse,
  fill: FillResponse,
  order: OrderResponse,
  match: MatchResponse,
  short: ShortResponse,
};

/** A field of a request that holds a response, validated by its `type`. */
export function IsResponse() {
  return applyDecorators(
    IsObject(),
    ValidateNested(),
    Type(() => UnknownResponse, {
      keepDiscriminatorProperty: true,
      discriminator: {
        property: 'type',
        subTypes: Object.entries(RESPONSES).map(([name, value]) => ({ name, value })),
      },
    }),
    ShowsResponse(),
  );
}

/** A field of a reply that holds a response. */
export function ShowsResponse(settings: { nullable?: boolean } = {}) {
  return ApiProperty({ ...unionOf('Response', RESPONSES), ...settings });
}
