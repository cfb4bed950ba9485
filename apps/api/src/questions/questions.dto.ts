import { FACT_KINDS, QUESTION_TYPES, type FactKind, type QuestionType } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type QuestionContentDto, ShowsQuestionContent } from '../question-content/question-content.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';
import { PlacedEvidence } from '../question-content/staff-evidence.dto.js';

export const STATUSES = ['draft', 'in_review', 'published', 'retired'] as const;

export type Status = (typeof STATUSES)[number];

const ORIGINS = ['rule', 'llm', 'person'] as const;

const SORTS = ['created', '-created', 'difficulty', '-difficulty'] as const;

/** 查询题库的条件。Which questions. */
export class QuestionsQuery {
  /** 课程编号。Of this course. */
  @IsOptional()
  @IsUUID()
  courseId?: string;

  /** 文章编号。From this article. */
  @IsOptional()
  @IsUUID()
  articleId?: string;

  /** 状态。In this status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus', required: false })
  @IsOptional()
  @IsIn(STATUSES)
  status?: Status;

  /**
   * 题干、选项、答案、解析里的文字；空格隔开的几个词都要有，不分全角半角和大小写。Words of stem, options, answers and explanation; all of them, whatever their width and case.
   * @example "工业互联网 平台"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** 标签，可以给几个，都要有。Tags; all of them. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  tags?: string[];

  /** 知识点编号，连同它下面的知识点。A topic and those below it. */
  @IsOptional()
  @IsUUID()
  topicId?: string;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType', required: false })
  @IsOptional()
  @IsIn(QUESTION_TYPES)
  type?: QuestionType;

  /** 难度从，1 易到 5 难；没有人评过难度的按估计的难度算。Difficulty from, 1 easy to 5 hard; the estimate where nobody judged it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  difficultyFrom?: number;

  /** 难度到。Difficulty to. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  difficultyTo?: number;

  /** 最新版本的来源：规则、模型、人。Who wrote its newest version: rules, a model, a person. */
  @ApiProperty({ enum: ORIGINS, enumName: 'QuestionOrigin', required: false })
  @IsOptional()
  @IsIn(ORIGINS)
  origin?: (typeof ORIGINS)[number];

  /** 作者（教师）的编号。Id of the instructor who wrote or last edited it. */
  @IsOptional()
  @IsUUID()
  authorId?: string;

  /** 外部编号。What another system calls it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string;

  /** 次序：先建的在前、后建的在前、易的在前、难的在前。Order: oldest, newest, easiest or hardest first. */
  @IsOptional()
  @IsIn(SORTS)
  sort: (typeof SORTS)[number] = 'created';

  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少道题。Questions on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** 题库中的一道题。A question of the bank. */
export class QuestionSummary {
  /**
   * 编号。Id.
   * @example "01936f6e-0000-7000-8000-000000000050"
   */
  id!: string;

  /** 课程编号。Id of its course. */
  courseId!: string;

  /** 来源文章的编号；没有时为 null。Id of the article it was written from, or null. */
  articleId!: string | null;

  /** 来源事实的编号；没有时为 null。Id of the fact it was written from, or null. */
  factId!: string | null;

  /** 状态。The status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus' })
  status!: Status;

  /** 上次退回的理由，或文章新版改动了依据的说明；没有时为 null。Why it went back to draft, or what a new version of its article changed; or null. */
  statusReason!: string | null;

  /**
   * 版本号。Number of its newest version.
   * @example 1
   */
  version!: number;

  /** 题型。The question type. */
  @ApiProperty({ enum: QUESTION_TYPES, enumName: 'QuestionType' })
  type!: QuestionType;

  /** 题干。The stem. */
  stem!: string;

  /**
   * 人评的难度，1 易到 5 难；没有人评过时为 null。Difficulty as a person judged it, 1 easy to 5 hard, or null.
   * @example 3
   */
  difficulty!: number | null;

  /** 出题时估计的难度，0 易到 1 难；没有估计时为 null。Difficulty as its writer guessed it, 0 easy to 1 hard, or null. */
  estimatedDifficulty!: number | null;

  /** 知识点的编号；没有时为 null。Id of its topic, or null. */
  topicId!: string | null;

  /**
   * 标签。Tags.
   * @example ["安全", "期末"]
   */
  tags!: string[];

  /** 外部编号；没有时为 null。What another system calls it, or null. */
  externalId!: string | null;

  /** 最新版本的来源：规则、模型、人。Who wrote its newest version: rules, a model, a person. */
  @ApiProperty({ enum: ORIGINS, enumName: 'QuestionOrigin' })
  origin!: (typeof ORIGINS)[number];

  /** 作者（教师）的编号；没有人动过时为 null。Id of the instructor who wrote or last edited it; null when no person has. */
  authorId!: string | null;

  /** 审批人（教师）的编号；没有时为 null。Id of the instructor who accepted it, or null. */
  reviewedBy!: string | null;

  /** 没有依据也可以发布的理由；没有时为 null。Why it may be published without evidence, or null. */
  evidenceWaiver!: string | null;

  /** 建立的时间。When it was made. */
  createdAt!: string;
}

/** 一页题目。A page of questions. */
export class QuestionPage {
  /** 这一页的题目。The questions on this page. */
  items!: QuestionSummary[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少道题。Questions on a page. */
  pageSize!: number;

  /** 一共多少道题。How many there are in all. */
  total!: number;
}

/** 一道题的全部内容，供教师审题。A question with everything an instructor judges it by. */
export class QuestionDetail extends QuestionSummary {
  /** 全部内容，改动后可以原样送回（PUT）。Everything it says, in the shape that a PUT takes. */
  @ShowsQuestionContent()
  content!: QuestionContentDto;

  /** 题面。The question as a learner sees it, options in their stored order. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 答案，写成得满分的作答。The key, written as the response that gives full marks. */
  @ShowsResponse()
  key!: ResponseDto;

  @ApiProperty({
    description:
      '填空题每空可以接受的各种写法；其他题型没有。Accepted forms of each blank of a fill-in question.',
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    required: false,
  })
  acceptedForms?: string[][];

  /** 判断题说法错误时的正确说法。What would be true instead of a false statement. */
  correction?: string;

  /** 解析。The explanation. */
  explanation!: string;

  /** 考查的事实种类；不知道时为 null。Kind of fact it asks for, or null. */
  @ApiProperty({ enum: FACT_KINDS, enumName: 'FactKind', nullable: true })
  factKind!: FactKind | null;

  /** 依据。The sentences that prove the key. */
  evidence!: PlacedEvidence[];
}
