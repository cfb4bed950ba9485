import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** 对一位学员的例外；不给的项与测验相同。What is different for one learner; left out, it is as for all. */
export class NewOverride {
  /**
   * 限时延长百分之几。Hundredths more of the time limit.
   * @example 30
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(300)
  extraPercent?: number;

  /**
   * 限时再延长多少秒。Seconds more besides.
   * @example 600
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(604_800)
  extraSeconds?: number;

  /** 从这时起可以开始。May start from here on. */
  @IsOptional()
  @IsISO8601({ strict: true })
  opensAt?: string;

  /** 到这时结束。Ends here. */
  @IsOptional()
  @IsISO8601({ strict: true })
  closesAt?: string;

  /**
   * 最多作答几次。Attempts allowed.
   * @example 2
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  attemptsAllowed?: number;

  /**
   * 理由，写进审计记录。Why; kept in the audit log.
   * @example "医院证明：手部受伤"
   */
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  reason!: string;
}

/** 一位学员的例外。An exception for one learner. */
export class Override {
  /** 学员编号。Id of the learner. */
  learnerId!: string;

  /** 限时延长百分之几。Hundredths more of the time limit. */
  extraPercent!: number;

  /** 限时再延长多少秒。Seconds more besides. */
  extraSeconds!: number;

  /** 从这时起可以开始；与测验相同为 null。When it opens, or null. */
  opensAt!: string | null;

  /** 到这时结束；与测验相同为 null。When it closes, or null. */
  closesAt!: string | null;

  /** 最多作答几次；与测验相同为 null。Attempts allowed, or null. */
  attemptsAllowed!: number | null;

  /** 理由。Why. */
  reason!: string;

  /** 因此移动了截止时间的进行中答卷现在的截止时间；没有为 null。Where the running attempt now ends, or null. */
  runningDueAt!: string | null;
}

/** 一个测验的全部例外。The exceptions of a quiz. */
export class OverrideList {
  /** 各位学员的例外。The exceptions. */
  items!: Override[];
}
