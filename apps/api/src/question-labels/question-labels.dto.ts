import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export const MOST_TAGS = 20;

/** 题目的归类，整份替换；没有给的就没有。How a question is sorted; replaced as a whole, what is left out is gone. */
export class QuestionLabels {
  /** 知识点编号，须属于同一门课程。Id of a topic of the same course. */
  @IsOptional()
  @IsUUID()
  topicId?: string;

  /**
   * 标签。Tags.
   * @example ["安全", "期末"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TAGS)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  @Matches(/\S/, { each: true })
  tags?: string[];

  /**
   * 难度，1 易到 5 难。Difficulty, 1 easy to 5 hard.
   * @example 3
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  difficulty?: number;

  /**
   * 外部编号，在课程里不重复。What another system calls it, unique in the course.
   * @example "GYHLW-0012"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(/\S/)
  externalId?: string;
}

/** 批量改归类。Sorts many questions at once. */
export class BulkLabels {
  /** 题目编号，最多 500 道。Ids of the questions. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  questionIds!: string[];

  /** 加上这些标签。Tags to add. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TAGS)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  @Matches(/\S/, { each: true })
  addTags?: string[];

  /** 去掉这些标签。Tags to remove. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TAGS)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  removeTags?: string[];

  /** 归到这个知识点。Topic to sort them under. */
  @IsOptional()
  @IsUUID()
  topicId?: string;

  /** 不再归到任何知识点。Takes them out of their topics. */
  @IsOptional()
  @IsBoolean()
  clearTopic?: boolean;

  /** 难度，1 易到 5 难。Difficulty, 1 easy to 5 hard. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  difficulty?: number;
}
