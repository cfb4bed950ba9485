import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { entryOf } from './dictionary-entries.js';
import { TAG_CORRECTIONS } from './lexicon/tag-corrections.js';
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

/*
 * The dictionary that names are taught to. Loading a fresh one takes longer than reading an article, so one is used again:
 * at the next article words of the dictionary get their frequency back, and new words, which cannot be taken out, get
 * none. Sentences in which one of those stands are cut by a pocket dictionary; so articles never colour each other.
 */
let taught: Jieba | null = null;
let lesson: readonly string[] = [];
let leftovers = new WordSet();

/** Tags the texts with these names known as words, besides the dictionary and our corrections of it. */
export function tagKnowing(names: readonly Name[], texts: readonly string[]): Token[][] {
  // A blank or a control character ends a word in the format of the dictionary.
  const known = names.filter(({ text }) => /^[^\s\p{C}]+$/u.test(text) && !correctedTags.has(text));
  const words = new Set(known.map(({ text }) => text));
  const jieba = teach(words);
  const tags = new Map([...correctedTags, ...tagsOf(names)]);
  const coloured = texts.filter((text) => leftovers.standsIn(text, words));
  if (coloured.length === 0) return texts.map((text) => tokensOf(jieba, text, tags));
  const standing = new Set(coloured.flatMap((text) => dictionary().cutAll(text)));
  const pocket = pocketDictionary(standing, [...correctedTags.keys(), ...words], CHOSEN_FIRST);
  const apart = new Set(coloured);
  return texts.map((text) => tokensOf(apart.has(text) ? pocket : jieba, text, tags));
}

/** The taught dictionary, with these words in it instead of those of the article before. */
function teach(words: ReadonlySet<string>): Jieba {
  if (taught === null || leftovers.size > MOST_LEFTOVERS) {
    [taught, lesson, leftovers] = [correctedDictionary(), [], new WordSet()];
  }
  const forgotten = lesson.filter((word) => !words.has(word));
  load(taught, [
    ...forgotten.map((word) => `${word} ${entryOf(word)?.frequency ?? 0} n`),
    ...Array.from(words, (word) => `${word} ${CHOSEN_FIRST} n`),
  ]);
  lesson = [...words];
  for (const word of words) if (entryOf(word) === null) leftovers.add(word);
  return taught;
}

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
