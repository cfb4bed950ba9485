import type { Tolerance } from '#question';
import { FILL_RULES } from '../answer-text/fold-answer.js';
import { sameAnswer } from '../answer-text/same-answer.js';
import { compareNumber } from './compare-number.js';
import type { MarkedBlank } from './marked-blank.js';

export interface Blank {
  readonly forms: readonly string[];
  readonly tolerance: Tolerance | null;
  readonly given: string;
  /** The words of the stem on both sides. */
  readonly before: string;
  readonly after: string;
}

/** Compares what was given with every accepted form; the strictest rule that fits is the one named. */
export function compareBlank({ forms, tolerance, given, before, after }: Blank): MarkedBlank {
  if (!given.trim()) return { right: false, rule: 'none-given' };
  const compareAll = (text: string) =>
    tolerance ? compareNumber(forms, tolerance, text) : compareForms(forms, text);
  const direct = compareAll(given);
  if (direct.right) return direct;
  for (const rest of withoutStem(given.trim(), before, after)) {
    if (compareAll(rest).right) return { right: true, rule: 'stem-repeated' };
  }
  return direct;
}

function compareForms(forms: readonly string[], given: string): MarkedBlank {
  const compared = forms.map((form) => sameAnswer(form, given));
  const strictest = FILL_RULES.find((rule) => compared.some((one) => one.same && one.rule === rule));
  if (strictest) return { right: true, rule: strictest };
  const reason = compared.find((one) => !one.same && one.rule !== 'wrong');
  return { right: false, rule: reason?.rule ?? 'wrong' };
}

const MOST_REPEATED = 12;
const LONGEST_REPEATING = 200;
const DIGITS = /[\p{N}零〇一二两三四五六七八九点]/u;
const FIGURES = /[\p{N}零〇一二两三四五六七八九十百千万亿点]/u;

/**
 * What is left when the words of the stem around the blank are not counted twice: for 近____名学员, 近1300名 leaves 1300.
 * Digits are never taken off, so 10 in 1____ stays 10; a scale behind the blank is: for ____万元, 300万 leaves 300.
 */
function* withoutStem(given: string, before: string, after: string): Generator<string> {
  if (given.length > LONGEST_REPEATING) return;
  const [head, tail] = [before.trimEnd(), after.trimStart()];
  for (let first = 0; first < given.length && first <= MOST_REPEATED; first++) {
    if (!head.endsWith(given.slice(0, first))) continue;
    for (let last = 0; last < given.length - first && last <= MOST_REPEATED; last++) {
      if (first + last === 0 || !tail.startsWith(given.slice(given.length - last))) continue;
      if (FIGURES.test(given.slice(0, first)) || DIGITS.test(given.slice(given.length - last))) continue;
      yield given.slice(first, given.length - last);
    }
  }
}
