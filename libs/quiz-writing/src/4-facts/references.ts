import { BARE_NAMES } from '../lexicon/organisations.js';
import type { Names, Surroundings } from '../3-names/index.js';
import { EVENTS, harvestEvents } from '../3-names/terms.js';
import type { FindPlaces } from '../places.js';
import { WordSet } from '../word-set.js';
import type { Scene } from './scene.js';

/** Finds full names for 公司, 学院, 该平台, 我们; null where the text leaves it open. */
export interface References {
  organisationFor(bare: string, at: number, scene: Scene): string | null;
  /** Whether a word may stand for an organisation or event that the text names in full. */
  mayBeBare(word: string): boolean;
  speakerOrganisation(scene: Scene): string | null;
  /** 《某某行动方案》 for 《方案》, where the text says so. */
  fullTitle(title: string): string | null;
  /** Whether the text keeps coming back to the word. */
  isTopic(word: string): boolean;
  /** Whether the whole text is the name of an organisation or an event. */
  isName(text: string): boolean;
  /** The organisation that the text is about, when no other does anything in it. */
  onlyActor(): string | null;
}

const LOOK_BACK = 800;
const HEADS = /董事长|总裁|总经理|院长|校长|所长|厂长|创始人|负责人|书记|主任|理事长|会长|首席执行官/;

export function readReferences({ article, names, placesOf }: Surroundings): References {
  const named = [
    ...placesOfOrganisations(article, names),
    ...placesOfOthers(article, names.titles, placesOf),
  ].toSorted((a, b) => a.start - b.start);
  const placesFor = actingOnly(named, article);
  const events = harvestEvents(article);
  const people = new Map(names.people.map((person) => [person.name, person]));
  const only = onlyOneEndingIn([...names.organisations, ...events.map(({ name }) => name)]);
  const lastEvent = (word: string, at: number) =>
    events.findLast(({ name, start }) => start < at && name.endsWith(word))?.name ?? null;
  const speakerOrganisation = (scene: Scene): string | null => {
    const person = people.get(scene.speech?.name ?? '');
    const role = person?.roles.find(
      ({ text, post }) => HEADS.test(post) && isOrganisation(text.slice(0, -post.length)),
    );
    return role ? role.text.slice(0, -role.post.length) : null;
  };
  /** The one house that the speaker's posts name. */
  const employerOf = (scene: Scene): string | null => {
    const roles = names.people.find(({ name }) => name === scene.speech?.name)?.roles ?? [];
    const houses = new Set(roles.map(({ text, post }) => text.slice(0, -post.length)).filter(isOrganisation));
    const [only] = houses;
    return houses.size === 1 ? (only ?? null) : null;
  };
  const organisationFor = (bare: string, at: number, scene: Scene): string | null => {
    const ending = BARE_NAMES[bare];
    if (!ending) return only(bare) ?? lastEvent(bare, at);
    const own = speakerOrganisation(scene);
    const employer = own ?? employerOf(scene);
    if (employer && !own && ending.test(employer)) return employer;
    if (own && ending.test(own) && (bare === '公司' || !lastBefore(placesFor(ending), at))) return own;
    return lastBefore(placesFor(ending), at);
  };
  const mayBeBare = (word: string) =>
    word in BARE_NAMES ||
    only(word) !== null ||
    (EVENT_WORD.test(word) && lastEvent(word, Infinity) !== null);
  const fullTitle = (title: string) => {
    const [note] = placesOf(`简称${title}`);
    return note === undefined
      ? null
      : (/(《[^《》\n]{3,60}》)（(?:以下)?$/.exec(article.slice(Math.max(0, note - 70), note))?.[1] ?? null);
  };
  const known = new Set([
    ...names.organisations,
    ...names.shortNames.map(({ short }) => short),
    ...events.map(({ name }) => name),
  ]);
  const isTopic = (word: string) => !EVERYBODYS.test(word) && placesOf(word).length >= TOPIC_TIMES;
  const isName = (text: string) => known.has(text);
  const actor = mostActive(named.filter(({ sort }) => isOrganisation(sort) && known.has(sort)));
  const titled = titleOf(article, names.organisations);
  const onlyActor = () => titled ?? (events.length === 0 ? actor : null);
  return { organisationFor, speakerOrganisation, mayBeBare, fullTitle, isTopic, isName, onlyActor };
}

const TOPIC_TIMES = 3;
/** Nouns that any text comes back to. */
const EVERYBODYS =
  /^(?:企业|公司|学生|学员|员工|职工|数据|产品|设备|项目|平台|系统|工作|会议|选手|活动|村民|群众|工人|老师|游客|记者|专家|代表|客户|用户|工程|单位|部门|人员|模型|机器|年轻人|孩子|师傅|市场|收入|产量|面积)$/;

const EVENT_WORD = new RegExp(`^(?:${EVENTS})$`);

/** 船厂 is 海平造船厂 where the text knows one name only that ends so. */
function onlyOneEndingIn(names: readonly string[]): (word: string) => string | null {
  const byEnding = new Map<string, string | null>();
  for (const name of new Set(names)) {
    for (let length = 2; length <= Math.min(4, name.length - 2); length++) {
      const ending = name.slice(-length);
      byEnding.set(ending, byEnding.has(ending) ? null : name);
    }
  }
  return (word) => byEnding.get(word) ?? null;
}

interface Place {
  readonly name: string;
  readonly start: number;
  /** What its name ends in, or what it is called: 平台 for 养殖平台“耕海一号”. */
  readonly sort: string;
}

const QUOTED_FIRST = new RegExp(`“[^“”，。]{2,12}”(${Object.keys(BARE_NAMES).join('|')})`, 'g');
const TITLED = new RegExp(`(${Object.keys(BARE_NAMES).join('|')})(“[^“”，。]{2,12}”)`, 'g');

/** Where no longer name stands around it. */
function placesOfOrganisations(article: string, { organisations, shortNames }: Names): Place[] {
  const fullOf = new Map(shortNames.map(({ short, full }) => [short, full]));
  const known = new WordSet([...organisations, ...fullOf.keys()]);
  const places: Place[] = [];
  for (let start = 0; start < article.length;) {
    const found = known.longestAt(article, start);
    const name = fullOf.get(found ?? '') ?? found;
    if (name !== null) places.push({ name, start, sort: name });
    start += found?.length ?? 1;
  }
  return places;
}

/** Of platforms, projects and documents that are named in marks. */
function placesOfOthers(article: string, titles: readonly string[], placesOf: FindPlaces): Place[] {
  const called = [...article.matchAll(TITLED)].map((match) => ({
    name: match[2] ?? '',
    start: match.index,
    sort: match[1] ?? '',
  }));
  const leading = [...article.matchAll(QUOTED_FIRST)].map((match) => ({
    name: match[0],
    start: match.index,
    sort: match[1] ?? '',
  }));
  const written = titles
    .filter(isOrganisation)
    .flatMap((title) =>
      placesOf(`《${title}》`).map((start) => ({ name: `《${title}》`, start, sort: title })),
    );
  return [...called, ...leading, ...written].toSorted((a, b) => a.start - b.start);
}

/** 某某学院大事记 tells of that house, whatever else is named. */
function titleOf(article: string, organisations: readonly string[]): string | null {
  const [title = ''] = article.split('\n', 1);
  return (
    organisations.find((name) => title.startsWith(name) && CHRONICLE.test(title.slice(name.length))) ?? null
  );
}

const CHRONICLE =
  /^(?:大事记|简介|概况|纪事|简史|史|发展历程|历史沿革|沿革|年报|概览|介绍|工作总结|工作报告)/;
const OPENING = 100;

/** The organisation that the text opens with and names more often than any other. */
function mostActive(places: readonly Place[]): string | null {
  const [first] = places;
  if (!first || first.start > OPENING) return null;
  const counts = new Map<string, number>();
  for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1);
  const own = counts.get(first.name) ?? 0;
  return [...counts].every(([name, times]) => name === first.name || times < own) ? first.name : null;
}

/** What stands before a name that acts: a mark, a time, or a word that only links. */
const BEFORE_ACTING =
  /(?:^|[\n。！？；，：”、]|\d[年月日]|今年|去年|由|据|来自|记者从|走进|称|以下简称“|——)\s?$/;

/**
 * The places a bare word of that ending may point to. 收购乙公司60%的股权 makes 乙公司 no 公司 of the text: where one of
 * the sort acts, those that never do are not meant.
 */
function actingOnly(places: readonly Place[], article: string): (ending: RegExp) => readonly Place[] {
  const acting = new Set(
    places
      .filter(({ start }) => BEFORE_ACTING.test(article.slice(Math.max(0, start - 8), start)))
      .map(({ name }) => name),
  );
  const known = new Map<RegExp, readonly Place[]>();
  return (ending) => {
    const before = known.get(ending);
    if (before) return before;
    const all = places.filter(({ sort }) => ending.test(sort));
    const some = all.filter(({ name, sort }) => acting.has(name) || name !== sort);
    const found = some.length > 0 ? some : all;
    known.set(ending, found);
    return found;
  };
}

/** The last full name before an offset; when two different ones compete within one paragraph's length, none. */
function lastBefore(places: readonly Place[], at: number): string | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place && at - place.start <= LOOK_BACK ? place.name : null;
}

function isOrganisation(text: string): boolean {
  return Object.values(BARE_NAMES).some((ending) => ending.test(text));
}
