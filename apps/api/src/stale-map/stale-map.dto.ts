import { FACT_KINDS, QUESTION_TYPES, type FactKind, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const STATES = ['untouched', 'moved', 'changed', 'gone'] as const;
const STATUSES = ['draft', 'in_review', 'published', 'retired'] as const;

type State = (typeof STATES)[number];

/** 查询哪一版的过期清单。Which version's stale map. */
export class StaleMapQuery {
  /** 版本号；不给时为最新版。Number of the version; the newest unless given. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  version?: number;
}

/** 一处依据的新旧写法。A quote as it was and as it is. */
export class QuoteChange {
  /** 旧版的原句。The quote in the older version. */
  before!: string;

  /** 新版相应的文字；没有了为 null。What stands in its place now, or null. */
  after!: string | null;
}

/** 用到这道题的测验。A quiz that has the question. */
export class AffectedQuiz {
  /** 测验编号。Id of the quiz. */
  id!: string;

  /** 测验标题。Its title. */
  title!: string;

  /** 是否已发布；已发布的测验仍用发布时的题目。Whether it is published: then it keeps the question as it was. */
  published!: boolean;
}

/** 新版对一道题的影响。What the version did to a question. */
export class ChangedQuestion {
  /** 题目编号。Id of the question. */
  id!: string;

  /** 所据事实在旧版中的编号；没有时为 null。Id of its fact in the older version, or null. */
  factId!: string | null;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType' })
  type!: QuestionType;

  /** 题干。The stem. */
  stem!: string;

  /** 现在的状态。Its status now. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus' })
  status!: (typeof STATUSES)[number];

  /** 状态的说明；没有时为 null。Why it is in that status, or null. */
  statusReason!: string | null;

  /** 依据怎么样了：没动、挪了位置、改了、没有了。What became of its evidence. */
  @ApiProperty({ enum: STATES, enumName: 'ChangeState' })
  state!: State;

  /** 依据的新旧写法。Its quotes, old and new. */
  quotes!: QuoteChange[];

  /** 是否因此从已发布退回审核。Whether it was published and went back into review. */
  reopened!: boolean;

  /** 用到它的测验。Quizzes that have it. */
  quizzes!: AffectedQuiz[];
}

/** 新版对一条事实的影响。What the version did to a fact. */
export class ChangedFact {
  /** 事实在旧版中的编号。Id of the fact in the older version. */
  factId!: string;

  /** 事实所在的旧版本号。Number of that version. */
  sinceVersion!: number;

  /** 种类。The kind of fact. */
  @ApiProperty({ enum: FACT_KINDS, enumName: 'FactKind' })
  kind!: FactKind;

  /** 说的是什么。What it is about. */
  subject!: string;

  /** 旧版中的说法，一句独立成立的话。The fact as the older version states it. */
  statement!: string;

  /** 没动、挪了位置、改了、没有了。Untouched, moved, changed or gone. */
  @ApiProperty({ enum: STATES, enumName: 'ChangeState' })
  state!: State;

  /** 改了什么：依据的原句（words），或原句所说的对象（subject）；没有改时为 null。What changed: the words, or whom they are about. */
  @ApiProperty({ enum: ['words', 'subject'], enumName: 'ChangedPart', nullable: true })
  what!: 'words' | 'subject' | null;

  /** 依据的新旧写法。Its quotes, old and new. */
  quotes!: QuoteChange[];

  /** 同一事实在新版中的编号；没有带过来时为 null。Id of the same fact in the new version, or null. */
  carriedFactId!: string | null;

  /** 由它写出的题目。Questions written from it. */
  questions!: ChangedQuestion[];
}

/** 各类事实数和重新打开的题目数。How many of each. */
export class StaleMapCounts {
  /** 没动的事实。Facts untouched. */
  untouched!: number;

  /** 挪了位置的事实。Facts moved. */
  moved!: number;

  /** 改了的事实。Facts changed. */
  changed!: number;

  /** 没有了的事实。Facts gone. */
  gone!: number;

  /** 退回审核的题目。Questions that went back into review. */
  reopened!: number;
}

/** 比较失败的原因。Why the comparison failed. */
export class ComparisonError {
  /** 稳定的代码。Stable code for programs. */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;
}

/** 过期清单：文章的新版动了哪些事实、哪些题目。What a version of an article did to the facts and questions of older ones. */
export class StaleMap {
  /** 文章编号。Id of the article. */
  articleId!: string;

  /**
   * 新版的版本号。Number of the version.
   * @example 2
   */
  version!: number;

  /** 第一版没有可比的；等待、完成、失败。The state of the comparison. */
  @ApiProperty({ enum: ['none', 'waiting', 'done', 'failed'], enumName: 'VersionComparison' })
  comparison!: 'none' | 'waiting' | 'done' | 'failed';

  /** 失败的原因；没有失败时为 null。Why it failed, or null. */
  error!: ComparisonError | null;

  /** 数目。The counts. */
  counts!: StaleMapCounts;

  /** 各条事实，要人处理的在前。The facts, those that need a person first. */
  items!: ChangedFact[];

  /** 不是由某条事实写出、但依据动了的题目。Questions of no fact whose evidence was touched. */
  otherQuestions!: ChangedQuestion[];
}
