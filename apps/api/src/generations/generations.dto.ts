import { WRITABLE_TYPES, type WritableType } from '#question';
import { MOST_FORMS } from '#quiz-writing';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { Type } from 'class-transformer';

/** 一次出题的要求。What to write. */
export class NewGeneration {
  /**
   * 随机种子；同一篇文章、同一个种子得到同样的题目。不给时由服务器取。Same article and seed, same questions.
   * @example 7
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed?: number;

  /**
   * 最多出多少道题；不给时由文章决定。How many questions at most.
   * @example 20
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  count?: number;

  /** 只出这些题型。Only these types. */
  @ApiProperty({ enum: WRITABLE_TYPES, enumName: 'WritableQuestionType', isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WRITABLE_TYPES.length)
  @ArrayUnique()
  @IsIn(WRITABLE_TYPES, { each: true })
  types?: WritableType[];

  /**
   * 每个知识点最多出几道不同的题；第一道组成这份题，其余供复习和再次作答时换着问。How many different questions of each fact;
   * the first is the quiz, the others ask it anew in a review or another attempt.
   * @example 2
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_FORMS)
  formsPerFact?: number;
}

/** 查询哪一页说明。Which notes. */
export class NotesQuery {
  /** 第几页，从 1 开始。Which page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** 每页多少条。Notes on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  pageSize: number = 50;
}

/** 出题的进度。How far the writing is. */
export class GenerationProgress {
  /**
   * 正在进行的阶段；facts 逐句进行，model 是在等大模型答复。The stage under way; `facts` goes by the sentence, `model` waits for a model.
   * @example "facts"
   */
  stage!: string;

  /**
   * 这个阶段已完成多少。Done of this stage.
   * @example 12
   */
  done!: number;

  /**
   * 这个阶段共有多少。Total of this stage.
   * @example 40
   */
  total!: number;

  /** 已找到的事实数。Facts found so far. */
  facts!: number;

  /** 已保留的题目数。Questions kept so far. */
  kept!: number;

  /** 已丢弃的题目数。Questions dropped so far. */
  dropped!: number;
}

/** 出题过程中的一条说明：丢弃了什么，为什么。What was dropped, and why. */
export class GenerationNote {
  /** 哪个阶段。The stage. */
  stage!: string;

  /**
   * 稳定的代码。Stable code for programs.
   * @example "no-facts"
   */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;

  /** 涉及的事实在这次出题中的编号。The fact concerned, by its number in this run. */
  factId?: string;

  /** 涉及的原文。The words concerned. */
  quote?: string;
}

/** 一页说明。A page of notes. */
export class GenerationNotePage {
  /** 这一页的说明。The notes on this page. */
  items!: GenerationNote[];

  /** 第几页。Which page. */
  page!: number;

  /** 每页多少条。Notes on a page. */
  pageSize!: number;

  /** 一共多少条。How many there are in all. */
  total!: number;
}

/** 大模型没有做成的一类事。One kind of thing that failed. */
export class AssistanceFailure {
  /** 稳定的代码。Stable code for programs. */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;

  /** 发生了几次。How often. */
  times!: number;
}

/** 大模型为这次出题做了什么，用了多少。What a model did, and what that cost. */
export class GenerationAssistance {
  /** 模型名称。Name of the model. */
  model!: string;

  /** 调用次数。Requests sent. */
  calls!: number;

  /** 提示用的词元。Prompt tokens. */
  promptTokens!: number;

  /** 答复用的词元。Completion tokens. */
  completionTokens!: number;

  /** 提出的事实数；是否采用由关卡决定。Facts proposed. */
  proposedFacts!: number;

  /** 提出的问法数。Wordings proposed. */
  proposedWordings!: number;

  /** 试答的题目数。Questions it answered without the key. */
  examinedQuestions!: number;

  /** 没有做成的事；题目不受影响。What failed; the quiz was written without it. */
  failures!: AssistanceFailure[];
}

/** 出题的结果数。What came out. */
export class GenerationCounts {
  /** 找到的事实数。Facts found. */
  facts!: number;

  /** 写出的题目数。Questions written. */
  questions!: number;
}

/** 出题失败的原因。Why it failed. */
export class GenerationError {
  /** 稳定的代码。Stable code for programs. */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;
}

/** 一次出题，在后台进行。One run of the writer, in the background. */
export class Generation {
  /**
   * 编号。Id.
   * @example "01936f6e-0000-7000-8000-000000000030"
   */
  id!: string;

  /** 文章编号。Id of the article. */
  articleId!: string;

  /** 状态：排队、进行中、成功、失败。The state. */
  state!: 'queued' | 'running' | 'succeeded' | 'failed';

  /** 用的随机种子。The seed used. */
  seed!: number;

  /** 每个知识点最多出几道不同的题。How many different questions of each fact. */
  formsPerFact!: number;

  /** 进度；还没有开始时为 null。Progress, null before it starts. */
  progress!: GenerationProgress | null;

  /** 过程中的说明，最多前 100 条；全部的另查。Notes of the writer, at most the first 100. */
  notes!: GenerationNote[];

  /** 说明一共多少条。How many notes there are. */
  noteCount!: number;

  /** 大模型的参与；没有用大模型时为 null。What a model did; null when none was asked. */
  assistance!: GenerationAssistance | null;

  /** 结果数；完成之前为 0。Counts, 0 until it is done. */
  counts!: GenerationCounts;

  /** 失败的原因；没有失败时为 null。Why it failed, or null. */
  error!: GenerationError | null;

  /** 提交的时间。When it was asked for. */
  requestedAt!: string;

  /** 结束的时间；还没有结束时为 null。When it ended, or null. */
  finishedAt!: string | null;
}
