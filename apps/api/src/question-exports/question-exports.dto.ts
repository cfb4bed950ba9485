import { QUESTION_TYPES, type QuestionType } from '#question';
import { MAX_QUESTION_ROWS, QUESTION_FILE_FORMATS, type QuestionFileFormat } from '#question-files';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const STATUSES = ['draft', 'in_review', 'published', 'retired'] as const;
const MOST_IDS = 200;

/** 导出哪些题，用哪种格式。Which questions, in which format. */
export class QuestionExportQuery {
  /** 格式。The format. */
  @ApiProperty({ enum: QUESTION_FILE_FORMATS, enumName: 'QuestionFileFormat' })
  @IsIn(QUESTION_FILE_FORMATS)
  format!: QuestionFileFormat;

  /** 状态。In this status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus', required: false })
  @IsOptional()
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];

  /** 题型。Of this type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType', required: false })
  @IsOptional()
  @IsIn(QUESTION_TYPES)
  type?: QuestionType;

  /** 文章编号。From this article. */
  @IsOptional()
  @IsUUID()
  articleId?: string;

  /**
   * 标签。With this tag.
   * @example "第一章"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  tag?: string;

  /** 题目编号，用逗号隔开，最多 200 个；有一个不在这门课程里就是 404。Ids of questions, at most 200 with commas between; 404 when one is not of the course. */
  @ApiProperty({ type: String, required: false, example: '01936f6e-0000-7000-8000-000000000050' })
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_IDS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids?: string[];

  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 一个文件最多多少道题；5000 是导入的上限。Questions in a file; 5,000 is what an import takes. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_QUESTION_ROWS)
  pageSize: number = MAX_QUESTION_ROWS;
}

/** 一道题里写不进这种格式的一处。One thing of a question that the format cannot carry. */
export class ExportLoss {
  /** 题目编号。Id of the question. */
  questionId!: string;

  /**
   * 稳定的代码。Stable code for programs.
   * @example "evidence-place"
   */
  code!: string;

  /**
   * 中文说明。A Chinese sentence for people.
   * @example "依据只写原句，不写在文章里的位置。"
   */
  detail!: string;
}

/** 导出的一页会失去什么。What the file of one page does not carry. */
export class ExportLossPage {
  /** 每一处。Each of them. */
  items!: ExportLoss[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少道题。Questions on a page. */
  pageSize!: number;

  /** 一共选中多少道题。Questions selected in all. */
  total!: number;
}
