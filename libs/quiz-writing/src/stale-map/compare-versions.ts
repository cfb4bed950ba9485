import { standsIn, type Evidence, type Fact } from '#question';
import { foldedRange } from '../folded-text.js';
import { findPlace, fold, type Comparison, type Place } from './find-place.js';
import { pairSentences } from './pair-sentences.js';
import { readVersion, sentencesAt, type Version } from './version-sentences.js';

/** What became of one fact in a new version of its article. Only `changed` and `gone` need a person again. */
export type FactChange =
  /** The same words at the same offsets. */
  | { readonly factId: string; readonly state: 'untouched'; readonly evidence: readonly Evidence[] }
  /** The same words elsewhere, blanks and punctuation apart; `evidence` has them as they stand now. */
  | { readonly factId: string; readonly state: 'moved'; readonly evidence: readonly Evidence[] }
  /**
   * The sentence is still there in another form. `after` is what stands in the quote's place, or null for one of
   * several quotes that went. `subject`: the words are the same, but whom they are about is no longer said before them.
   */
  | {
      readonly factId: string;
      readonly state: 'changed';
      readonly what: 'words' | 'subject';
      readonly quotes: readonly { readonly before: Evidence; readonly after: Evidence | null }[];
    }
  | { readonly factId: string; readonly state: 'gone' };

/** How far before a quote its subject is looked for, in folded characters. */
const SUBJECT_REACH = 600;

/** Sorts the facts of an article by what its new version did to them, in the order of the facts. */
export function compareVersions(
  before: { readonly article: string; readonly facts: readonly Fact[] },
  after: { readonly article: string },
): FactChange[] {
  const old = readVersion(before.article);
  const fresh = readVersion(after.article);
  const pairs = pairSentences(old, fresh);
  const kept = new Set([...pairs.values()].filter(({ same }) => same).map((pair) => pair.after));
  const comparison = { old, fresh, pairs, kept };
  return before.facts.map((fact) => judge(fact, comparison));
}

function judge(fact: Fact, comparison: Comparison): FactChange {
  const factId = fact.id;
  const known = standsIn(comparison.old.article, fact.evidence);
  const places: Place[] = known ? fact.evidence.map((evidence) => findPlace(fact, evidence, comparison)) : [];
  const there = places.filter((place) => place.state !== 'gone');
  if (there.length === 0) return { factId, state: 'gone' };
  const evidence = there.map((place) => place.evidence);
  const quotes = fact.evidence.map((quote, index) => {
    const place = places[index];
    return { before: quote, after: place && place.state !== 'gone' ? place.evidence : null };
  });
  if (there.length < places.length || there.some(({ state }) => state === 'changed')) {
    return { factId, state: 'changed', what: 'words', quotes };
  }
  if (!keepsSubject(fact, evidence, comparison)) {
    return { factId, state: 'changed', what: 'subject', quotes };
  }
  const untouched = there.every(({ state }) => state === 'untouched');
  return { factId, state: untouched ? 'untouched' : 'moved', evidence };
}

/** Where the paragraph named the subject before the quote, it still has to. */
function keepsSubject(fact: Fact, now: readonly Evidence[], { old, fresh }: Comparison): boolean {
  const subject = fold(fact.subject);
  return fact.evidence.every((evidence, index) => {
    const there = now[index];
    return !there || !leadUp(old, evidence).includes(subject) || leadUp(fresh, there).includes(subject);
  });
}

/** The paragraph up to the end of the quote. */
function leadUp(version: Version, { start, end }: Evidence): string {
  const { from, to } = foldedRange(version.folded, start, end);
  const [sentence] = sentencesAt(version, from, to);
  const begin = version.paragraphs[sentence?.paragraph ?? -1]?.from ?? from;
  return version.folded.text.slice(Math.max(begin, from - SUBJECT_REACH), to);
}
