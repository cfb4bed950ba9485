import { WRITABLE_TYPES, type WritableType } from '#question';
import { MOST_FORMS } from '#quiz-writing';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { GenerationNote } from '../generations/generations.dto.js';
import { QuestionDetail } from '../questions/questions.dto.js';

/** 怎样再问一个事实。How to ask a fact anew. */
export class NewFactQuestions {
  /**
   * 最多再出几道。How many questions at most.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_FORMS)
  count: number = 1;

  /** 只出这些题型。Only these types. */
  @ApiProperty({ enum: WRITABLE_TYPES, enumName: 'WritableQuestionType', isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WRITABLE_TYPES.length)
  @ArrayUnique()
  @IsIn(WRITABLE_TYPES, { each: true })
  types?: WritableType[];

  /**
   * 随机种子；不给时由服务器取。The seed; the server takes one when none is given.
   * @example 7
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed?: number;
}

/** 一个事实的新题目，都是草稿；问不出新的时为空，并说明原因。New drafts about a fact; empty, with the reason, when nothing new can be asked. */
export class FactQuestions {
  /** 新的题目。The new questions. */
  items!: QuestionDetail[];

  /** 说明：丢弃了什么，为什么问不出新的。What was dropped, and why nothing new could be asked. */
  notes!: GenerationNote[];
}
