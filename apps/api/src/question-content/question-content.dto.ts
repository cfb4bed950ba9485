import { QUESTION_TYPES } from '#question';
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
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { FillBlank, ShortKeyContent } from './answer-content.dto.js';
import { OptionContent, QuestionWords } from './question-words.dto.js';
import { MatchPair } from './response.dto.js';
import { unionOf } from './union.js';

const MAX_ITEMS = 26;
const MAX_ID = 64;

function AreOptions() {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(MAX_ITEMS),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => OptionContent),
  );
}

function AreIds() {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(MAX_ITEMS),
    IsString({ each: true }),
    MaxLength(MAX_ID, { each: true }),
  );
}

/** 单选题的内容。Single choice. */
export class SingleContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('single')
  type!: 'single';

  /** 选项。The options. */
  @AreOptions()
  options!: OptionContent[];

  /**
   * 正确选项的编号。Id of the right option.
   * @example "o3"
   */
  @IsString()
  @MaxLength(MAX_ID)
  key!: string;
}

/** 多选题的内容。Multiple choice. */
export class MultiContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('multi')
  type!: 'multi';

  /** 选项。The options. */
  @AreOptions()
  options!: OptionContent[];

  /**
   * 全部正确选项的编号。Ids of all right options.
   * @example ["o1", "o3"]
   */
  @AreIds()
  keys!: string[];
}

/** 判断题的内容。True or false. */
export class TfContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('tf')
  type!: 'tf';

  /**
   * 说法是否正确。Whether the statement is true.
   * @example false
   */
  @IsBoolean()
  value!: boolean;

  /**
   * 说法错误时，正确的说法。What would be true instead.
   * @example "大会在青岛开幕。"
   */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  correction?: string;
}

/** 填空题的内容。Fill in the blanks. */
export class FillContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('fill')
  type!: 'fill';

  /** 各空的答案，按空的次序。The answers, blank by blank. */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FillBlank)
  blanks!: FillBlank[];

  /** 各空是否不分先后。Whether the blanks may be filled in any order. */
  @IsOptional()
  @IsBoolean()
  anyOrder?: boolean;
}

/** 排序题的内容。Put in order. */
export class OrderContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('order')
  type!: 'order';

  /** 要排序的项，按显示的次序（已打乱）。The items as shown, shuffled. */
  @AreOptions()
  options!: OptionContent[];

  /**
   * 各项的编号，按正确的次序。Ids in the right order.
   * @example ["o2", "o3", "o1"]
   */
  @AreIds()
  order!: string[];
}

/** 配对题的内容。Match left and right. */
export class MatchContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('match')
  type!: 'match';

  /** 左列。The left column. */
  @AreOptions()
  lefts!: OptionContent[];

  /** 右列，按显示的次序（已打乱）。The right column as shown, shuffled. */
  @AreOptions()
  rights!: OptionContent[];

  /** 正确的配对。The right pairs. */
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MatchPair)
  pairs!: MatchPair[];
}

/** 简答题的内容，由教师评分。A short answer, marked by an instructor. */
export class ShortContent extends QuestionWords {
  /** 题型。The question type. */
  @Equals('short')
  type!: 'short';

  /** 参考答案和评分点。Model answer and what is marked. */
  @IsObject()
  @ValidateNested()
  @Type(() => ShortKeyContent)
  answer!: ShortKeyContent;
}

/** What class-transformer falls back to for an unknown `type`: refuses it by name. */
class UnknownContent {
  @IsIn(QUESTION_TYPES)
  type!: string;
}

export type QuestionContentDto =
  SingleContent | MultiContent | TfContent | FillContent | OrderContent | MatchContent | ShortContent;

export const QUESTION_CONTENTS = {
  single: SingleContent,
  multi: MultiContent,
  tf: TfContent,
  fill: FillContent,
  order: OrderContent,
  match: MatchContent,
  short: ShortContent,
};

/** A field of a request that holds everything a question says, validated by its `type`. */
export function IsQuestionContent() {
  return applyDecorators(
    IsObject(),
    ValidateNested(),
    Type(() => UnknownContent, {
      keepDiscriminatorProperty: true,
      discriminator: {
        property: 'type',
        subTypes: Object.entries(QUESTION_CONTENTS).map(([name, value]) => ({ name, value })),
      },
    }),
    ShowsQuestionContent(),
  );
}

/** A field of a reply to the staff that holds everything a question says. */
export function ShowsQuestionContent() {
  return ApiProperty(unionOf('QuestionContent', QUESTION_CONTENTS));
}
