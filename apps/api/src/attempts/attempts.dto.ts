import { IsOptional, IsUUID } from 'class-validator';
import { type LearnerQuestionDto, ShowsLearnerQuestion } from '../question-content/learner-question.dto.js';
import { type ResponseDto, ShowsResponse } from '../question-content/response.dto.js';

/** 查询答卷的条件。Which attempts. */
export class AttemptsQuery {
  /** 测验编号。Of this quiz. */
  @IsOptional()
  @IsUUID()
  quizId?: string;
}

/** 答卷中的一题。One slot of an attempt. */
export class AttemptSlot {
  /**
   * 题号，从 1 开始。Number of the slot, from 1.
   * @example 1
   */
  slot!: number;

  /**
   * 所在大题，从 1 开始。Number of its section, from 1.
   * @example 1
   */
  section!: number;

  /** 分值。What it is worth. */
  points!: number;

  /** 题目，没有答案。The question, without its key. */
  @ShowsLearnerQuestion()
  question!: LearnerQuestionDto;

  /** 已存的作答；没有时为 null。The stored response, or null. */
  @ShowsResponse({ nullable: true })
  response!: ResponseDto | null;

  /** 已存作答的序号；没有作答时为 0。The stored sequence, 0 before the first response. */
  sequence!: number;

  /** 作答的时间；没有时为 null。When it was given, or null. */
  answeredAt!: string | null;

  /** 学员标记了要再看。Whether the learner wants to look at it again. */
  flagged!: boolean;

  /** 已经看过这一题的答案，作答不能再改。Whether its answer was shown: the response stands. */
  revealed!: boolean;
}

/** 试卷的一个大题。A section of a quiz. */
export class QuizSection {
  /**
   * 大题的标题。Title of the section.
   * @example "一、单项选择题"
   */
  title!: string;
}

/** 答卷概况。An attempt in short. */
export class AttemptSummary {
  /**
   * 答卷编号。Id of the attempt.
   * @example "01936f6e-0000-7000-8000-000000000070"
   */
  id!: string;

  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /** 测验名称。Title of the quiz. */
  quizTitle!: string;

  /**
   * 这位学员第几次做这个测验。Which try of this learner at this quiz.
   * @example 1
   */
  number!: number;

  /** 状态：进行中、已提交。The state. */
  state!: 'in_progress' | 'submitted';

  /** 开始的时间。When it was started. */
  startedAt!: string;

  /** 截止的时间；不限时为 null。When it closes by itself, or null. */
  dueAt!: string | null;

  /** 结束的时间；进行中为 null。When it ended, or null. */
  submittedAt!: string | null;
}

/** 已提交的答卷带有得分。A submitted attempt carries its score. */
export class AttemptListItem extends AttemptSummary {
  /** 得分；进行中或还不公布时没有。The score, of a submitted attempt once it is shown. */
  score?: number;

  /** 满分；没有得分时也没有。Points in all, where there is a score. */
  maxScore?: number;
}

/** 答卷列表。Attempts. */
export class AttemptList {
  /** 各份答卷，新的在前。The attempts, newest first. */
  items!: AttemptListItem[];
}

/** 一份答卷：题目、次序和已存的作答。An attempt with its questions and stored responses. */
export class Attempt extends AttemptSummary {
  /** 考试或练习。Exam or practice. */
  mode!: 'exam' | 'practice';

  /** 能否回头作答：free 可以，sequential 只能按次序。Whether earlier slots can be answered again. */
  navigation!: 'free' | 'sequential';

  /** 各个大题，按次序；没有分大题时为空。The sections in order; empty when there are none. */
  sections!: QuizSection[];

  /** 各题，按次序。The slots in order. */
  slots!: AttemptSlot[];
}
