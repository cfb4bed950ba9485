/** 一份测验对这道题的使用。One quiz that uses the question. */
export class QuestionUse {
  /** 测验编号。Id of the quiz. */
  quizId!: string;

  /**
   * 测验名称。Its title.
   * @example "课后测验"
   */
  title!: string;

  /**
   * 测验的第几版。Which version of the quiz.
   * @example 1
   */
  quizVersion!: number;

  /** 这一版是否已经发布。Whether that version is published. */
  isPublished!: boolean;

  /** 固定的题目，还是可能被抽到。Pinned to a slot, or in the pool of a rule. */
  how!: 'pinned' | 'drawn';

  /** 用的是题目的第几版；草稿里还没有固定时为 null。Which version of the question; null in a draft. */
  version!: number | null;

  /** 在多少份已提交的答卷里出现过。In how many submitted attempts it was shown. */
  shownCount!: number;

  /** 其中多少份作答了。How many of them answered it. */
  answeredCount!: number;
}

/** 一道题用在哪里、答过多少次。Where a question is used and how often it was answered. */
export class QuestionUses {
  /** 各份测验，新的在前，最多 200 份。The newest first, 200 at most. */
  items!: QuestionUse[];

  /** 在多少份已提交的答卷里出现过，合计。In how many submitted attempts it was shown, in all. */
  shownCount!: number;

  /** 其中多少份作答了，合计。How many of them answered it, in all. */
  answeredCount!: number;
}
