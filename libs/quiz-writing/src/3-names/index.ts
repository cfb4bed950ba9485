import type { Sentence } from '../2-sentences.js';
import { BARE_NAMES } from '../lexicon/organisations.js';
import { countApart, placesIn, type FindPlaces } from '../places.js';
import { onceEachText } from '../once-each.js';
import { knowing, tagPlainly, type Tagger, type Token } from '../segmenter.js';
import { WordSet } from '../word-set.js';
import { harvestBrandsWithAnd, harvestOrganisations, isOrganisation, withBrands } from './organisations.js';
import { harvestPeople, type Person } from './people.js';
import { harvestAliases, protagonistsOf, titleName, type Alias } from './protagonists.js';
import { harvestShortNames } from './short-names.js';
import { harvestPlaces, NO_PLACE } from './places.js';
import { harvestCollocations, harvestEvents, harvestQuoted, harvestTitles } from './terms.js';

export type { Person, Role } from './people.js';
export type { Alias } from './protagonists.js';

/** What later stages ask about the article as a whole. */
export interface Surroundings {
  readonly article: string;
  readonly names: Names;
  /** Whether a text holds a name, a place, a term or a Latin word: something that says what it is about. */
  readonly isNamed: (text: string) => boolean;
  /** The same without the nouns of the headings: a name of its own, not only what the article is about. */
  readonly isProper: (text: string) => boolean;
  /** Words of a text that is not the article's, with the article's names known. */
  readonly tag: (text: string) => readonly Token[];
  /** How often a text stands in the article. */
  readonly countOf: (text: string) => number;
  /** Where it stands in the article. */
  readonly placesOf: FindPlaces;
}

export interface Names {
  readonly people: readonly Person[];
  /** Full names of organisations in order of appearance. */
  readonly organisations: readonly string[];
  /** 某某 for 某某股份有限公司. */
  readonly shortNames: readonly { readonly short: string; readonly full: string }[];
  /** Short names the article gives itself: 以下简称…. */
  readonly aliases: readonly Alias[];
  /** Organisations the article is about, the surest first: whom a bare 公司 means. */
  readonly protagonists: readonly string[];
  /** Names that end in what they are, a province, a city, a county, a town: 沂河县. */
  readonly places: readonly string[];
  readonly terms: readonly string[];
  readonly titles: readonly string[];
}

/** A sentence with its words, after the names were taught to the segmenter. */
export interface Reading extends Sentence {
  readonly tokens: readonly Token[];
}

/** Sentences longer than this are no prose (a list without ends, noise); they are kept but not read. */
export const LONGEST_SENTENCE = 500;

/** Two passes: harvest names by pattern, teach them to the segmenter, tag again. */
export function readNames(
  article: string,
  sentences: readonly Sentence[],
): { around: Surroundings; readings: Reading[] } {
  const placesOf = placesIn(article);
  const readable = sentences.filter(({ text }) => text.length <= LONGEST_SENTENCE);
  const people = withLabels(harvestPeople(article), sentences);
  const firstPass = readable.map(({ text }) => tagPlainly(text));
  const title = titleName(article);
  const harvested = new Set([
    ...(title !== null &&
    (isOrganisation(title) || /(?:水库|机场|车站|灌区|公园|景区|服务区|铁路|大桥)$/.test(title))
      ? [title]
      : []),
    ...firstPass.flatMap(harvestOrganisations),
  ]);
  const places = harvestPlaces(firstPass, article);
  const heads = [...places, ...harvestBrandsWithAnd(article, placesOf)];
  const branded = [...new Set(withBrands(harvested, article, placesOf, heads))];
  const organisations = withPlaces(branded, places, article, placesOf);
  const shortNames = harvestShortNames(article, organisations, placesOf);
  const terms = [...new Set([...harvestQuoted(article), ...harvestCollocations(firstPass)])];
  const titles = harvestTitles(article);
  const aliases = harvestAliases(article, organisations, titles);
  const known = [
    ...people.map(({ name }) => ({ text: name, tag: 'nr' })),
    ...organisations.map((text) => ({ text, tag: 'nt' })),
    ...(title === null ? [] : [{ text: title, tag: 'nz' }]),
    ...places.map((text) => ({ text, tag: 'ns' })),
    ...shortNames.map(({ short }) => ({ text: short, tag: 'nz' })),
    ...terms
      .filter((text) => /^[\u3400-\u9fff]{2,10}$/.test(text) && !isPhrase(text))
      .map((text) => ({ text, tag: 'nz' })),
  ];
  const { tag, tagAll } = knowing(known);
  const tokens = tagAll(readable.map(({ text }) => text));
  const readings = readable.map((sentence, index) => ({ ...sentence, tokens: tokens[index] ?? [] }));
  const names: Names = {
    people,
    organisations,
    shortNames,
    aliases,
    protagonists: protagonistsOf(article, organisations, aliases),
    places: [...new Set([...places, ...placesAmong(readings)])],
    terms: title === null ? terms : [...new Set([...terms, title])],
    titles,
  };
  return { around: lookAround(article, readings, names, tag, placesOf), readings };
}

/** 智慧农业示范区 is no other than 沂河县智慧农业示范区, once the text says where it is. */
function withPlaces(
  organisations: readonly string[],
  places: readonly string[],
  article: string,
  placesOf: FindPlaces,
): string[] {
  const known = new Set(places);
  const lengths = [...new Set(places.map(({ length }) => length))];
  const placed = (name: string) => {
    for (const at of placesOf(name)) {
      const place = lengths
        .map((length) => article.slice(Math.max(0, at - length), at))
        .find((text) => known.has(text));
      if (place !== undefined && !name.startsWith(place)) return place + name;
    }
    return name;
  };
  return [...new Set(organisations.map(placed))];
}

/** Whoever answers in an interview is a person, though no post and no verb of speech says so. */
function withLabels(people: readonly Person[], sentences: readonly Sentence[]): Person[] {
  const labels = [...new Set(sentences.flatMap(({ label }) => (label && label.length >= 2 ? [label] : [])))];
  const known = new Set(people.map(({ name }) => name));
  const unknown = labels.filter((label) => !known.has(label));
  return [...people, ...unknown.map((name) => ({ name, roles: [] }))];
}

function placesAmong(readings: readonly Reading[]): string[] {
  return readings.flatMap(({ tokens }) =>
    tokens
      .filter(
        ({ tag, text }) =>
          tag === 'ns' && /^[\u3400-\u9fff]{2,5}[省市县区镇乡]$/.test(text) && !NO_PLACE.test(text),
      )
      .map(({ text }) => text),
  );
}

/** Nouns of the title and the headings that the text keeps coming back to: what it is about. */
function topicNouns(readings: readonly Reading[], countOf: Surroundings['countOf']): string[] {
  const nouns = readings
    .filter(({ kind }) => kind === 'heading')
    .flatMap(({ tokens }) =>
      tokens.filter(
        ({ tag, text }) => /^(?:n|nz|nr|nrt|x|l)$/.test(tag) && /^[\u3400-\u9fff]{2,}$/.test(text),
      ),
    )
    .map(({ text }) => text);
  return [...new Set(nouns)].filter((noun) => !(noun in BARE_NAMES) && countOf(noun) > 3);
}

const SELF_NAMED = /[A-Za-z]{2,}|\d[A-Z]|《|“[^”]{2,12}”/;

function lookAround(
  article: string,
  readings: readonly Reading[],
  names: Names,
  tag: Tagger,
  placesOf: FindPlaces,
): Surroundings {
  const counts = new Map<string, number>();
  const countOf = (text: string) => {
    const counted = counts.get(text) ?? countApart(placesOf(text), text.length);
    counts.set(text, counted);
    return counted;
  };
  const places = readings.flatMap(({ tokens }) =>
    tokens.filter(({ tag, text }) => tag === 'ns' && text.length >= 2 && !NO_PLACE.test(text)),
  );
  const title = titleName(article);
  const quoted = [...harvestQuoted(article), ...(title === null ? [] : [title])];
  const known = new WordSet([
    ...names.people.map(({ name }) => name),
    ...names.organisations,
    ...names.shortNames.map(({ short }) => short),
    ...quoted.filter((term) => term.length >= 3),
    ...places.map(({ text }) => text),
    ...harvestEvents(article).map(({ name }) => name),
  ]);
  const topical = new WordSet([
    ...names.terms.filter((term) => term.length >= 3),
    ...topicNouns(readings, countOf),
  ]);
  const isProper = (text: string) => SELF_NAMED.test(text) || known.standsIn(text);
  return {
    article,
    names,
    isNamed: (text) => isProper(text) || topical.standsIn(text),
    isProper,
    tag: onceEachText(tag),
    countOf,
    placesOf,
  };
}

/** A quoted phrase with verbs in it stays a phrase; only noun-like ones become words. */
function isPhrase(text: string): boolean {
  return tagPlainly(text).some(({ tag }) => /^[vdpcr]/.test(tag) && tag !== 'vn');
}
