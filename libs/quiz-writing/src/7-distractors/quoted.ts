import { namesOfKind } from '../lexicon/named-things.js';
import { shuffle, type Random } from '../random.js';
import { swappedPhrases, type Around } from './swaps.js';

const FEWEST = 2;

/** 以下简称“…” is the author's own choice, and of two names in a row each would hold for the other's place. */
const NO_CHOICE = /(?:简称|下称)“$|”[、和及与]?“$/;
const NEXT_IN_ROW = /^”[、和及与]?“/;
/** A class gets no title that a person bears. */
const BEARER = /[班队户村家岗]$/;

/** Names for what the article sets in quotation marks: one word changed, else names that things of its kind bear. */
export function otherQuoted(answer: string, at: number, around: Around, random: Random): string[] {
  const { sentence } = around;
  const after = sentence.slice(at + answer.length);
  if (NO_CHOICE.test(sentence.slice(0, at)) || NEXT_IN_ROW.test(after)) return [];
  const behind = after.replace(/^”/, '');
  const bearer = BEARER.exec(answer)?.[0] ?? '';
  const swapped = swappedPhrases(answer, around, random);
  if (swapped.length >= FEWEST) return swapped;
  const names = namesOfKind(behind, around.article).filter(
    (name) =>
      Math.abs(name.length - answer.length) <= Math.max(1, Math.round(0.4 * answer.length)) &&
      !around.article.includes(name) &&
      name.endsWith(bearer) &&
      !sharesPair(name, answer),
  );
  return names.length >= FEWEST ? shuffle(names, random) : swapped;
}

/** 导师制 beside 师带徒: two that share a word may be one thing. */
function sharesPair(a: string, b: string): boolean {
  for (let at = 0; at < a.length - 1; at++) if (b.includes(a.slice(at, at + 2))) return !a.startsWith('全国');
  return false;
}
