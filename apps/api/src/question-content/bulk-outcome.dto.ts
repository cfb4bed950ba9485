/** 批量操作中跳过的一道题。A question that a bulk action left as it was. */
export class SkippedQuestion {
  /** 题目编号。Id of the question. */
  questionId!: string;

  /**
   * 跳过的原因，供程序判断。Why, for programs.
   * @example "own-question"
   */
  code!: string;

  /**
   * 跳过的原因。Why, for people.
   * @example "不能审批自己写的题。"
   */
  detail!: string;
}

/** 批量操作的结果；每道题都在三个列表之一中。Outcome of a bulk action; every question is in one of the lists. */
export class BulkOutcome {
  /** 改动了的题目编号。Ids of the questions that were changed. */
  changed!: string[];

  /** 本来就是这样、没有改动的题目编号。Ids of those that were so already. */
  unchanged!: string[];

  /** 跳过的题目和原因。Those left alone, and why. */
  skipped!: SkippedQuestion[];
}
