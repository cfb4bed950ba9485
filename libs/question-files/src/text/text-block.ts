/** One question of a pasted text, in pieces. */
export interface TextBlock {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly number: number | null;
  /** The type that its heading or its own tag tells. */
  type: string;
  stem: string;
  lefts: string[];
  options: string[];
  /** By label as the house writes it: 答案, 解析, 改正, 依据, 标签 … A label may stand there several times. */
  readonly parts: Map<string, string[]>;
  /** Whether its left items stand for themselves, as our own export writes them. */
  readonly isExact: boolean;
}

export function newBlock(line: number, number: number | null, type: string, isExact: boolean): TextBlock {
  return { line, number, type, stem: '', lefts: [], options: [], parts: new Map(), isExact };
}

export function addPart(block: TextBlock, label: string, text: string): void {
  const before = block.parts.get(label);
  if (before) before.push(text);
  else block.parts.set(label, [text]);
}

export function partOf(block: TextBlock, label: string): string {
  return block.parts.get(label)?.join('\n') ?? '';
}

const LABELS: readonly (readonly [string, string])[] = [
  ['答案', '答案 正确答案 参考答案 标准答案 答'],
  ['解析', '解析 答案解析 试题解析 题目解析 解答 讲解 解释 分析'],
  ['改正', '改正 更正'],
  ['依据', '依据 原文依据 原句'],
  ['标签', '标签 知识点 考点 知识点/标签'],
  ['难度', '难度 难易度 难度系数'],
  ['课程', '课程'],
  ['出处', '出处 来源 原文标题'],
  ['链接', '链接 原文链接'],
  ['分值', '分值 分数'],
  ['编号', '编号 外部编号'],
  ['误差', '误差'],
  ['顺序', '顺序'],
  ['评分点', '评分点 得分点 评分标准 采分点'],
  ['题型', '题型'],
  ['题干', '题干 题目'],
];

const HOUSE: ReadonlyMap<string, string> = new Map(
  LABELS.flatMap(([label, names]) => names.split(' ').map((name) => [name, label] as const)),
);
const ANY = [...HOUSE.keys()].sort((a, b) => b.length - a.length).join('|');
const LABELLED = new RegExp(
  `^\\s*(?:[【[［](${ANY})[】\\]］]\\s*[:：]?|(${ANY})\\s*[:：]|(答案|正确答案|参考答案)(?=\\s*[A-Za-zＡ-Ｚ√×✓✗]+\\s*$))\\s*`,
);
const BEHIND =
  /[\s。；;，,]{1,20}(?=[【[［]?(?:正确答案|参考答案|标准答案|答案解析|答案|解析)[】\]］]?\s*[:：])/g;

/** 答案：B, 【解析】…, 正确答案 B: the house's label and what stands behind it. */
export function labelOf(line: string): { label: string; text: string } | null {
  const found = LABELLED.exec(line);
  if (!found) return null;
  const label = HOUSE.get(found[1] ?? found[2] ?? found[3] ?? '');
  return label === undefined ? null : { label, text: line.slice(found[0].length) };
}

/** 答案：B 解析：… on one line as two. */
export function splitLabels(line: string): string[] {
  return line.split(BEHIND);
}
