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

/** Words of the dictionary only, nothing guessed: what is one word here is a word. */
export function cutByDictionary(text: string): string[] {
  return dictionary.cut(text, false);
}

/** Tags with the dictionary and our corrections of it, without the names of any article. */
export const tagPlainly: Tagger = taggerKnowing([]);

/** A tagger that knows these names as well. It has a dictionary of its own, so articles never colour each other. */
export function taggerKnowing(names: readonly { readonly text: string; readonly tag: string }[]): Tagger {
  const jieba = Jieba.withDict(dict);
  const words = [...TAG_CORRECTIONS, ...names];
  const tags = new Map(words.map(({ text, tag }) => [text, tag]));
  jieba.loadDict(new TextEncoder().encode(words.map(({ text, tag }) => `${text} 100000 ${tag}\n`).join('')));
  // loadDict does not change the tag of a word the dictionary already has.
  return (text) =>
    tokensOf(jieba, text).map((token) => ({ ...token, tag: tags.get(token.text) ?? token.tag }));
}

function tokensOf(jieba: Jieba, text: string): Token[] {
  let end = 0;
  return jieba.tag(text, true).map(({ tag, word }) => {
    const start = end;
    end += word.length;
    return { text: word, tag, start, end };
  });
}
