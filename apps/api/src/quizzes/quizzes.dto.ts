/** 学员看到的测验。A quiz as a learner sees it. */
export class QuizSummary {
  /**
   * 测验编号。Id of the quiz.
   * @example "01936f6e-0000-7000-8000-000000000060"
   */
  id!: string;

  /** 课程编号。Id of its course. */
  courseId!: string;

  /** 测验名称。Title. */
  title!: string;

  /** 测验说明；没有时为空文本。Description, empty when there is none. */
  description!: string;

  /**
   * 题数。Number of questions.
   * @example 10
   */
  questionCount!: number;

  /**
   * 满分。Points in all.
   * @example 10
   */
  totalPoints!: number;

  /** 考试或练习。Exam or practice. */
  mode!: 'exam' | 'practice';

  /** 从这时起可以开始；不限为 null。When it opens for this learner, or null. */
  opensAt!: string | null;

  /** 到这时全部结束；不限为 null。When it closes for this learner, or null. */
  closesAt!: string | null;

  /**
   * 及格线，得分率；不设及格为 null。Fraction needed to pass, or null.
   * @example 0.6
   */
  passMark!: number | null;

  /** 多次作答取哪次。Which of several attempts counts. */
  counting!: 'highest' | 'average' | 'first' | 'last';

  /** 能否回头作答。Whether earlier slots can be answered again. */
  navigation!: 'free' | 'sequential';

  /** 限时多少秒，这位学员的延长已经算进去；不限时为 null。Time limit in seconds, or null. */
  timeLimitSeconds!: number | null;

  /** 最多作答几次；不限为 null。Attempts allowed, or null. */
  attemptsAllowed!: number | null;

  /** 这位学员已经用掉几次，包括正在进行的。Attempts this learner has used, a running one included. */
  attemptsUsed!: number;

  /** 正在进行的答卷的编号；没有时为 null。Id of the running attempt, or null. */
  openAttemptId!: string | null;
}

/** 测验列表。Quizzes. */
export class QuizList {
  /** 各个测验。The quizzes. */
  items!: QuizSummary[];
}
