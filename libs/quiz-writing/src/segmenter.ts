import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { entryOf } from './dictionary-entries.js';
import { TAG_CORRECTIONS } from './lexicon/tag-corrections.js';
import { onceEach } from './once-each.js';
import { pocketDictionary } from './pocket-dictionary.js';
import { WordSet } from './word-set.js';

export interface Token {
  readonly text: string;
  /** Part of speech in jieba's letters: n, v, ns … */
  readonly tag: string;
  /** Offset in the tagged text. */
  readonly start: number;
  readonly end: number;
}

export type Tagger = (text: string) => Token[];

/** Loaded when first used: who only asks whether an article is too long need not hold 100 MB of words. */
const dictionary = onFirstUse(() => Jieba.withDict(dict));
/** More frequent than any word of the dictionary but the commonest. */
const CHOSEN_FIRST = 100_000;
const MOST_LEFTOVERS = 20_000;

/** Words of the dictionary only, nothing guessed: what is one word here is a word. */
export function cutByDictionary(text: string): string[] {
  return dictionary().cut(text, false);
}

const correctedTags = tagsOf(TAG_CORRECTIONS);
const corrected = onFirstUse(correctedDictionary);

/** Tags with the dictionary and our corrections of it, without the names of any article. */
export const tagPlainly: Tagger = (text) => tokensOf(corrected(), text, correctedTags);

export interface Name {
  readonly text: string;
  readonly tag: string;
}

/** The names of one article, to be known as words. */
interface Lesson {
  readonly words: ReadonlySet<string>;
  readonly frequencies: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, string>;
}

const NO_NAMES: Lesson = { words: new Set(), frequencies: new Map(), tags: correctedTags };

/*
 * The dictionary that names are taught to. Loading a fresh one takes longer than reading an article, so one is used again:
 * at the next article words of the dictionary get their frequency back, and new words, which cannot be taken out, get
 * none. Texts in which one of those stands are cut by a pocket dictionary; so articles never colour each other.
 */
let taught: Jieba | null = null;
let lesson = NO_NAMES;
let leftovers = new WordSet();

/** Tags texts with these names known as words, besides the dictionary and our corrections of it. */
export function knowing(names: readonly Name[]): {
  readonly tag: Tagger;
  readonly tagAll: (texts: readonly string[]) => Token[][];
} {
  const today = lessonOf(names);
  const tagAll = (texts: readonly string[]) => {
    const jieba = teach(today);
    const coloured = new Set(texts.filter((text) => leftovers.standsIn(text, today.words)));
    const pocket = coloured.size > 0 ? pocketFor([...coloured].join('\n'), today) : jieba;
    return texts.map((text) => tokensOf(coloured.has(text) ? pocket : jieba, text, today.tags));
  };
  return { tag: (text) => tagAll([text])[0] ?? [], tagAll };
}

function lessonOf(names: readonly Name[]): Lesson {
  // A blank or a control character ends a word in the format of the dictionary.
  const known = names.filter(({ text }) => /^[^\s\p{C}]+$/u.test(text) && !correctedTags.has(text));
  const words = new Set(known.map(({ text }) => text));
  const frequencies = new Map(
    Array.from(words).flatMap((word) => {
      const entry = entryOf(word);
      return entry ? [[word, entry.frequency] as const] : [];
    }),
  );
  return { words, frequencies, tags: new Map([...correctedTags, ...tagsOf(names)]) };
}

/** The taught dictionary, with the words of this lesson in it instead of those of the one before. */
function teach(today: Lesson): Jieba {
  if (taught === null || leftovers.size > MOST_LEFTOVERS) {
    [taught, lesson, leftovers] = [correctedDictionary(), NO_NAMES, new WordSet()];
  }
  if (lesson === today) return taught;
  const { words, frequencies } = lesson;
  const forgotten = Array.from(words).filter((word) => !today.words.has(word));
  load(taught, [
    ...forgotten.map((word) => `${word} ${frequencies.get(word) ?? 0} n`),
    ...Array.from(today.words, (word) => `${word} ${CHOSEN_FIRST} n`),
  ]);
  lesson = today;
  for (const word of today.words) if (!today.frequencies.has(word)) leftovers.add(word);
  return taught;
}

/** A dictionary of nothing but the words that stand in the text. */
function pocketFor(text: string, today: Lesson): Jieba {
  const { known, weight } = overviewOf(today);
  return pocketDictionary(dictionary().cutAll(text), known.allIn(text), CHOSEN_FIRST, weight);
}

/** All words that are more frequent than the dictionary has them, and by how much all together. */
const overviewOf = onceEach(({ words, frequencies }: Lesson) => {
  let weight = 0;
  for (const word of words) weight += CHOSEN_FIRST - (frequencies.get(word) ?? 0);
  for (const word of correctedTags.keys()) weight += CHOSEN_FIRST - (entryOf(word)?.frequency ?? 0);
  return { known: new WordSet([...correctedTags.keys(), ...words]), weight };
});

function onFirstUse<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}

function correctedDictionary(): Jieba {
  const jieba = Jieba.withDict(dict);
  load(
    jieba,
    Array.from(correctedTags.keys(), (word) => `${word} ${CHOSEN_FIRST} n`),
  );
  return jieba;
}

function load(jieba: Jieba, lines: readonly string[]): void {
  jieba.loadDict(new TextEncoder().encode(lines.join('\n')));
}

/** Our tags by word: the dictionary keeps the tags of the words it has, whatever is loaded. */
function tagsOf(words: readonly Name[]): ReadonlyMap<string, string> {
  return new Map(words.map(({ text, tag }) => [text, tag]));
}

/** Tags of words of the dictionary, and of words it has not; a name is none of them. */
const knownTags = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** Cutting alone takes a third of the time of tagging, so only what holds a word that is not known yet is tagged. */
function tokensOf(jieba: Jieba, text: string, tags: ReadonlyMap<string, string>): Token[] {
  const words = jieba.cut(text, true);
  if (!words.every((word) => tags.has(word) || knownTags.has(word))) {
    if (knownTags.size > MOST_KNOWN) knownTags.clear();
    for (const { word, tag } of jieba.tag(text, true)) if (!tags.has(word)) knownTags.set(word, tag);
  }
  let end = 0;
  return words.map((word) => {
    const start = end;
    end += word.length;
    return { text: word, tag: tags.get(word) ?? knownTags.get(word) ?? 'x', start, end };
  });
}
