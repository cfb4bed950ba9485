import type { Evidence, Fact } from '#question';
import { foldText, foldedRange, unfold } from '../folded-text.js';
import { carrySpan } from './carry-span.js';
import type { Pair } from './pair-sentences.js';
import { sentencesAt, type Version, type VersionSentence } from './version-sentences.js';

export interface Comparison {
  readonly old: Version;
  readonly fresh: Version;
  readonly pairs: ReadonlyMap<VersionSentence, Pair>;
  /** Sentences of the new version that stood in the old one word by word. */
  readonly kept: ReadonlySet<VersionSentence>;
}

/** What became of one quote. */
export type Place =
  | { readonly state: 'untouched' | 'moved' | 'changed'; readonly evidence: Evidence }
  | { readonly state: 'gone' };

const GONE: Place = { state: 'gone' };
const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿]/;
const BEFORE_NUMERAL = /[\d.零〇一二两三四五六七八九十百千万亿近约超逾第]/;
const DENIAL = /[不未没非无]/;
const AFTER_QUOTE = /^(?:[\d.%‰零〇一二两三四五六七八九十百千万亿多余]+|左右|上下|以上|以下|以内)+/;

export function findPlace(fact: Fact, evidence: Evidence, comparison: Comparison): Place {
  const { old, fresh, pairs } = comparison;
  const { from, to } = foldedRange(old.folded, evidence.start, evidence.end);
  const sentences = sentencesAt(old, from, to);
  const [first] = sentences;
  if (!first) return GONE;
  const words = old.folded.text.slice(from, to);
  const pair = pairs.get(first);
  if (pair?.same) {
    const at = pair.after.from + from - first.from;
    if (fresh.folded.text.startsWith(words, at)) return placeAt(evidence, from, at, comparison);
  }
  const at = findNearby(words, from, first, comparison) ?? findSelfContained(fact, words, from, comparison);
  if (at !== null) return placeAt(evidence, from, at, comparison);
  return pair ? carry(from, to, first, sentences.at(-1) ?? first, comparison) : GONE;
}

/** In the edited form of the sentence, or beside it where it was split or joined with its neighbour. */
function findNearby(
  words: string,
  from: number,
  sentence: VersionSentence,
  comparison: Comparison,
): number | null {
  const { old, fresh, pairs, kept } = comparison;
  const edited = [sentence, old.sentences[sentence.index - 1], old.sentences[sentence.index + 1]]
    .map((each) => (each ? pairs.get(each) : undefined))
    .find((each, index) => each && (index === 0 || !each.same));
  if (!edited) return null;
  let first = edited.after;
  let last = edited.after;
  for (let step = 0; step < 2; step++) {
    const left = fresh.sentences[first.index - 1];
    const right = fresh.sentences[last.index + 1];
    if (left && !kept.has(left)) first = left;
    if (right && !kept.has(right)) last = right;
  }
  return search(words, from, first.from, last.to, comparison);
}

/** A quote that names its subject and its time means the same wherever it stands. */
function findSelfContained(fact: Fact, words: string, from: number, comparison: Comparison): number | null {
  const subject = fold(fact.subject);
  if (subject === '' || !words.includes(subject) || !words.includes(fold(fact.time ?? ''))) return null;
  return search(words, from, 0, comparison.fresh.folded.text.length, comparison);
}

/** 12家 does not stand in 112家, nor in 近12家; 通过 does not stand in 未通过: unless it did so before. */
function search(
  words: string,
  from: number,
  start: number,
  end: number,
  { old, fresh }: Comparison,
): number | null {
  const text = fresh.folded.text;
  const leftBefore = old.folded.text.charAt(from - 1);
  const rightBefore = old.folded.text.slice(from + words.length, from + words.length + 2);
  for (
    let at = text.indexOf(words, start);
    at >= 0 && at + words.length <= end;
    at = text.indexOf(words, at + 1)
  ) {
    const left = text.charAt(at - 1);
    const right = text.slice(at + words.length, at + words.length + 2);
    const glued = DENIAL.test(left) || (NUMERAL.test(words.charAt(0)) && BEFORE_NUMERAL.test(left));
    const widened = NUMERAL.test(words) && AFTER_QUOTE.test(right);
    if ((!glued || left === leftBefore) && (!widened || right === rightBefore)) return at;
  }
  return null;
}

/** The edited form of the quote. */
function carry(
  from: number,
  to: number,
  first: VersionSentence,
  last: VersionSentence,
  { fresh, pairs }: Comparison,
): Place {
  const head = pairs.get(first)?.after;
  const tail = pairs.get(last)?.after;
  if (!head) return GONE;
  const start = carrySpan(first.text, head.text, from - first.from, Math.min(to, first.to) - first.from);
  if (!start) return GONE;
  const end = tail && last !== first ? carrySpan(last.text, tail.text, 0, to - last.from) : null;
  let newFrom = head.from + start.from;
  let newTo = tail && end && tail.index > head.index ? tail.from + end.to : head.from + start.to;
  const { text } = fresh.folded;
  if (NUMERAL.test(text.charAt(newFrom))) {
    while (newFrom > head.from && BEFORE_NUMERAL.test(text.charAt(newFrom - 1))) newFrom -= 1;
  }
  if (newFrom > head.from && DENIAL.test(text.charAt(newFrom - 1))) newFrom -= 1;
  if (NUMERAL.test(text.slice(newFrom, newTo))) {
    newTo += AFTER_QUOTE.exec(text.slice(newTo, newTo + 12))?.[0].length ?? 0;
  }
  return { state: 'changed', evidence: evidenceAt(fresh, newFrom, newTo) };
}

/** With the marks at its edges when they are still the same. */
function placeAt(before: Evidence, from: number, at: number, { old, fresh }: Comparison): Place {
  const margin = (old.folded.starts[from] ?? before.start) - before.start;
  const start = unfold(fresh.folded, at, at + 1).start - margin;
  const end = start + before.quote.length;
  if (fresh.article.slice(start, end) !== before.quote || start < 0) {
    const { to } = foldedRange(old.folded, before.start, before.end);
    return { state: 'moved', evidence: evidenceAt(fresh, at, at + to - from) };
  }
  return {
    state: start === before.start ? 'untouched' : 'moved',
    evidence: { quote: before.quote, start, end },
  };
}

function evidenceAt({ article, folded }: Version, from: number, to: number): Evidence {
  const { start, end } = unfold(folded, from, to);
  return { quote: article.slice(start, end), start, end };
}

export function fold(text: string): string {
  return foldText(text, { marks: true }).text;
}
