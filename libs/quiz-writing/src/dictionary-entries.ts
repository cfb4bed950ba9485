import { dict } from '@node-rs/jieba/dict.js';
import { onceEachText } from './once-each.js';

/** A word of jieba's dictionary: how frequent it is, and its line there (word frequency tag). */
export interface Entry {
  readonly frequency: number;
  readonly line: string;
}

const LINE_END = 10;
const BLANK = 32;
const LAST_OF_ASCII = 127;
const decoder = new TextDecoder();

/** The entry of a word, or null. The lines of the dictionary are in order. */
export const entryOf = onceEachText((word: string): Entry | null => {
  let low = 0;
  let high = dict.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : dict.lastIndexOf(LINE_END, middle - 1) + 1;
    const end = dict.indexOf(LINE_END, start);
    const line = decoder.decode(dict.subarray(start, end));
    const [found = '', frequency] = line.split(' ');
    if (found === word) return { frequency: Number(frequency), line };
    if (found < word) low = end + 1;
    else high = start;
  }
  return null;
});

export interface Overview {
  /** The frequencies of all words together. */
  readonly total: number;
  /** Lines of words that are written with letters or digits: 4S店, 卡拉OK. */
  readonly mixed: readonly string[];
}

let overview: Overview | null = null;

/** What only a look through the whole dictionary tells; taken once, when first asked for. */
export function overviewOfDictionary(): Overview {
  overview ??= lookThrough();
  return overview;
}

function lookThrough(): Overview {
  const mixed: string[] = [];
  let total = 0;
  for (let start = 0; start < dict.length;) {
    let at = start;
    let isMixed = false;
    for (; dict[at] !== BLANK; at++) isMixed ||= (dict[at] ?? 0) <= LAST_OF_ASCII;
    let frequency = 0;
    for (at++; dict[at] !== BLANK; at++) frequency = frequency * 10 + Number(dict[at]) - '0'.charCodeAt(0);
    total += frequency;
    const end = dict.indexOf(LINE_END, at);
    if (isMixed) mixed.push(decoder.decode(dict.subarray(start, end)));
    start = end + 1;
  }
  return { total, mixed };
}
