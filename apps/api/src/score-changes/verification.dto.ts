/** 重算与记录之间的一处差别。A difference between what is stored and what is computed. */
export class VerifyGap {
  /** 题号；整份答卷的差别为 null。The slot, or null for the attempt. */
  slot!: number | null;

  /** 差别的种类；今后可能增加。What differs; more may come. */
  code!:
    | 'fraction'
    | 'slot-score'
    | 'slot-missing'
    | 'slot-unknown'
    | 'response'
    | 'score'
    | 'max-score'
    | 'passed'
    | 'ledger';

  /**
   * 一句话说明。In one sentence.
   * @example "第 3 题：记录的得分率是 0，重算为 1。"
   */
  text!: string;
}

/** 按作答记录重新计算一份答卷。An attempt computed again from its events. */
export class AttemptVerification {
  /** 记录与重算完全一致。Whether everything stored is what the events give. */
  equal!: boolean;

  /** 记录的得分。The score that is stored. */
  score!: number;

  /** 重算的得分。The score that is computed. */
  computedScore!: number;

  /** 记录的满分。Points in all that are stored. */
  maxScore!: number;

  /** 重算的满分。Points in all that are computed. */
  computedMaxScore!: number;

  /** 各处差别；一致时为空。The differences; none when equal. */
  gaps!: VerifyGap[];

  /**
   * 得分是怎样算出来的，每题一句。How the score comes about, a sentence each slot.
   * @example ["第 1 题：10 分 × 1/3 = 3.333 分（选对但不全）。"]
   */
  explanation!: string[];
}
