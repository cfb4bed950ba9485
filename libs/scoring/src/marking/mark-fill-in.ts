import { BLANK, type FillQuestion } from '#question';
import { FILL_RULES } from '../answer-text/fold-answer.js';
import { compareBlank } from './compare-blank.js';
import { assignInAnyOrder } from './assign-blanks.js';
import type { FillPolicy } from './marking-policy.js';
import type { BlankRule, MarkedBlank } from './marked-blank.js';
import type { Marked } from './marked.js';

/** From strict to lenient. */
const LENIENCY: readonly BlankRule[] = [...FILL_RULES, 'within-tolerance'];

/**
 * Marks a fill-in response: right blanks ÷ blanks, or all blanks or nothing. The rule is the most lenient one that a right
 * blank needed, or why nothing matched.
 */
export function markFillIn(question: FillQuestion, texts: readonly string[], policy: FillPolicy): Marked {
  if (texts.every((text) => !text.trim())) return { fraction: 0, rule: 'none-given' };
  const blanks = markBlanks(question, texts);
  const right = blanks.filter((blank) => blank.right);
  if (right.length === 0 || blanks.length === 0) {
    const reason = blanks.find(({ rule }) => rule !== 'wrong' && rule !== 'none-given');
    return { fraction: 0, rule: reason?.rule ?? 'wrong' };
  }
  if (right.length < blanks.length) {
    return { fraction: policy === 'all-correct' ? 0 : right.length / blanks.length, rule: 'some-blanks' };
  }
  const mostLenient = Math.max(...right.map(({ rule }) => LENIENCY.indexOf(rule)));
  return { fraction: 1, rule: LENIENCY[mostLenient] ?? 'exact' };
}

/** Judges each blank alone, in the order of the stem, to show people which were right and by which rule. */
export function markBlanks(question: FillQuestion, texts: readonly string[]): MarkedBlank[] {
  const around = question.stem.split(BLANK);
  const judge = (text: number, key: number): MarkedBlank =>
    compareBlank({
      forms: question.key[key] ?? [],
      tolerance: question.tolerances?.[key] ?? null,
      given: texts[text] ?? '',
      before: around[text] ?? '',
      after: around[text + 1] ?? '',
    });
  return question.anyOrder
    ? assignInAnyOrder(question.key.length, judge)
    : question.key.map((_, blank) => judge(blank, blank));
}
