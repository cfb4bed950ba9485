import { MARKING_RULES, type MarkingRule } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';
import { EvidenceInContext } from '../question-content/evidence.dto.js';
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';

/** 一题的结果：作答、得分、答案、解析和原文依据。The outcome of one slot, with key, explanation and source sentence. */
export class SlotResult {
  /**
   * 题号。Number of the slot.
   * @example 1
   */
  slot!: number;

  /** 分值。What it is worth. */
  points!: number;

  /** 得分。What was scored. */
  score!: number;

  /**
   * 得分率，0 到 1。How right the response is, 0 to 1.
   * @example 1
   */
  fraction!: number;

  /** 判分的依据；今后可能增加新的取值。The rule that decided it; more may come. */
  @ApiProperty({ type: String, example: 'exact', enum: Object.keys(MARKING_RULES), enumName: 'MarkingRule' })
  rule!: MarkingRule;

  /** 题目，与作答时相同。The question as it was shown. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 作答；没有作答为 null。The response, or null. */
  @ShowsResponse({ nullable: true })
  response!: ResponseDto | null;

  /** 答案，写成得满分的作答。The key, written as the response that gives full marks. */
  @ShowsResponse()
  key!: ResponseDto;

  /** 判断题说法错误时的正确说法。What would be true instead of a false statement. */
  correction?: string;

  /** 解析。The explanation. */
  explanation!: string;

  /** 原文依据，连同所在段落。The sentences that prove the key, in their paragraphs. */
  evidence!: EvidenceInContext[];

  /** 依据出自哪篇文章；没有时为 null。Title of the article, or null. */
  articleTitle!: string | null;
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
   * 得分。The score.
   * @example 8
   */
  score!: number;

  /**
   * 满分。Points in all.
   * @example 10
   */
  maxScore!: number;

  /**
   * 得分率，0 到 1。Score by points, 0 to 1.
   * @example 0.8
   */
  fraction!: number;

  /** 各题的结果，按次序。The slots in order. */
  slots!: SlotResult[];
}
