/** How a figure is hedged. Words of one class are the same hedge: 近 and 将近, 约 and 左右. */
export type Hedge = 'below' | 'approx' | 'above' | 'at-least' | 'at-most';

const BEFORE: Readonly<Record<Hedge, readonly string[]>> = {
  below: ['将近', '接近', '不足', '不到', '不满', '未满', '近'],
  approx: ['大约', '大概', '大致', '约莫', '约为', '差不多', '约'],
  above: ['超过', '突破', '高于', '多于', '大于', '超', '逾'],
  'at-least': ['不少于', '不低于', '不小于', '至少', '最少'],
  'at-most': ['不超过', '不多于', '不高于', '不大于', '至多', '最多'],
};
const AFTER: Readonly<Partial<Record<Hedge, readonly string[]>>> = {
  approx: ['左右', '上下', '来'],
  above: ['以上', '多', '余'],
  'at-most': ['以内', '之内', '以下'],
};
const CLASS_OF = new Map(
  [...Object.entries(BEFORE), ...Object.entries(AFTER)].flatMap(([name, words]) =>
    words.map((word) => [word, name as Hedge] as const),
  ),
);

/** Alternatives for a regular expression, the longest first. */
export const WORDS_BEFORE = alternatives(BEFORE);
export const WORDS_AFTER = alternatives(AFTER);

export function hedgeOf(word: string): Hedge | null {
  return CLASS_OF.get(word) ?? null;
}

/** The words of normal form around a figure, or null when no writing holds these hedges together. */
export function hedgeWords(hedges: readonly Hedge[]): readonly [before: string, after: string] | null {
  const [first, second, ...more] = hedges.toSorted((a, b) => afterWord(a).length - afterWord(b).length);
  if (more.length > 0) return null;
  if (!first) return ['', ''];
  if (!second) return [BEFORE[first][0] ?? '', ''];
  return afterWord(second) ? [BEFORE[first][0] ?? '', afterWord(second)] : null;
}

function afterWord(hedge: Hedge): string {
  return AFTER[hedge]?.[0] ?? '';
}

function alternatives(table: Readonly<Record<string, readonly string[]>>): string {
  return Object.values(table)
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');
}
