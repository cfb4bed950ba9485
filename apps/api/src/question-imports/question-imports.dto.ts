import { QUESTION_TYPES, type QuestionType } from '#question';
import { QUESTION_FILE_FORMATS, type QuestionFileFormat } from '#question-files';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export const ROW_OUTCOMES = ['new', 'changed', 'same', 'failed'] as const;

/** 题目文件是什么。What the file is. */
export class QuestionFileQuery {
  /**
   * 文件名，可以从扩展名看出格式。Name of the file; its extension tells the format.
   * @example "期末试题.xlsx"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  name?: string;

  /** 格式；没有写时自动辨认。The format; recognised when it is not told. */
  @ApiProperty({ enum: QUESTION_FILE_FORMATS, enumName: 'QuestionFileFormat', required: false })
  @IsOptional()
  @IsIn(QUESTION_FILE_FORMATS)
  format?: QuestionFileFormat;
}

/** 怎样导入。How to import. */
export class QuestionImportQuery extends QuestionFileQuery {
  /** true（默认）只检查，什么也不存；false 导入，要么全部要么一道不进。true, the default, only looks; false imports all or nothing. */
  @ApiProperty({ type: Boolean, required: false, default: true })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  dryRun: boolean = true;

  /** 依据出自这篇文章；没有写时按每一行的“原文标题”在本课程里找。The article that the evidence quotes; otherwise each row's title is looked up in the course. */
  @IsOptional()
  @IsUUID()
  articleId?: string;
}

/** 文件里的一处问题。One problem of the file. */
export class QuestionFileProblem {
  /** 工作表；不是 Excel 时为 null。The sheet, or null. */
  sheet!: string | null;

  /**
   * 行号（文字和 GIFT 是题目开始的那一行；XML 和 JSON 是第几道题）；关于整个文件时为 null。The row, or null for the whole file.
   * @example 3
   */
  row!: number | null;

  /**
   * 哪一列。The column.
   * @example "答案"
   */
  column!: string | null;

  /**
   * 那里写的是什么。What stands there.
   * @example "E"
   */
  value!: string | null;

  /**
   * 稳定的代码，供程序判断。Stable code for programs.
   * @example "key-unknown"
   */
  code!: string;

  /**
   * 中文说明：错在哪里，怎样改。A Chinese sentence: what is wrong and how to mend it.
   * @example "答案 E 不是任何一个选项，这道题只有 A 到 D。"
   */
  detail!: string;
}

/** 题库里很像的一道题。A question of the bank that is much like it. */
export class NearQuestion {
  /** 题目编号。Id. */
  questionId!: string;

  /** 题干，很长时只有开头。The stem, its beginning when it is long. */
  stem!: string;

  /**
   * 相同的程度，0.8 到 1。How much they are the same, 0.8 to 1.
   * @example 0.92
   */
  likeness!: number;
}

/** 文件里的一道题，以及导入会怎样。A question of the file, and what importing does. */
export class ImportedRow {
  /** 工作表；不是 Excel 时为 null。The sheet, or null. */
  sheet!: string | null;

  /**
   * 行号。The row.
   * @example 2
   */
  row!: number;

  /** new 新题；changed 改动题库里的一道题；same 题库（或文件前面）已经有；failed 有错误。What becomes of it. */
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'ImportOutcome' })
  outcome!: (typeof ROW_OUTCOMES)[number];

  /** 题型；有错误时为 null。The type, or null when it failed. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType', nullable: true })
  type!: QuestionType | null;

  /** 题干，很长时只有开头；有错误时为 null。The stem, its beginning when it is long; null when it failed. */
  stem!: string | null;

  /** 外部编号；没有时为 null。The external id, or null. */
  externalId!: string | null;

  /** 题库里的题目编号；检查时新题还没有，为 null。Id in the bank; null for a new one in a dry run. */
  questionId!: string | null;

  /** 导入后的版本号；有错误时，或文件里重复的新题，为 null。Number of the version after the import. */
  version!: number | null;

  /** 找到位置的依据有几处。How many quotes were found in the article. */
  evidence!: number;

  /** 题库里很像的题；只在检查时找，只找前 300 道新题。Near duplicates in the bank; looked for in a dry run, for the first 300 new questions. */
  near!: NearQuestion[];
}

/** 导入的各种数目。The counts. */
export class ImportCounts {
  /** 文件里有几道题。Questions in the file. */
  rows!: number;

  /** 新题。New ones. */
  new!: number;

  /** 改动的题。Changed ones. */
  changed!: number;

  /** 已经有的题。Ones that are there already. */
  same!: number;

  /** 有错误的题。Ones with errors. */
  failed!: number;

  /** 与题库里的题很像的新题。New ones much like one of the bank. */
  near!: number;

  /** 错误一共几处。Errors in all. */
  errors!: number;

  /** 注意一共几处。Warnings in all. */
  warnings!: number;
}

/** 一次检查或导入的结果。What an import does or did. */
export class QuestionImport {
  /** 认出的格式；认不出时为 null。The format, or null. */
  @ApiProperty({ enum: QUESTION_FILE_FORMATS, enumName: 'QuestionFileFormat', nullable: true })
  format!: QuestionFileFormat | null;

  /** 是否已经存入题库。Whether it is in the bank now. */
  applied!: boolean;

  /** 数目。The counts. */
  counts!: ImportCounts;

  /** 每一道题，按文件的次序。Every question, in the order of the file. */
  rows!: ImportedRow[];

  /** 错误，前 1000 处；有一处就不能导入。Errors, the first 1,000; with any nothing is imported. */
  errors!: QuestionFileProblem[];

  /** 注意，前 1000 处；不妨碍导入。Warnings, the first 1,000; they hinder nothing. */
  warnings!: QuestionFileProblem[];
}
