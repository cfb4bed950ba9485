import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const KINDS = ['regrade', 'void', 'full-marks'] as const;
const STATES = ['proposed', 'applying', 'applied', 'undoing', 'undone'] as const;

/** 一道题错了：怎样更正。A question was wrong: what to do about it. */
export class NewRegrade {
  /**
   * 题目编号，须在这个测验里。Id of a question of this quiz.
   * @example "01936f6e-0000-7000-8000-000000000050"
   */
  @IsUUID()
  questionId!: string;

  /** 更正的方式：按新版本的答案重判、作废、全员满分。By the key of a newer version, void, or full marks for all. */
  @ApiProperty({ enum: KINDS, enumName: 'RegradeKind', example: 'regrade' })
  @IsIn(KINDS)
  kind!: (typeof KINDS)[number];

  /**
   * 按哪个版本的答案重判；其他方式不需要。Number of the version whose key decides; only for `regrade`.
   * @example 2
   */
  @ApiProperty({ type: Number, required: false })
  @ValidateIf(({ kind, toVersion }: NewRegrade) => kind === 'regrade' || toVersion != null)
  @IsInt()
  @Min(2)
  @Max(1_000_000)
  toVersion?: number;

  /**
   * 理由，学员看得到。Why; learners read it.
   * @example "原答案有误：成立于2020年，不是2019年"
   */
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  reason!: string;
}

/** 撤销重判。Undoing a regrade. */
export class RegradeUndoing {
  /**
   * 理由，学员看得到。Why; learners read it.
   * @example "更正有误，恢复原来的判分"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 重判影响多少份答卷。How many attempts a regrade touches. */
export class RegradeCounts {
  /** 有这道题的已交答卷。Closed attempts that have the question. */
  attempts!: number;

  /** 得分有变化的。Whose score changes. */
  changed!: number;

  /** 得分率升高的。Whose share of the points rises. */
  up!: number;

  /** 得分率降低的。Whose share of the points falls. */
  down!: number;

  /** 由不及格变为及格的。Who failed and now pass. */
  nowPassed!: number;

  /** 由及格变为不及格的。Who passed and now fail. */
  nowFailed!: number;
}

/** 一次重判。A regrade: a dry run until it is applied. */
export class Regrade {
  /**
   * 重判编号。Id of the regrade.
   * @example "01936f6e-0000-7000-8000-000000000090"
   */
  id!: string;

  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /** 题目编号。Id of the question. */
  questionId!: string;

  /** 题干。The stem. */
  stem!: string;

  /** 更正的方式。What is done. */
  @ApiProperty({ enum: KINDS, enumName: 'RegradeKind' })
  kind!: (typeof KINDS)[number];

  /** 按哪个版本的答案；其他方式为 null。Number of the version whose key decides, or null. */
  toVersion!: number | null;

  /** 理由。Why. */
  reason!: string;

  /** 状态：试算、应用中、已应用、撤销中、已撤销。Dry run, being applied, applied, being undone, undone. */
  @ApiProperty({ enum: STATES, enumName: 'RegradeState' })
  state!: (typeof STATES)[number];

  /** 试算时是预计，应用后是实际。Foreseen by the dry run, counted once it is applied. */
  counts!: RegradeCounts;

  /** 谁提出的。Who proposed it. */
  createdBy!: string;

  /** 提出的时间。When it was proposed. */
  createdAt!: string;

  /** 应用的时间；没有应用为 null。Since when it holds, or null. */
  appliedAt!: string | null;

  /** 撤销的时间；没有撤销为 null。When it was undone, or null. */
  undoneAt!: string | null;

  /** 撤销的理由；没有时为空文本。Why it was undone, or empty. */
  undoReason!: string;
}

/** 查询的页。Which page. */
export class RegradesQuery {
  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少条。Items on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 一个测验的重判。Regrades of a quiz. */
export class RegradePage {
  /** 这一页的重判，新的在前。The regrades on this page, newest first. */
  items!: Regrade[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少条。Items on a page. */
  pageSize!: number;

  /** 一共多少条。How many there are in all. */
  total!: number;
}

/** 重判对一份答卷的影响。What a regrade does to one attempt. */
export class RegradeChange {
  /** 学员编号。Id of the learner. */
  learnerId!: string;

  /** 学员的昵称；没有时为 null。The learner's nickname, or null. */
  nickname!: string | null;

  /** 答卷编号。Id of the attempt. */
  attemptId!: string;

  /** 这位学员第几次做这个测验。Which try of this learner. */
  number!: number;

  /** 题号。Number of the slot. */
  slot!: number;

  /** 原来的得分。The score before. */
  from!: number;

  /** 后来的得分。The score after. */
  to!: number;

  /** 原来的满分。Points in all, before. */
  maxFrom!: number;

  /** 后来的满分。Points in all, after. */
  maxTo!: number;

  /** 原来是否及格；不设及格时为 null。Whether it passed before, or null. */
  passedFrom!: boolean | null;

  /** 后来是否及格；不设及格时为 null。Whether it passes after, or null. */
  passedTo!: boolean | null;

  /** 应用的时间；试算时为 null。When it was applied; null in a dry run. */
  appliedAt!: string | null;

  /** 撤销的时间；没有撤销为 null。When it was undone, or null. */
  undoneAt!: string | null;
}

/** 一页受影响的答卷。A page of attempts that a regrade touches. */
export class RegradeChangePage {
  /** 这一页的答卷，变化大的在前。The attempts on this page, the largest change first. */
  items!: RegradeChange[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少条。Items on a page. */
  pageSize!: number;

  /** 一共多少条。How many there are in all. */
  total!: number;
}
