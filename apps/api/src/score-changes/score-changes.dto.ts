/** 教师对一道题的更正，对所有人有效。What the staff decided about a question, for everybody. */
export class SlotRuling {
  /** 更正的方式：按新答案重判、作废、全员满分。Another key, void, or full marks for all. */
  kind!: 'regrade' | 'void' | 'full-marks';

  /**
   * 理由。Why.
   * @example "原答案有误：成立于2020年，不是2019年"
   */
  reason!: string;

  /** 从什么时候起有效。Since when. */
  appliedAt!: string | null;
}

/** 交卷以后得分的一次变化。A change of the score after the attempt was closed. */
export class ScoreChange {
  /**
   * 原来的得分。The score before.
   * @example 62
   */
  from!: number;

  /**
   * 后来的得分。The score after.
   * @example 66
   */
  to!: number;

  /** 原来的满分。Points in all, before. */
  maxFrom!: number;

  /** 后来的满分；题目作废会减少满分。Points in all, after: a void question takes its points away. */
  maxTo!: number;

  /**
   * 哪一题引起的。The slot that caused it.
   * @example 3
   */
  slot!: number | null;

  /** 变化的原因：重判、作废、全员满分、教师评分、撤销更正。What kind of change. */
  cause!: 'regrade' | 'void' | 'full-marks' | 'manual' | 'undo';

  /**
   * 教师写的理由；没有时为空文本。Why, in the words of the staff; empty when they gave none.
   * @example "原答案有误：成立于2020年，不是2019年"
   */
  reason!: string;

  /** 什么时候。When. */
  at!: string;

  /**
   * 可以直接显示的一句话。The change in one sentence.
   * @example "62 → 66，因为第 3 题答案更正"
   */
  text!: string;
}
