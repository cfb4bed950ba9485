import type { Question } from '../question.js';
import { answerTexts, bigramsOf, foldForSearch, shownTexts } from './search-text.js';

/** From here on two questions are near duplicates. */
export const NEAR_DUPLICATE = 0.8;

/**
 * How much two questions are the same question, 0..1: the share of character pairs they have in common (Jaccard), in the
 * stem and the right answer or in all a learner reads, whichever is more. So neither other distractors nor another key
 * hide a duplicate. 0 for questions of different types.
 */
export function likeness(one: Question, other: Question): number {
  if (one.type !== other.type) return 0;
  const [views, others] = [viewsOf(one), viewsOf(other)];
  return Math.max(...views.map((view, index) => jaccard(view, others[index] ?? new Set())));
}

/**
 * The sets that `likeness` compares. Every near duplicate has at least NEAR_DUPLICATE of the pairs of one of them; an
 * index can look for that.
 */
export function viewsOf(question: Question): readonly ReadonlySet<string>[] {
  return [
    [question.stem, ...answerTexts(question)],
    [question.stem, ...shownTexts(question)],
  ].map((texts) => new Set(bigramsOf(texts.map(spoken).join('\n'))));
}

/** Punctuation and blanks say nothing about what is asked. */
function spoken(text: string): string {
  return foldForSearch(text).replace(/[\p{P}\p{S}_]+/gu, ' ');
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both += 1;
  return both / (one.size + other.size - both);
}
