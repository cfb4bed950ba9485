import { MARKING_RULES, type MarkingRule } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';
import { AwardedShares } from '../marking/marking.dto.js';
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';
import { ScoreChange, SlotRuling } from '../score-changes/score-changes.dto.js';

/** 教师给一题的分。A mark that a person gave. */
export class PersonMark {
  /** 得分率，0 到 1。How right it is, 0 to 1. */
  fraction!: number;

  /** 各评分点给了几份；没有时为 null。What each point got, or null. */
  @ApiProperty({ type: [AwardedShares], nullable: true })
  awarded!: AwardedShares[] | null;

  /** 评语。The comment. */
  comment!: string;

  /** 谁评的。Who marked it. */
  markedBy!: string;

  /** 评分的时间。When. */
  markedAt!: string;
}

/** 答卷的一题，教师看到的样子。One slot with everything about it. */
export class StaffAttemptSlot {
  /** 题号。Number of the slot. */
  slot!: number;

  /** 题目编号。Id of the question. */
  questionId!: string;

  /** 学员看到的版本号。Number of the version the learner saw. */
  version!: number;

  /** 按哪个版本的答案判分。Number of the version whose key decides. */
  judgedVersion!: number;

  /** 分值。What it is worth. */
  points!: number;

  /** 题目，选项次序与学员看到的相同。The question, in the order the learner saw. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 作答；没有作答为 null。The response, or null. */
  @ShowsResponse({ nullable: true })
  response!: ResponseDto | null;

  /** 作答的时间；没有作答为 null。When it was given, or null. */
  answeredAt!: string | null;

  /** 答案，写成得满分的作答。The key, as the response that gives full marks. */
  @ShowsResponse()
  key!: ResponseDto;

  /** 得分；没有判分时为 null。What it scored, or null. */
  score!: number | null;

  /** 得分率，0 到 1；没有判分时为 null。How right it is, or null. */
  fraction!: number | null;

  /** 判分的依据；进行中为 null。The rule that decided it, or null. */
  @ApiProperty({
    type: String,
    nullable: true,
    enum: Object.keys(MARKING_RULES),
    enumName: 'MarkingRule',
  })
  rule!: MarkingRule | null;

  /** 判分依据的说明；进行中为 null。The rule in words, or null. */
  ruleText!: string | null;

  /** 这道题后来的更正；没有时为 null。What was decided about the question later, or null. */
  @ApiProperty({ type: SlotRuling, nullable: true })
  ruling!: SlotRuling | null;

  /** 教师给的分，先后次序，最后一次有效。Marks that people gave, the last one counts. */
  marks!: PersonMark[];
}

/** 一份答卷的全部内容，供教师核对。An attempt with everything about it. */
export class StaffAttempt {
  /** 答卷编号。Id of the attempt. */
  attemptId!: string;

  /** 学员编号。Id of the learner. */
  learnerId!: string;

  /** 昵称；没有时为 null。Nickname, or null. */
  nickname!: string | null;

  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /** 测验名称。Title of the quiz. */
  quizTitle!: string;

  /** 测验的版本号。Number of the version of the quiz. */
  quizVersion!: number;

  /** 第几次。Which try. */
  number!: number;

  /** 状态。The state. */
  state!: 'in_progress' | 'submitted';

  /** 开始的时间。When it was started. */
  startedAt!: string;

  /** 截止的时间；不限时为 null。When it is due, or null. */
  dueAt!: string | null;

  /** 结束的时间；进行中为 null。When it ended, or null. */
  submittedAt!: string | null;

  /** 由谁结束；进行中为 null。Who closed it, or null. */
  closedBy!: 'learner' | 'deadline' | null;

  /** 得分；进行中为 null。The score, or null. */
  score!: number | null;

  /** 满分。Points in all. */
  maxScore!: number;

  /** 是否及格；不设及格或还不能确定时为 null。Whether it passes, or null. */
  passed!: boolean | null;

  /** 各题，按次序。The slots in order. */
  slots!: StaffAttemptSlot[];

  /** 交卷以后得分的变化。How the score changed since. */
  changes!: ScoreChange[];
}
