import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { STATUSES, type Status } from '../questions/questions.dto.js';

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

  /**
   * 发布没有原文依据的题时必须写：为什么可以没有。Why a question may be published although no sentence proves it; required then.
   * @example "公司常识，课堂上讲过"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  waiver?: string;
}

/** 批量改变状态。Moves many questions through their review. */
export class BulkStatusChange extends QuestionStatusChange {
  /** 题目编号，最多 500 道。Ids of the questions. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  questionIds!: string[];
}

/** 本机构怎样审题。How questions are reviewed in this organisation. */
export class ReviewPolicy {
  /** 作者能否审批自己写的题；只有一位教师的机构用。Whether authors may accept questions of their own: for an organisation of one teacher. */
  @IsBoolean()
  singleReview!: boolean;
}
