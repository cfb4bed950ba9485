import { CONNECTIVES, LEADING_TIME, LINKING_ADVERB } from '../lexicon/words.js';
import type { Reading } from '../3-names/index.js';
import { onceEach } from '../once-each.js';
import type { Token } from '../segmenter.js';

/** A piece of the article: `article.slice(start, end) === text`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A clause of a sentence without the mark that ends it. Token offsets count in the article. */
export interface Clause extends Span {
  readonly tokens: readonly Token[];
  readonly mark: string;
}

/** Cuts a sentence at ，；： and its end, but not inside 《》, （） or short quotations. */
export const clausesOf = onceEach((reading: Reading): readonly Clause[] => {
  const clauses: Clause[] = [];
  const { text } = reading;
  let from = 0;
  let depth = 0;
  let quoteEnd = -1;
  const close = (at: number, mark: string) => {
    const start = text.slice(from, at).search(/[^\s“”]/);
    if (start >= 0) clauses.push(clauseAt(reading, from, at, mark));
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '“' || char === '‘') {
      const end = text.indexOf(char === '“' ? '”' : '’', at);
      if (end > at && end - at <= 24 && !/[。！？]/.test(text.slice(at, end)))
        quoteEnd = Math.max(quoteEnd, end);
    } else if ('（《(〈'.includes(char)) depth++;
    else if ('）》)〉'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && at > quoteEnd && '，；：。！？!?;,'.includes(char) && !isDigitComma(text, at))
      close(at, char);
  }
  if (from < text.length) close(text.length, '');
  return clauses;
});

function isDigitComma(text: string, at: number): boolean {
  return /\d[,:]\d/.test(text.slice(at - 1, at + 2));
}

/** Quotation marks that open or close a longer speech at the clause's edge are no part of it. */
function clauseAt(reading: Reading, from: number, to: number, mark: string): Clause {
  let [start, end] = [from, to];
  const { text, tokens } = reading;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (text.charAt(start) === '“' && !text.slice(start, end).includes('”')) start++;
  if (text.charAt(end - 1) === '”' && !text.slice(start, end).includes('“')) end--;
  if (text.charAt(start) === '”') start++;
  return {
    text: text.slice(start, end),
    start: reading.start + start,
    end: reading.start + end,
    mark,
    tokens: tokens
      .filter((token) => token.start >= start && token.end <= end)
      .map((token) => ({ ...token, start: reading.start + token.start, end: reading.start + token.end })),
  };
}

/** How much at the clause's head only links or dates it: connectives, time, in any order. */
export function headLength(text: string): number {
  let length = 0;
  for (let turn = 0; turn < 3; turn++) {
    const rest = text.slice(length);
    const head = CONNECTIVES.exec(rest) ?? LEADING_TIME.exec(rest);
    if (!head || head[0].length === rest.length) break;
    length += head[0].length;
  }
  return length;
}

/** Offset behind an adverb that only links to what came before (滨海|还|依托). */
export function skipLinking(text: string): number {
  return LINKING_ADVERB.exec(text)?.[0].length ?? 0;
}
