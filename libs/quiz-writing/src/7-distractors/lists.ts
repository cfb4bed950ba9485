import { CONTRAST_GROUPS } from '../lexicon/contrasts/index.js';
import {
  GENERIC_FACTORS,
  GENERIC_FIELDS,
  GENERIC_MEASURES,
  GENERIC_SECTORS,
} from '../lexicon/generic-items.js';
import { SIBLING_GROUPS } from '../lexicon/siblings.js';
import { onceEach } from '../once-each.js';
import { shuffle, type Random } from '../random.js';
import { tagPlainly, type Token } from '../segmenter.js';

/** More than any question takes. */
const ENOUGH = 8;
const GROUPS = [...CONTRAST_GROUPS, ...SIBLING_GROUPS];

/**
 * What may stand beside the members of a list without belonging to it: words of their rank, members of other lists that are
 * phrases built alike, and at last everyday wording of the same build. Single words of other lists are no options: that they
 * are nouns as well does not make them of one sort.
 */
export function otherItems(
  items: readonly string[],
  otherLists: readonly (readonly string[])[],
  sentence: string,
  random: Random,
): string[] {
  if (areQualities(items)) return [];
  const own = phrasesOf(items);
  const build = commonBuild(own);
  const [shortest, longest] = [Math.min(...items.map(lengthOf)), Math.max(...items.map(lengthOf))];
  const fits = (text: string) => text.length >= shortest - 1 && text.length <= longest + 1;
  const pool = otherLists
    .filter((list) => !areQualities(list))
    .flatMap(phrasesOf)
    .filter((other) => build !== null && other.build === build && other.isPhrase && fits(other.text))
    .map(({ text }) => text);
  const sources = [rankMates(items), affixMates(items), pool, generalFor(items).filter(fits)];
  const free: string[] = [];
  for (const item of new Set(sources.flatMap((source) => shuffle(source, random)))) {
    if (free.length === ENOUGH) break;
    if (!sentence.includes(item) && !items.some((member) => sharesCore(member, item))) free.push(item);
  }
  return free;
}

/**
 * 高规格、高层次、高质量 or 基础雄厚、门类齐全: to words of praise any other such word could be added, and only who knows the text
 * by heart could say which.
 */
export function areQualities(items: readonly string[]): boolean {
  const praising = items.filter((item) => {
    const tokens = tagPlainly(item);
    const last = tokens.at(-1);
    return (
      /^[高低新强优][\u3400-\u9fff]{1,3}$/.test(item) ||
      (item.length <= 5 && tokens.length <= 3 && /^(?:a|ad|an|z)$/.test(last?.tag ?? '')) ||
      (item.length === 3 && /[对早热实好准快优强大高新美多]$/.test(item))
    );
  });
  return praising.length * 2 >= items.length;
}

/** A member of a list with the sorts of its words. */
interface Phrase {
  readonly text: string;
  readonly build: string;
  readonly isPhrase: boolean;
}

/** Every list of the article is read for every question about another one, so its members are tagged once. */
const phrasesOf = onceEach((items: readonly string[]) =>
  items.map((text): Phrase => {
    const sorts = tagPlainly(text).map(sortOf);
    return { text, build: sorts.join('-'), isPhrase: sorts.length > 1 && text.length >= 4 };
  }),
);

function lengthOf(text: string): number {
  return text.length;
}

/** The rest of the group that holds most of the members, and at least two of them. */
function rankMates(items: readonly string[]): string[] {
  let best: readonly string[] = [];
  let most = 1;
  for (const group of GROUPS) {
    const held = items.filter((item) => group.includes(item)).length;
    if (held > most && group.length > held) [best, most] = [group, held];
  }
  return best.filter((word) => !items.includes(word));
}

/** 外种皮, 中种皮, 内种皮 → 上种皮: what all end or begin in stays, the other part changes within its rank. */
function affixMates(items: readonly string[]): string[] {
  const tail = sharedEnd(items, (item, at) => item.at(-1 - at));
  const head = sharedEnd(items, (item, at) => item.charAt(at));
  const fronts = tail > 0 ? rankMates(items.map((item) => item.slice(0, -tail))) : [];
  const backs = head > 0 ? rankMates(items.map((item) => item.slice(head))) : [];
  const first = items[0] ?? '';
  return [
    ...fronts.map((front) => front + first.slice(-tail)),
    ...backs.map((back) => first.slice(0, head) + back),
  ];
}

function sharedEnd(
  items: readonly string[],
  charAt: (item: string, at: number) => string | undefined,
): number {
  const first = items[0] ?? '';
  let shared = 0;
  while (
    shared < first.length - 1 &&
    items.every((item) => item.length > shared + 1 && charAt(item, shared) === charAt(first, shared))
  )
    shared++;
  return shared;
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
