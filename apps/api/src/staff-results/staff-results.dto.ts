import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ScoreChange } from '../score-changes/score-changes.dto.js';

const PASSED = ['yes', 'no', 'open'] as const;
const STATES = ['in_progress', 'submitted', 'to_mark'] as const;
const SORTS = ['name', 'score', 'submitted'] as const;

/** 查询成绩的条件。Which results. */
export class ResultsQuery {
  /** 昵称里的字。Part of the nickname. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** 及格、不及格，或还不能确定。Passed, failed, or not known yet. */
  @ApiProperty({ enum: PASSED, enumName: 'PassedFilter', required: false })
  @IsOptional()
  @IsIn(PASSED)
  passed?: (typeof PASSED)[number];

  /** 正在作答、已交过卷、有作答等待评分。Has a running attempt, a submitted one, or answers that wait for marking. */
  @ApiProperty({ enum: STATES, enumName: 'ResultState', required: false })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];

  /** 次序：按昵称、得分从高到低、最近交卷；默认最近交卷。By name, highest score first, or latest first (unless told). */
  @ApiProperty({ enum: SORTS, enumName: 'ResultSort', required: false })
  @IsOptional()
  @IsIn(SORTS)
  sort?: (typeof SORTS)[number];

  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少人。Learners on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 一位学员在一个测验里的成绩。What one learner reached in a quiz. */
export class LearnerResult {
  /**
   * 学员编号。Id of the learner.
   * @example "01936f6e-0000-7000-8000-000000000011"
   */
  learnerId!: string;

  /** 昵称；没有时为 null。Nickname, or null. */
  nickname!: string | null;

  /** 答卷数，包括正在进行的。Attempts, a running one included. */
  attempts!: number;

  /** 是否正在作答。Whether an attempt is running. */
  running!: boolean;

  /** 按测验的规定计入的得分；还没有时为 null。The score that counts by the policy of the quiz, or null. */
  score!: number | null;

  /** 计入的答卷的满分；还没有时为 null。Points in all where it comes from, or null. */
  maxScore!: number | null;

  /**
   * 得分来自第几次答卷；取平均分时有多次。Numbers of the attempts it comes from.
   * @example [2]
   */
  countingAttempts!: number[];

  /** 还有作答等待评分，得分可能改变。Whether open marking may still change it. */
  provisional!: boolean;

  /** 是否及格；不设及格或还不能确定时为 null。Whether it passes, or null. */
  passed!: boolean | null;

  /** 最近一次交卷的时间；没有时为 null。When the latest attempt ended, or null. */
  lastSubmittedAt!: string | null;
}

/** 一页成绩，一行一位学员。A page of results, a row each learner. */
export class LearnerResultPage {
  /** 取哪次答卷：最高分、平均分、第一次、最后一次。Which attempt counts. */
  counting!: 'highest' | 'average' | 'first' | 'last';

  /** 及格线，得分率；不设及格时为 null。Fraction needed to pass, or null. */
  passMark!: number | null;

  /** 这一页的成绩。The results on this page. */
  items!: LearnerResult[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少人。Learners on a page. */
  pageSize!: number;

  /** 一共多少人。How many learners there are in all. */
  total!: number;
}

/** 一位学员的一份答卷。One attempt of a learner. */
export class LearnerAttempt {
  /** 答卷编号。Id of the attempt. */
  attemptId!: string;

  /** 第几次。Which try. */
  number!: number;

  /** 状态。The state. */
  state!: 'in_progress' | 'submitted';

  /** 是否计入成绩。Whether it counts. */
  counts!: boolean;

  /** 开始的时间。When it was started. */
  startedAt!: string;

  /** 结束的时间；进行中为 null。When it ended, or null. */
  submittedAt!: string | null;

  /** 由谁结束；进行中为 null。Who closed it, or null. */
  closedBy!: 'learner' | 'deadline' | null;

  /** 得分；进行中为 null。The score, or null. */
  score!: number | null;

  /** 满分。Points in all. */
  maxScore!: number;

  /** 等待评分的分值。Points that wait for marking. */
  openPoints!: number;

  /** 是否及格；不设及格或还不能确定时为 null。Whether it passes, or null. */
  passed!: boolean | null;

  /** 交卷以后得分的变化。How the score changed since. */
  changes!: ScoreChange[];
}

/** 一位学员在一个测验里的全部答卷。A learner's attempts at a quiz. */
export class LearnerAttempts extends LearnerResult {
  /** 各份答卷，先后次序。The attempts in order. */
  items!: LearnerAttempt[];
}
