import { FACT_KINDS, type FactKind } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** 一个选项。An option. */
export class OptionContent {
  /**
   * 编号，在这道题里不重复；修改题目时，同一个选项保持同一个编号。Id, unique in the question; an option keeps its id through edits.
   * @example "o1"
   */
  @IsString()
  @MaxLength(64)
  @Matches(/^\S+$/)
  id!: string;

  /**
   * 文字。Its text.
   * @example "青岛国际会议中心"
   */
  @IsString()
  @MaxLength(1000)
  @Matches(/\S/)
  text!: string;
}

/** 依据：来源文章里的原句。A sentence of its article that proves the key. */
export class EvidenceContent {
  /**
   * 原句，一字不差。The exact quote.
   * @example "第三届工业互联网大会在青岛国际会议中心开幕"
   */
  @IsString()
  @MaxLength(2000)
  @Matches(/\S/)
  quote!: string;

  /**
   * 在整理后的正文中的起点（UTF-16 单位）；不给时取它第一次出现的地方。Where it begins in the cleaned text; its first place unless given.
   * @example 118
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  start?: number;
}

/** What every question says. */
export abstract class QuestionWords {
  /**
   * 题干；填空题的空写作 ____。The stem, with ____ for each blank.
   * @example "第三届工业互联网大会在哪里开幕？"
   */
  @IsString()
  @MaxLength(4000)
  @Matches(/\S/)
  stem!: string;

  /**
   * 解析；可以为空文本。Why the key is right; may be empty.
   * @example "文中说，大会在青岛国际会议中心开幕。"
   */
  @IsString()
  @MaxLength(4000)
  explanation!: string;

  /** 依据；没有依据的题，发布时要写明理由。What proves the key; without any, publishing needs a reason. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EvidenceContent)
  evidence!: EvidenceContent[];

  /** 考查的事实种类。Kind of fact it asks for. */
  @ApiProperty({ enum: FACT_KINDS, enumName: 'FactKind', required: false })
  @IsOptional()
  @IsIn(FACT_KINDS)
  factKind?: FactKind;
}
