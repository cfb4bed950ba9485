import { QUESTION_TYPES, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
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
import { IsThousandths } from './thousandths.js';

/** 抽题规则：满足全部条件的已发布题目。A rule that draws from published questions; all its conditions hold. */
export class DrawRule {
  /** 知识点编号，连同它下面的知识点。Id of a topic; those below it count. */
  @IsOptional()
  @IsUUID()
  topicId?: string;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType', required: false })
  @IsOptional()
  @IsIn(QUESTION_TYPES)
  type?: QuestionType;

  /**
   * 难度从，1 易到 5 难。Difficulty from, 1 easy to 5 hard.
   * @example 2
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  difficultyFrom?: number;

  /**
   * 难度到。Difficulty to.
   * @example 4
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  difficultyTo?: number;

  /** 带有全部这些标签。Carries all these tags. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  @Matches(/\S/, { each: true })
  tags?: string[];
}

/** 测验中的一题，或按规则抽取的几题：questionId 与 draw 二选一。A question, or several drawn by a rule. */
export class NewQuizSlot {
  /**
   * 题目编号，须属于同一门课程。Id of a question of the same course.
   * @example "01936f6e-0000-7000-8000-000000000050"
   */
  @IsOptional()
  @IsUUID()
  questionId?: string;

  /** 抽题规则。A rule that draws. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DrawRule)
  draw?: DrawRule;

  /**
   * 按规则抽几题，默认 1 题；固定的题目不用给。How many to draw, 1 unless told.
   * @example 5
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  count?: number;

  /**
   * 所在大题，从 1 开始，默认 1。Number of its section, from 1.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  section?: number;

  /**
   * 每题分值，默认 1 分，最多三位小数。What each is worth, 1 unless told.
   * @example 1
   */
  @IsOptional()
  @IsThousandths()
  @Min(0.001)
  @Max(1000)
  points?: number;
}

/** 一个大题。A section. */
export class NewQuizSection {
  /**
   * 大题的标题。Title of the section.
   * @example "一、单项选择题"
   */
  @IsString()
  @MaxLength(100)
  @Matches(/\S/)
  title!: string;
}
