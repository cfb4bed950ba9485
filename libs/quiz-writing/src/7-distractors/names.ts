import { ALLIANCES, CITIES, COMPANIES, MINISTRIES, UNIVERSITIES } from '../lexicon/known-names.js';
import { otherPostsAt } from '../lexicon/people.js';
import { siblingsOf } from '../lexicon/siblings.js';
import type { Names } from '../3-names/index.js';
import { shuffle, type Random } from '../random.js';

const SORTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/大学$|学院$/, UNIVERSITIES],
  [/公司$|集团$/, COMPANIES],
  [/部$|委$|局$|署$/, MINISTRIES],
  [/联盟$|协会$|学会$|联合会$/, ALLIANCES],
];

/** Organisations of the answer's sort: the article's first, then well-known ones. */
export function otherOrganisations(answer: string, names: Names, random: Random): string[] {
  const sort = SORTS.find(([ending]) => ending.test(answer));
  if (!sort) return [];
  const own = names.organisations.filter((name) => sort[0].test(name) && !overlaps(name, answer));
  const known = sort[1].filter((name) => !overlaps(name, answer));
  return [...new Set([...shuffle(own, random).slice(0, 2), ...shuffle(known, random)])];
}

export function otherPlaces(answer: string, random: Random): string[] {
  const suffix = /[省市县区]$/.exec(answer)?.[0] ?? '';
  const bare = suffix === '' ? answer : answer.slice(0, -1);
  const siblings = siblingsOf(bare).length > 0 ? siblingsOf(bare) : CITIES.includes(bare) ? CITIES : [];
  return shuffle(
    siblings.filter((place) => place !== bare),
    random,
  ).map((place) => place + suffix);
}

/** Posts that other people hold, and this person's with another rank. */
export function otherPosts(
  answer: string,
  names: Names,
  subject: string,
  article: string,
  random: Random,
): string[] {
  const others = names.people
    .filter(({ name }) => name !== subject)
    .flatMap(({ roles }) => roles.map(({ text }) => text));
  const own = names.people.find(({ name }) => name === subject)?.roles ?? [];
  const role = own.find(({ text }) => text === answer);
  const organisation = role ? answer.slice(0, -role.post.length) : '';
  const siblings = role ? otherPostsAt(organisation, role.post).map((post) => organisation + post) : [];
  const held = new Set(own.map(({ text }) => text));
  const swapped = shuffle(siblings, random).slice(0, 2);
  return [...new Set([...swapped.slice(0, 1), ...shuffle(others, random), ...swapped])].filter(
    (text) => !held.has(text) && !article.includes(text + subject),
  );
}

export function otherPeople(answer: string, names: Names, role: string, random: Random): string[] {
  const others = names.people.filter(
    ({ name, roles }) => name !== answer && !roles.some(({ text }) => overlaps(text, role)),
  );
  return shuffle(
    others.map(({ name }) => name),
    random,
  );
}

function overlaps(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
