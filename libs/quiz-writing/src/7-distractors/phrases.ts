import {
  GENERIC_FACTORS,
  GENERIC_FIELDS,
  GENERIC_MEASURES,
  GENERIC_QUALITIES,
  GENERIC_SECTORS,
} from '../lexicon/generic-items.js';
import { siblingsOf } from '../lexicon/siblings.js';
import { onceEach } from '../once-each.js';
import { shuffle, type Random } from '../random.js';
import { tagPlainly, type Token } from '../segmenter.js';

/** More than any question takes. */
const ENOUGH = 8;
/** In words. 全球最大的机器人市场 with another head is no Chinese. */
const LONGEST_SWAPPED = 3;

/**
 * Phrases that differ from the answer in one word of the same rank, at its head or its front (人才短缺 → 资金短缺). A word
 * in the middle of a longer phrase is left alone: what comes out there is seldom Chinese.
 */
export function swappedPhrases(answer: string, article: string, random: Random): string[] {
  const whole = siblingsOf(answer);
  if (whole.length > 0)
    return shuffle(
      whole.filter((word) => !article.includes(word)),
      random,
    );
  const tokens = tagPlainly(answer);
  const [front, head] = [tokens[0], tokens.at(-1)];
  const at = (token: typeof front) =>
    token
      ? siblingsOf(token.text).map((word) => answer.slice(0, token.start) + word + answer.slice(token.end))
      : [];
  if (tokens.length > LONGEST_SWAPPED) return [];
  const swapped = at(head).length >= 2 ? at(head) : (front?.text.length ?? 0) >= 2 ? at(front) : [];
  return shuffle([...new Set(swapped)], random).filter(
    (phrase) => phrase !== answer && !article.includes(phrase),
  );
}

/**
 * What may stand beside the members of a list without belonging to it: words of their rank, members of other lists of the
 * article that are built alike, and at last everyday wording of the same build.
 */
export function otherItems(
  items: readonly string[],
  otherLists: readonly (readonly string[])[],
  sentence: string,
  random: Random,
): string[] {
  const own = phrasesOf(items);
  const others = otherLists.flatMap(phrasesOf);
  const build = commonBuild(own);
  const [shortest, longest] = [Math.min(...items.map(lengthOf)), Math.max(...items.map(lengthOf))];
  const fits = (text: string) => text.length >= shortest - 1 && text.length <= longest + 1;
  const pool = others
    .filter((other) => build !== null && other.build === build && fits(other.text))
    .map(textOf);
  const general = generalFor(items).filter(fits);
  const loosely = others.filter((other) => alike(other, own)).map(textOf);
  const sources = [rankMates(items), pool, general, affixMates(items), swaps(items), loosely];
  const free: string[] = [];
  for (const item of new Set(sources.flatMap((source) => shuffle(source, random)))) {
    if (free.length === ENOUGH) break;
    if (!sentence.includes(item) && !items.some((member) => sharesCore(member, item))) free.push(item);
  }
  return free;
}

/** A member of a list with the sorts of its words. */
interface Phrase {
  readonly text: string;
  readonly build: string;
  /** The sorts of its first and last word, and whether they are two. */
  readonly ends: string;
}

/** Every list of the article is read for every question about another one, so its members are tagged once. */
const phrasesOf = onceEach((items: readonly string[]) =>
  items.map((text): Phrase => {
    const sorts = tagPlainly(text).map(sortOf);
    return {
      text,
      build: sorts.join('-'),
      ends: `${sorts[0] ?? ''}-${sorts.at(-1) ?? ''}-${sorts.length > 1}`,
    };
  }),
);

function textOf({ text }: Phrase): string {
  return text;
}

/** 法律的保障 → 制度的保障: a member with its front word changed within its rank. */
function swaps(items: readonly string[]): string[] {
  const fronts = items.flatMap((item) => tagPlainly(item)[0]?.text ?? []);
  const ranked = fronts.filter((front) => siblingsOf(front).length > 0).length;
  if (ranked * 2 <= items.length) return [];
  return items.flatMap((item) => {
    const [front] = tagPlainly(item);
    if (!front || front.text.length < 2 || front.text.length === item.length || front.tag.startsWith('v'))
      return [];
    return siblingsOf(front.text).map((word) => word + item.slice(front.end));
  });
}

/** As long as the members, and begun and ended by the sorts of words that one of them is begun and ended by. */
function alike(item: Phrase, items: readonly Phrase[]): boolean {
  const like = items.filter(
    ({ text, ends }) => ends === item.ends && Math.abs(text.length - item.text.length) <= 1,
  );
  return like.length * 2 >= items.length;
}

function lengthOf(text: string): number {
  return text.length;
}

/** Words that share a group with at least two members, the closest groups first. */
function rankMates(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const mate of siblingsOf(item)) counts.set(mate, (counts.get(mate) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .filter(([, count]) => count >= Math.min(2, items.length))
    .map(([mate]) => mate);
}

/** 外种皮, 中种皮, 内种皮 → 上种皮: what all end in stays, what goes before changes within its rank. */
function affixMates(items: readonly string[]): string[] {
  const first = items[0] ?? '';
  let shared = 0;
  while (
    shared < first.length - 1 &&
    items.every((item) => item.length > shared + 1 && item.at(-1 - shared) === first.at(-1 - shared))
  )
    shared++;
  if (shared === 0) return [];
  const tail = first.slice(-shared);
  const fronts = items.map((item) => item.slice(0, -shared));
  return rankMates(fronts).map((front) => front + tail);
}

/** Beside 打开总电源 and 松开急停按钮 nothing stands that a government would do. */
const POLICY_VERB =
  /^(?:推动|推进|加强|加快|完善|建设|建立|建成|培育|培养|优化|提升|提高|强化|健全|深化|支持|构建|打造|引进|引导|扩大|促进|发展|创新|制定|出台|落实|搭建|举办|开展|鼓励|拓展|改善|实施|吸引|补齐|整合|发挥)/;

function generalFor(items: readonly string[]): readonly string[] {
  const within = (pool: readonly string[]) =>
    items.filter((item) => pool.includes(item)).length * 2 >= items.length;
  if (within(GENERIC_SECTORS)) return GENERIC_SECTORS;
  if (within(GENERIC_FACTORS)) return GENERIC_FACTORS;
  const ends = items.map((item) => tagPlainly(item));
  const all = (test: (first: string, last: string, item: string) => boolean) =>
    ends.every((tokens, index) => test(tokens[0]?.tag ?? '', tokens.at(-1)?.tag ?? '', items[index] ?? ''));
  if (
    all((first, last) => first.startsWith('v') && /^[nl]/.test(last)) &&
    items.some((item) => POLICY_VERB.test(item))
  )
    return GENERIC_MEASURES;
  if (all((_first, last, item) => item.length === 4 && last.startsWith('a'))) return GENERIC_QUALITIES;
  if (all((first, last, item) => item.length === 4 && first.startsWith('n') && last.startsWith('v')))
    return GENERIC_FIELDS;
  return [];
}

/** The build that at least half of the members share, or null: to a motley list nothing can be added. */
function commonBuild(items: readonly Phrase[]): string | null {
  const builds = items.map(({ build }) => build);
  const [most] = builds.toSorted((a, b) => countOf(builds, b) - countOf(builds, a));
  return most !== undefined && most !== 'name' && countOf(builds, most) * 2 >= builds.length ? most : null;
}

function countOf(texts: readonly string[], text: string): number {
  return texts.filter((other) => other === text).length;
}

function sortOf({ tag, text }: Token): string {
  if (text === '的') return '的';
  // An unknown word is like no other.
  if (tag === 'x') return text;
  if (/^(?:nr|nt|nz|ns)/.test(tag)) return 'name';
  if (tag === 'vn') return 'doing';
  if (/^[vad]/.test(tag)) return tag.charAt(0);
  return /^[nljbq]/.test(tag) ? 'n' : tag;
}

/** 人才培养 and 培养人才, 供应链 and 补强供应链: too close for one to be right and the other wrong. */
function sharesCore(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = new Set<string>();
  for (let at = 0; at < a.length - 1; at++) pairs.add(a.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) if (pairs.has(b.slice(at, at + 2))) shared++;
  return shared >= 2 && shared * 2 > Math.min(a.length, b.length) - 1;
}
