import { candidatesFor, likeness, LIKE } from './likeness.js';
import type { Version, VersionSentence } from './version-sentences.js';

/** Where a sentence of the old version stands in the new one. */
export interface Pair {
  readonly after: VersionSentence;
  readonly same: boolean;
}

/** Pairs the sentences of two versions, each at most once: first the same ones, then those that were edited. */
export function pairSentences(before: Version, after: Version): Map<VersionSentence, Pair> {
  const pairs = new Map<VersionSentence, Pair>();
  const taken = new Set<VersionSentence>();
  // Of equal sentences those belong together that stand in an equal paragraph, or else between equal neighbours.
  for (const keyOf of [byParagraphKnowing(new Map()), byNeighbours, byWords]) {
    const free = groupFree(after, keyOf, (sentence) => !taken.has(sentence));
    for (const sentence of before.sentences) {
      if (pairs.has(sentence)) continue;
      const found = free.get(keyOf(before, sentence))?.pop();
      if (!found) continue;
      pairs.set(sentence, { after: found, same: true });
      taken.add(found);
    }
  }
  pairEdited(before, after, pairs, taken);
  return pairs;
}

function pairEdited(
  before: Version,
  after: Version,
  pairs: Map<VersionSentence, Pair>,
  taken: Set<VersionSentence>,
): void {
  const lost = before.sentences.filter((sentence) => !pairs.has(sentence));
  const fresh = after.sentences.filter((sentence) => !taken.has(sentence));
  if (lost.length === 0 || fresh.length === 0) return;
  const neighbours = sameGap(before, after, pairs, taken);
  const found = candidatesFor(lost, fresh);
  const scored = lost.flatMap((sentence, index) => {
    const neighbour = neighbours.get(sentence);
    const others = new Set([...(neighbour ? [neighbour] : []), ...(found[index] ?? [])]);
    return [...others].map((other) => ({
      sentence,
      other,
      // The place decides between equals only.
      score: likeness(sentence.text, other.text) + (other === neighbour ? 0.01 : 0),
    }));
  });
  scored.sort(
    (a, b) => b.score - a.score || a.sentence.index - b.sentence.index || a.other.index - b.other.index,
  );
  for (const { sentence, other, score } of scored) {
    if (score < LIKE || pairs.has(sentence) || taken.has(other)) continue;
    pairs.set(sentence, { after: other, same: false });
    taken.add(other);
  }
}

/** The n-th lost sentence behind a pair and the n-th fresh one behind its partner. */
function sameGap(
  before: Version,
  after: Version,
  pairs: ReadonlyMap<VersionSentence, Pair>,
  taken: ReadonlySet<VersionSentence>,
): Map<VersionSentence, VersionSentence> {
  const gaps = new Map<VersionSentence, VersionSentence>();
  let next = 0;
  for (const sentence of before.sentences) {
    const partner = pairs.get(sentence)?.after;
    if (partner) {
      next = partner.index + 1;
      continue;
    }
    const other = after.sentences[next];
    if (!other || taken.has(other)) continue;
    gaps.set(sentence, other);
    next += 1;
  }
  return gaps;
}

type KeyOf = (version: Version, sentence: VersionSentence) => string;

const byWords: KeyOf = (_, { text }) => text;

const byNeighbours: KeyOf = ({ sentences }, { index, text }) =>
  [sentences[index - 1]?.text, text, sentences[index + 1]?.text].join('\n');

/** The offset in the paragraph tells equal sentences of one paragraph apart; the paragraph goes by a number. */
function byParagraphKnowing(numbers: Map<string, number>): KeyOf {
  return ({ paragraphs }, { paragraph, from, text }) => {
    const { text: whole, from: start } = paragraphs[paragraph] ?? { text: '', from: 0 };
    const number = numbers.get(whole) ?? numbers.size;
    numbers.set(whole, number);
    return `${number} ${from - start} ${text}`;
  };
}

/** The last of each group is the first of the article. */
function groupFree(
  version: Version,
  keyOf: KeyOf,
  isFree: (sentence: VersionSentence) => boolean,
): Map<string, VersionSentence[]> {
  const groups = new Map<string, VersionSentence[]>();
  for (const sentence of version.sentences.toReversed()) {
    if (!isFree(sentence)) continue;
    const key = keyOf(version, sentence);
    const group = groups.get(key);
    if (group) group.push(sentence);
    else groups.set(key, [sentence]);
  }
  return groups;
}
