/**
 * How parts of an answer count. A quiz has one, a slot may differ from it; what neither says is DEFAULT_POLICY.
 * Why these, and where their formulas come from: docs/decisions/0009-marking-and-rounding.md.
 */
export interface MarkingPolicy {
  readonly multi: MultiPolicy;
  readonly order: OrderPolicy;
  readonly match: MatchPolicy;
  readonly fill: FillPolicy;
}

/**
 * With k right options, n − k wrong ones, r right and w wrong ones chosen:
 * `all-correct` 全对才得分: 1 when r = k and w = 0, else 0.
 * `half` 少选得一半: 1 when all right, ½ when w = 0 and 0 < r < k, else 0.
 * `share` 少选按比例: r/k when w = 0, else 0.
 * `penalty` 错选扣分: max(0, r/k − w/(n − k)). Choosing everything, or by chance, is worth 0.
 */
export const MULTI_POLICIES = {
  'all-correct': '全部选对才得分',
  half: '少选得一半分，错选不得分',
  share: '少选按比例得分，错选不得分',
  penalty: '按比例得分，错选倒扣，最低 0 分',
} as const;

/** `all-correct`: the whole order or nothing. `neighbours`: kept neighbours ÷ (n − 1). */
export const ORDER_POLICIES = {
  'all-correct': '顺序全对才得分',
  neighbours: '按相邻次序正确的比例得分',
} as const;

/** `all-correct`: every pair or nothing. `pairs`: right pairs ÷ pairs. */
export const MATCH_POLICIES = {
  'all-correct': '全部配对才得分',
  pairs: '按配对正确的比例得分',
} as const;

/** `all-correct`: every blank or nothing. `blanks`: right blanks ÷ blanks. */
export const FILL_POLICIES = {
  'all-correct': '各空全对才得分',
  blanks: '按正确的空数得分',
} as const;

export type MultiPolicy = keyof typeof MULTI_POLICIES;
export type OrderPolicy = keyof typeof ORDER_POLICIES;
export type MatchPolicy = keyof typeof MATCH_POLICIES;
export type FillPolicy = keyof typeof FILL_POLICIES;

export const DEFAULT_POLICY: MarkingPolicy = {
  multi: 'all-correct',
  order: 'neighbours',
  match: 'pairs',
  fill: 'blanks',
};

/** The policy of a slot: its own words, then those of its quiz, then the defaults. */
export function markingPolicy(
  quiz: Partial<MarkingPolicy> | null = null,
  slot: Partial<MarkingPolicy> | null = null,
): MarkingPolicy {
  return {
    multi: slot?.multi ?? quiz?.multi ?? DEFAULT_POLICY.multi,
    order: slot?.order ?? quiz?.order ?? DEFAULT_POLICY.order,
    match: slot?.match ?? quiz?.match ?? DEFAULT_POLICY.match,
    fill: slot?.fill ?? quiz?.fill ?? DEFAULT_POLICY.fill,
  };
}
