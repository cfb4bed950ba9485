import type { Sentence } from '../2-sentences.js';
import { BARE_NAMES } from '../lexicon/organisations.js';
import { countApart, placesIn, type FindPlaces } from '../places.js';
import { tagKnowing, tagPlainly, type Token } from '../segmenter.js';
import { WordSet } from '../word-set.js';
import { harvestOrganisations, withBrands } from './organisations.js';
import { harvestPeople, type Person } from './people.js';
import { harvestShortNames } from './short-names.js';
import { harvestCollocations, harvestEvents, harvestPlaces, harvestQuoted, harvestTitles } from './terms.js';

export type { Person, Role } from './people.js';

/** What later stages ask about the article as a whole. */
export interface Surroundings {
  readonly article: string;
  readonly names: Names;
  /** Whether a text holds a name, a place, a term or a Latin word: something that says what it is about. */
  readonly isNamed: (text: string) => boolean;
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
  const harvested = new Set(firstPass.flatMap(harvestOrganisations));
  const organisations = [...new Set(withBrands(harvested, article, placesOf))];
  const shortNames = harvestShortNames(article, organisations, placesOf);
  const terms = [...new Set([...harvestQuoted(article), ...harvestCollocations(firstPass)])];
  const titles = harvestTitles(article);
  const known = [
    ...people.map(({ name }) => ({ text: name, tag: 'nr' })),
    ...organisations.map((text) => ({ text, tag: 'nt' })),
    ...harvestPlaces(firstPass).map((text) => ({ text, tag: 'ns' })),
    ...shortNames.map(({ short }) => ({ text: short, tag: 'nz' })),
    ...terms
      .filter((text) => /^[\u3400-\u9fff]{2,10}$/.test(text) && !isPhrase(text))
      .map((text) => ({ text, tag: 'nz' })),
  ];
  const tokens = tagKnowing(
    known,
    readable.map(({ text }) => text),
  );
  const readings = readable.map((sentence, index) => ({ ...sentence, tokens: tokens[index] ?? [] }));
  const names = { people, organisations, shortNames, terms, titles };
  return { around: lookAround(article, readings, names, placesOf), readings };
}

/** Whoever answers in an interview is a person, though no post and no verb of speech says so. */
function withLabels(people: readonly Person[], sentences: readonly Sentence[]): Person[] {
  const labels = [...new Set(sentences.flatMap(({ label }) => (label && label.length >= 2 ? [label] : [])))];
  const known = new Set(people.map(({ name }) => name));
  const unknown = labels.filter((label) => !known.has(label));
  return [...people, ...unknown.map((name) => ({ name, roles: [] }))];
}

/** Tagged as places, but naming none. */
const NO_PLACE =
  /^(?:城市|城镇|城乡|乡村|农村|国家|世界|全球|全国|全省|全市|本地|当地|沿海|内地|大都市|深度|普及|扎根|关联|国际|海外|国内|国外|市区|郊区|城区|县城|社区|园区|海域|水域|两岸|东部|西部|南部|北部|中部)$/;

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

function lookAround(
  article: string,
  readings: readonly Reading[],
  names: Names,
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
  const known = new WordSet([
    ...names.people.map(({ name }) => name),
    ...names.organisations,
    ...names.shortNames.map(({ short }) => short),
    ...names.terms.filter((term) => term.length >= 3),
    ...places.map(({ text }) => text),
    ...harvestEvents(article).map(({ name }) => name),
    ...topicNouns(readings, countOf),
  ]);
  return {
    article,
    names,
    isNamed: (text) => /[A-Za-z]{2,}|\d[A-Z]|《|“[^”]{2,12}”/.test(text) || known.standsIn(text),
    countOf,
    placesOf,
  };
}

/** A quoted phrase with verbs in it stays a phrase; only noun-like ones become words. */
function isPhrase(text: string): boolean {
  return tagPlainly(text).some(({ tag }) => /^[vdpcr]/.test(tag) && tag !== 'vn');
}
