import { siblingsOf } from '../lexicon/siblings.js';
import { shuffle, type Random } from '../random.js';
import { tagPlainly } from '../segmenter.js';

/** Phrases that differ from the answer in one word of the same rank (人才短缺 → 资金短缺). */
export function swappedPhrases(answer: string, article: string, random: Random): string[] {
  const whole = siblingsOf(answer);
  const tokens = tagPlainly(answer);
  const swapped = tokens.flatMap((token) =>
    siblingsOf(token.text).map((sibling) => answer.slice(0, token.start) + sibling + answer.slice(token.end)),
  );
  const candidates = whole.length > 0 ? whole : swapped;
  return shuffle([...new Set(candidates)], random).filter(
    (phrase) => phrase !== answer && !article.includes(phrase),
  );
}

/** What may stand beside the members of a list without belonging to it: words of their rank, members of other lists of the same shape. */
export function otherItems(
  items: readonly string[],
  otherLists: readonly (readonly string[])[],
  sentence: string,
  random: Random,
): string[] {
  const shape = shapeOf(items);
  const ranked = rankMates(items);
  const pool = otherLists
    .flat()
    .filter((item) => fits(item, shape) && !siblingsOf(item).includes(items[0] ?? ''));
  const free = (item: string) =>
    !sentence.includes(item) && !items.some((own) => own.includes(item) || item.includes(own));
  return [...new Set([...shuffle(ranked, random), ...shuffle(pool, random)])].filter(free);
}

/** Words that share a group with at least two members, or with the one member when the others are unknown words. */
function rankMates(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const mate of siblingsOf(item)) counts.set(mate, (counts.get(mate) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .filter(([, count]) => count >= Math.min(2, items.length))
    .map(([mate]) => mate);
}

interface Shape {
  readonly shortest: number;
  readonly longest: number;
  readonly verbal: boolean;
}

function shapeOf(items: readonly string[]): Shape {
  const lengths = items.map(({ length }) => length);
  return {
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    verbal: items.filter(startsWithVerb).length * 2 > items.length,
  };
}

function fits(item: string, { shortest, longest, verbal }: Shape): boolean {
  return item.length >= shortest - 1 && item.length <= longest + 1 && startsWithVerb(item) === verbal;
}

function startsWithVerb(text: string): boolean {
  return tagPlainly(text)[0]?.tag.startsWith('v') ?? false;
}
