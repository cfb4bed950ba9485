import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** 新建或修改知识点。A topic to be made or changed. */
export class TopicInput {
  /**
   * 名称，同级不重复。Name, unique among its siblings.
   * @example "平台层"
   */
  @IsString()
  @MaxLength(100)
  @Matches(/\S/)
  name!: string;

  /** 上级知识点的编号；没有时在最上层。Id of the topic above; none at the top. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  /**
   * 在同级中排第几，从 1 开始；不给时排在最后。Place among its siblings, from 1; last unless given.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  position?: number;
}

/** 知识点。A topic. */
export class Topic {
  /**
   * 编号。Id.
   * @example "01936f6e-0000-7000-8000-000000000070"
   */
  id!: string;

  /** 课程编号。Id of its course. */
  courseId!: string;

  /** 上级知识点的编号；最上层为 null。Id of the topic above, or null. */
  parentId!: string | null;

  /**
   * 名称。Name.
   * @example "平台层"
   */
  name!: string;

  /**
   * 在同级中排第几。Place among its siblings.
   * @example 1
   */
  position!: number;

  /**
   * 直接归在它下面的题目数，不算停用的。Questions sorted under it directly, retired ones not counted.
   * @example 12
   */
  questionCount!: number;
}

/** 一门课程的知识点。Topics of a course. */
export class TopicList {
  /** 各个知识点，上级在前，同级按次序。Topics, parents first, siblings in order. */
  items!: Topic[];
}
