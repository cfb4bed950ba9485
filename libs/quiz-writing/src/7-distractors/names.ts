import type { Names } from '../3-names/index.js';
import { COMPANIES_BY_TRADE, MINISTRIES, SOCIETIES_BY_TRADE } from '../lexicon/known-names.js';
import { otherHouses, samePostIn } from '../lexicon/houses.js';
import { otherPostsAt } from '../lexicon/ladders.js';
import { otherUniversities } from '../lexicon/universities.js';
import { shuffle, type Random } from '../random.js';

const SORTS: readonly (readonly [RegExp, (name: string) => readonly string[]])[] = [
  [/大学$|学院$/, otherUniversities],
  [/公司$|集团$/, (name) => ofOneTrade(name, COMPANIES_BY_TRADE)],
  [/部$|署$|总局$|国家.{2,8}委$/, (name) => (MINISTRIES.includes(name) ? MINISTRIES : [])],
  [/[局厅委站馆院]$|委员会$|中心$/, (name) => otherHouses(name).map((house) => house.name)],
  [/联盟$|协会$|学会$|联合会$/, (name) => ofOneTrade(name, SOCIETIES_BY_TRADE)],
  [/人民政府$/, governments],
  [/平台$|厂$/, () => []],
];

/** Organisations of the answer's sort, the article's own first, then others of the same place or trade. */
export function otherOrganisations(answer: string, names: Names, random: Random): string[] {
  const sort = SORTS.find(([ending]) => ending.test(answer));
  if (!sort) return [];
  const own = names.organisations.filter((name) => sort[0].test(name) && !overlaps(name, answer));
  const known = sort[1](answer).filter((name) => !overlaps(name, answer));
  return [
    ...new Set([...shuffle(own, random).slice(0, 2), ...renumbered(answer), ...shuffle(known, random)]),
  ];
}

/** What a reader could not tell by the trade its name gives away. */
function ofOneTrade(name: string, trades: readonly (readonly [RegExp, string])[]): readonly string[] {
  const trade = trades.find(([words]) => words.test(name));
  return trade ? trade[1].split(' ') : [];
}

/** 临江市人民政府 → 临江市财政局: who else of that place could have done it. */
function governments(name: string): readonly string[] {
  const place = name.slice(0, -'人民政府'.length);
  if (!place.endsWith('市')) return [];
  return otherHouses(`${place}教育局`).map((house) => house.name);
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 第五设计院 → 第四设计院. */
function renumbered(name: string): string[] {
  const ordinal = /第([一二三四五六七八九十])/.exec(name)?.[1];
  if (!ordinal) return [];
  const at = ORDINALS.indexOf(ordinal);
  return [at - 1, at + 1, at - 2, at + 2].flatMap((place) => {
    const other = ORDINALS[place];
    return other === undefined ? [] : [name.replace(`第${ordinal}`, `第${other}`)];
  });
}

/** More than any question takes. */
const ENOUGH = 4;

/** Posts that no other can be together with: of the same house, of houses like it, and those the article gives to others. */
export function otherPosts(
  answer: string,
  names: Names,
  subject: string,
  article: string,
  random: Random,
): string[] {
  const own = names.people.find(({ name }) => name === subject)?.roles ?? [];
  const role = own.find(({ text }) => text === answer);
  if (!role) return [];
  const shared = /代表$|委员$/.test(role.post);
  const others = names.people
    .filter(({ name }) => name !== subject)
    .flatMap(({ roles }) => roles)
    .filter(({ post, text }) => /代表$|委员$/.test(post) === shared && /[\u3400-\u9fff]{5}/.test(text))
    .filter(({ text }) => !/^(?:公司|集团|学院|学校|医院|本|该)/.test(text))
    // Behind 和 it may be the second half of a name: 发展和改革委员会.
    .filter(({ start }) => !/[和与及]/.test(article.charAt(start - 1)))
    .map(({ text }) => text);
  const organisation = answer.slice(0, -role.post.length);
  const rungs = otherPostsAt(organisation, role.post).map((post) => organisation + post);
  const houses = otherHouses(organisation).flatMap((house) => samePostIn(house, role.post) ?? []);
  const held = new Set(own.map(({ text }) => text));
  const [rung, ...rungsLeft] = shuffle(rungs.slice(0, 3), random);
  const alike = shuffle(
    others.filter((text) => isAsLong(text, answer)),
    random,
  );
  const first = [...(rung === undefined ? [] : [rung]), ...alike.slice(0, 2), ...shuffle(houses, random)];
  const free: string[] = [];
  for (const text of new Set([...first, ...rungsLeft, ...alike])) {
    if (free.length === ENOUGH) break;
    if (!held.has(text) && !article.includes(text + subject)) free.push(text);
  }
  return free;
}

export function otherPeople(answer: string, names: Names, role: string, random: Random): string[] {
  const others = names.people.filter(
    ({ name, roles }) => name !== answer && !roles.some(({ text }) => overlaps(text, role)),
  );
  // Who is only quoted as a neighbour is no likely chairman.
  return shuffle(others, random)
    .toSorted((a, b) => Number(b.roles.length > 0) - Number(a.roles.length > 0))
    .map(({ name }) => name);
}

function isAsLong(text: string, answer: string): boolean {
  return text.length <= 1.6 * answer.length + 2 && answer.length <= 1.6 * text.length + 2;
}

function overlaps(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
