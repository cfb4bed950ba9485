import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { TAG_CORRECTIONS } from './lexicon/tag-corrections.js';

export interface Token {
  readonly text: string;
  /** Part of speech in jieba's letters: n, v, ns … */
  readonly tag: string;
  /** Offset in the tagged text. */
  readonly start: number;
  readonly end: number;
}

export type Tagger = (text: string) => Token[];

const dictionary = Jieba.withDict(dict);
const decoder = new TextDecoder();
const LINE_END = 10;
/** More frequent than any word of the dictionary but the commonest. */
const CHOSEN_FIRST = 100_000;
const MOST_LEFTOVERS = 1_000;

/** Words of the dictionary only, nothing guessed: what is one word here is a word. */
export function cutByDictionary(text: string): string[] {
  return dictionary.cut(text, false);
}

const correctedTags = tagsOf(TAG_CORRECTIONS);
const corrected = correctedDictionary();

/** Tags with the dictionary and our corrections of it, without the names of any article. */
export const tagPlainly: Tagger = (text) => tokensOf(corrected, text, correctedTags);

interface Name {
  readonly text: string;
  readonly tag: string;
}

/*
 * The dictionary that names are taught to. Loading one takes longer than reading an article, so it is used again: words of
 * the dictionary get their frequency back, and new words, which cannot be taken out, get none. Where one of those stands
 * in the next article, that gets a fresh dictionary; so articles never colour each other.
 */
let taught = { jieba: corrected, leftovers: new Set<string>() };

/** Tags the texts with these names known as words, besides the dictionary and our corrections of it. */
export function tagKnowing(names: readonly Name[], texts: readonly string[]): Token[][] {
  // A blank or a control character ends a word in the format of the dictionary.
  const words = names.filter(({ text }) => /^[^\s\p{C}]+$/u.test(text) && !correctedTags.has(text));
  const added = new Map(words.map(({ text }) => [text, frequencyOf(text)]));
  const left = [...taught.leftovers].filter((word) => !added.has(word));
  const whole = texts.join('\n');
  if (
    taught.jieba === corrected ||
    left.length > MOST_LEFTOVERS ||
    left.some((word) => whole.includes(word))
  ) {
    taught = { jieba: correctedDictionary(), leftovers: new Set() };
  }
  const { jieba, leftovers } = taught;
  const tags = new Map([...correctedTags, ...tagsOf(names)]);
  load(jieba, added.keys(), () => CHOSEN_FIRST);
  try {
    return texts.map((text) => tokensOf(jieba, text, tags));
  } finally {
    load(jieba, added.keys(), (word) => added.get(word) ?? 0);
    for (const [word, frequency] of added) if (frequency === null) leftovers.add(word);
  }
}

function correctedDictionary(): Jieba {
  const jieba = Jieba.withDict(dict);
  load(jieba, correctedTags.keys(), () => CHOSEN_FIRST);
  return jieba;
}

function load(jieba: Jieba, words: Iterable<string>, frequency: (word: string) => number): void {
  const lines = Array.from(words, (word) => `${word} ${frequency(word)} n\n`);
  jieba.loadDict(new TextEncoder().encode(lines.join('')));
}

/** Our tags by word: the dictionary keeps the tags of the words it has, whatever is loaded. */
function tagsOf(words: readonly Name[]): ReadonlyMap<string, string> {
  return new Map(words.map(({ text, tag }) => [text, tag]));
}

/** How frequent a word is by the dictionary, whose lines (word frequency tag) are in order; null when it has it not. */
function frequencyOf(word: string): number | null {
  let low = 0;
  let high = dict.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : dict.lastIndexOf(LINE_END, middle - 1) + 1;
    const end = dict.indexOf(LINE_END, start);
    const [found = '', frequency] = decoder.decode(dict.subarray(start, end)).split(' ');
    if (found === word) return Number(frequency);
    if (found < word) low = end + 1;
    else high = start;
  }
  return null;
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
