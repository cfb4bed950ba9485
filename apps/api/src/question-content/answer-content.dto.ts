import { MAX_FILL_LENGTH, MAX_SHORT_LENGTH } from '#question';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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

/** 填空题一空的数值误差。How far a number may lie from an accepted form. */
export class ToleranceContent {
  /** 绝对误差，或相对于答案的误差。By an amount, or by a share of the answer. */
  @IsIn(['absolute', 'relative'])
  kind!: 'absolute' | 'relative';

  /**
   * 误差，写成小数；相对误差 0.01 即百分之一。The amount, a plain decimal; relative 0.01 is one percent.
   * @example "0.05"
   */
  @IsString()
  @MaxLength(40)
  amount!: string;

  /**
   * 答案的单位。The unit of the accepted forms.
   * @example "米"
   */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  unit?: string;

  /** 作答时是否必须写单位。Whether the unit must be written. */
  @IsOptional()
  @IsBoolean()
  unitRequired?: boolean;
}

/** 填空题的一个空。One blank. */
export class FillBlank {
  /**
   * 可以接受的写法，第一个是标准答案。Accepted forms, the model answer first.
   * @example ["120", "一百二十"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(MAX_FILL_LENGTH, { each: true })
  forms!: string[];

  /** 数值的误差范围；没有时不给。The tolerance of a number. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ToleranceContent)
  tolerance?: ToleranceContent;
}

/** 简答题的一个评分点。What is marked of a short answer, one point. */
export class RubricPointContent {
  /**
   * 编号，在这道题里不重复。Id, unique in the question.
   * @example "p1"
   */
  @IsString()
  @MaxLength(64)
  @Matches(/^\S+$/)
  id!: string;

  /**
   * 答案里要说到什么。What the answer must say.
   * @example "说到数据采集"
   */
  @IsString()
  @MaxLength(1000)
  @Matches(/\S/)
  text!: string;

  /**
   * 占整题的份额，1 到 100 的整数。Its part of the whole.
   * @example 2
   */
  @IsInt()
  @Min(1)
  @Max(100)
  share!: number;
}

/** 简答题的参考答案和评分点。Model answer and rubric of a short answer. */
export class ShortKeyContent {
  /**
   * 参考答案。An answer worth full marks.
   * @example "工业互联网连接设备、系统和人。"
   */
  @IsString()
  @MaxLength(MAX_SHORT_LENGTH)
  @Matches(/\S/)
  model!: string;

  /** 评分点；可以为空，整题一起评。What is marked, point by point; may be empty. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RubricPointContent)
  rubric!: RubricPointContent[];
}
