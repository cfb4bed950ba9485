import { dropSpaces, foldCase, foldPunctuation, foldWidth, spellSymbols } from './fold-characters.js';
import { foldDates } from './fold-dates.js';
import { foldParts } from './fold-parts.js';
import { simplify } from './simplify.js';

/** How two answers can be the same, from strict to lenient; a match names the most lenient way it needed. */
export const FILL_RULES = [
  'exact',
  'space-folded',
  'width-folded',
  'case-folded',
  'script-folded',
  'punctuation-folded',
  'date-folded',
  'numeral-folded',
  'unit-folded',
  'unit-converted',
  'share-folded',
  'counter-folded',
  'stem-repeated',
] as const;

/** A response has at most 200 characters a blank. Figures are read in so many, texts are folded up to so many. */
export const LONGEST_READ = 2000;
export const LONGEST_FOLDED = 20_000;

export type FillRule = (typeof FILL_RULES)[number];

/** Each takes what the one before it left. Units are read before small letters are lost: 5m is a length, 5M is not. */
export const FOLDS: readonly (readonly [FillRule, (text: string) => string])[] = [
  ['exact', (text) => text],
  ['space-folded', dropSpaces],
  ['width-folded', foldWidth],
  ['script-folded', simplify],
  ['unit-folded', spellSymbols],
  ['case-folded', foldCase],
  ['punctuation-folded', foldPunctuation],
  ['date-folded', foldDates],
  ['numeral-folded', foldParts],
];

/** The text that figures are read from. */
export function foldAnswer(text: string): string {
  return FOLDS.reduce((folded, [, fold]) => fold(folded), text);
}
