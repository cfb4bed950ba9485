import { MARKING_RULES, type MarkingRule } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';
import { EvidenceInContext } from '../question-content/evidence.dto.js';
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';
import { ScoreChange, SlotRuling } from '../score-changes/score-changes.dto.js';

/** 一题的结果：作答、得分、答案、解析和原文依据。The outcome of one slot, with key, explanation and source sentence. */
export class SlotResult {
  /**
   * 题号。Number of the slot.
   * @example 1
   */
  slot!: number;

  /** 分值。What it is worth. */
  points!: number;

  /** 得分；还不公布对错，或等待教师评分时为 null。What was scored; null while it is not shown or not marked yet. */
  score!: number | null;

  /**
   * 得分率，0 到 1；还不公布对错，或等待教师评分时为 null。How right the response is, 0 to 1, or null.
   * @example 1
   */
  fraction!: number | null;

  /** 判分的依据；今后可能增加新的取值；还不公布对错时为 null。The rule that decided it; more may come; or null. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'exact',
    enum: Object.keys(MARKING_RULES),
    enumName: 'MarkingRule',
  })
  rule!: MarkingRule | null;

  /**
   * 判分依据的说明。The rule in words; null while not shown.
   * @example "除全角半角外与答案一致"
   */
  ruleText!: string | null;

  /** 这道题后来的更正；没有，或还不公布对错时为 null。What the staff decided about the question later, or null. */
  @ApiProperty({ type: SlotRuling, nullable: true })
  ruling!: SlotRuling | null;

  /** 题目，与作答时相同。The question as it was shown. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 作答；没有作答为 null。The response, or null. */
  @ShowsResponse({ nullable: true })
  response!: ResponseDto | null;

  /** 答案，写成得满分的作答；还不公布时为 null。The key, as the response that gives full marks; null while not shown. */
  @ShowsResponse({ nullable: true })
  key!: ResponseDto | null;

  /** 判断题说法错误时的正确说法。What would be true instead of a false statement. */
  correction?: string;

  /** 解析；还不公布时为 null。The explanation; null while not shown. */
  explanation!: string | null;

  /** 原文依据，连同所在段落；还不公布时为 null。The sentences that prove the key, in their paragraphs; null while not shown. */
  @ApiProperty({ type: [EvidenceInContext], nullable: true })
  evidence!: EvidenceInContext[] | null;

  /** 依据出自哪篇文章；没有或还不公布时为 null。Title of the article, or null. */
  articleTitle!: string | null;
}

/** 公布哪些内容。What is shown of a result. */
export class ShownFeedback {
  /** 总分和是否及格。The score, and whether it passed. */
  score!: boolean;

  /** 每题的对错和得分。What each slot scored. */
  correctness!: boolean;

  /** 答案。The keys. */
  key!: boolean;

  /** 解析和原文依据。Explanations and the sentences they stand on. */
  explanation!: boolean;
}

/** 一份已提交答卷的结果。The result of a submitted attempt. */
export class AttemptResult {
  /** 答卷编号。Id of the attempt. */
  attemptId!: string;

  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /** 测验名称。Title of the quiz. */
  quizTitle!: string;

  /** 这位学员第几次做这个测验。Which try of this learner at this quiz. */
  number!: number;

  /** 结束的时间；到时自动结束的，为截止时间。When it ended: the deadline when nobody submitted. */
  submittedAt!: string;

  /** 由谁结束：学员提交，或到时自动结束。Who closed it: its learner or the deadline. */
  closedBy!: 'learner' | 'deadline';

  /**
   * 得分；还不公布时为 null。The score; null while not shown.
   * @example 8
   */
  score!: number | null;

  /**
   * 满分。Points in all.
   * @example 10
   */
  maxScore!: number;

  /**
   * 得分率，0 到 1；还不公布时为 null。Score by points, 0 to 1; null while not shown.
   * @example 0.8
   */
  fraction!: number | null;

  /**
   * 及格线，得分率；不设及格时为 null。Fraction needed to pass, or null.
   * @example 0.6
   */
  passMark!: number | null;

  /** 是否及格；不设及格、还不公布得分，或等待的评分可能决定是否及格时为 null。Whether it passed; null also while open marking decides. */
  passed!: boolean | null;

  /**
   * 等待教师评分的分值，得分还可能增加这么多；还不公布得分时为 null。Points that wait for a person to mark them, or null while not shown.
   * @example 0
   */
  openPoints!: number | null;

  /** 交卷以后得分的变化，先后次序；没有变化或还不公布得分时为空。How the score changed since, oldest first. */
  changes!: ScoreChange[];

  /** 现在公布哪些内容；测验结束后可能公布更多。What is shown at this moment; more may be shown once the quiz has closed. */
  feedback!: ShownFeedback;

  /** 各题的结果，按次序。The slots in order. */
  slots!: SlotResult[];
}
