/** Every way a response can be judged, as stable codes with the Chinese words for people. */
export const MARKING_RULES = {
  'none-given': '未作答',
  'type-mismatch': '作答与题型不符',
  exact: '与答案一致',
  wrong: '与答案不符',
  'all-correct': '全部选对',
  'wrong-pick': '有错选',
  incomplete: '选对但不全',
  'some-blanks': '部分填空正确',
  'hedge-differs': '数值相同，但“近、约、多、超过”等限定词与答案不一致',
  'unit-differs': '数值相同，但单位与答案不一致',
  'space-folded': '除空格外与答案一致',
  'width-folded': '除全角半角外与答案一致',
  'case-folded': '除大小写外与答案一致',
  'punctuation-folded': '除标点外与答案一致',
  'date-folded': '日期写法不同，日期一致',
  'numeral-folded': '数字写法不同，数值一致',
  'counter-folded': '省略或改换了量词（或年份的“年”字），其余与答案一致',
  'script-folded': '除繁体简体外与答案一致',
  'unit-folded': '单位写法不同，数值和单位一致',
  'unit-converted': '单位不同，换算后数值相等',
  'share-folded': '百分数与小数、分数写法不同，数值相等',
  'stem-repeated': '重复了题干中的字词，其余与答案一致',
  'within-tolerance': '在允许的误差范围内',
  'outside-tolerance': '超出允许的误差范围',
  'awaits-marking': '等待教师评分',
  'by-person': '教师评分',
  'full-marks': '本题全员得满分',
  void: '本题作废，不计分',
  'some-neighbours': '部分相邻次序正确',
  'some-pairs': '部分配对正确',
} as const;

export type MarkingRule = keyof typeof MARKING_RULES;

/** The rule in Chinese; the code itself for one that a newer version stored. */
export function ruleText(rule: string): string {
  return Object.hasOwn(MARKING_RULES, rule) ? MARKING_RULES[rule as MarkingRule] : rule;
}

export interface Marked {
  /** How right the response is, 0..1; null while it waits for a person to mark it. */
  readonly fraction: number | null;
  /** What decided it. */
  readonly rule: MarkingRule;
}
