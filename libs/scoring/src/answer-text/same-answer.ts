import { compare, multiply, ratioOf, type Ratio } from '../ratio.js';
import { FILL_RULES, FOLDS, LONGEST_FOLDED, LONGEST_READ, type FillRule } from './fold-answer.js';
import { foldCase } from './fold-characters.js';
import { normaliseAnswer } from './normalise-answer.js';
import { NUMBER_CHARS } from './chinese-number.js';
import { COUNTERS, readQuantities, type Quantity, type Reading } from './quantity.js';
import { unitOf } from './units.js';

export type Compared =
  | { readonly same: true; readonly rule: FillRule }
  | { readonly same: false; readonly rule: 'wrong' | 'hedge-differs' | 'unit-differs' };

const COUNTER = new RegExp(`^${COUNTERS}$`);
const FIGURES = new RegExp(`[\\d${NUMBER_CHARS}]`);
const PEOPLE = '名位人';
const HUNDREDTH = ratioOf('0.01');

/**
 * Compares a given fill-in answer with one accepted form. Spaces, full and half width, letter case, traditional characters,
 * quotes, brackets and stops are no difference; neither is how a number, a date or a unit is written (一千三百, 1,300, 0.13万;
 * 5km, 5公里), a unit that converts exactly (1.5吨, 1500公斤), nor a counter left out (1300 个). Hedges (近 约 多 超过 …)
 * belong to the answer: with another hedge, or without it, it is not the same. Which of the two is the key does not matter.
 */
export function sameAnswer(accepted: string, given: string): Compared {
  if (accepted.length > LONGEST_FOLDED || given.length > LONGEST_FOLDED) {
    return accepted === given && given !== ''
      ? { same: true, rule: 'exact' }
      : { same: false, rule: 'wrong' };
  }
  let [key, answer] = [accepted, given];
  for (const [rule, fold] of FOLDS) {
    [key, answer] = [fold(key), fold(answer)];
    if (key === '' || answer === '') return { same: false, rule: 'wrong' };
    if (key === answer) return { same: true, rule };
    // Before small letters become units: 5g and 5G are one name, though 5m is a length.
    if (rule === 'width-folded' && foldCase(key) === foldCase(answer))
      return { same: true, rule: 'case-folded' };
  }
  if (key.length > LONGEST_READ || answer.length > LONGEST_READ) return { same: false, rule: 'wrong' };
  const compared = compareReadings(readQuantities(key), readQuantities(answer));
  if (compared.rule !== 'wrong' || !FIGURES.test(key + answer)) return compared;
  // What one turn of folding leaves, the next may fold: equal normal forms are the same answer in any case.
  return normaliseAnswer(accepted) === normaliseAnswer(given)
    ? { same: true, rule: 'numeral-folded' }
    : compared;
}

function compareReadings(key: Reading, answer: Reading): Compared {
  if (key.length !== answer.length) return { same: false, rule: 'wrong' };
  let needed: FillRule = 'numeral-folded';
  let [unitsFit, hedgesEqual] = [true, true];
  for (const [index, part] of key.entries()) {
    const other = answer[index];
    if (typeof part === 'string' || typeof other !== 'object') {
      if (part !== other) return { same: false, rule: 'wrong' };
      continue;
    }
    const fit = compareFigures(part, other);
    if (fit === 'wrong') return { same: false, rule: 'wrong' };
    if (fit === 'unit-differs') unitsFit = false;
    else if (FILL_RULES.indexOf(fit) > FILL_RULES.indexOf(needed)) needed = fit;
    hedgesEqual &&= part.hedges.join() === other.hedges.join();
  }
  if (!unitsFit) return { same: false, rule: 'unit-differs' };
  return hedgesEqual ? { same: true, rule: needed } : { same: false, rule: 'hedge-differs' };
}

function compareFigures(a: Quantity, b: Quantity): FillRule | 'wrong' | 'unit-differs' {
  if (a.value === null || b.value === null) {
    if (a.figure !== b.figure) return 'wrong';
    return a.unit === b.unit ? 'numeral-folded' : 'unit-differs';
  }
  const equal = compare(a.value, b.value) === 0;
  if (a.unit === b.unit) {
    if (!equal) return 'wrong';
    return a.writtenUnit === b.writtenUnit ? 'numeral-folded' : 'unit-folded';
  }
  if (!a.ordinal && !b.ordinal) {
    const [inBase, otherInBase] = [baseValue(a), baseValue(b)];
    if (inBase && otherInBase && inBase.measure === otherInBase.measure) {
      return compare(inBase.value, otherInBase.value) === 0
        ? 'unit-converted'
        : equal
          ? 'unit-differs'
          : 'wrong';
    }
  }
  if (equal) return unitsAgree(a, b) ? 'counter-folded' : 'unit-differs';
  return sameShare(a, b) || sameShare(b, a) ? 'share-folded' : 'wrong';
}

/** The value in the base unit of its measure, for units that convert exactly. */
export function baseValue({ value, unit }: Quantity): { measure: string; value: Ratio } | null {
  const known = unitOf(unit);
  return known && value ? { measure: known.measure, value: multiply(value, known.size) } : null;
}

/** 50% is 0.5 and 1/2; a bare whole number is never a share. */
function sameShare(percent: Quantity, plain: Quantity): boolean {
  if (percent.unit !== '%' || plain.unit !== '' || !percent.value || !plain.value) return false;
  return plain.value.under !== 1n && compare(multiply(percent.value, HUNDREDTH), plain.value) === 0;
}

/** Whether a counter, or the 年 of a year in four digits, is merely left out or replaced by 个. */
function unitsAgree(a: Quantity, b: Quantity): boolean {
  const [one, other] = [a.unit, b.unit];
  if (!one || !other) {
    const unit = one || other;
    return (
      COUNTER.test(unit) || (unit === '年' && /^(?:1\d|2\d)\d\d$/.test(a.value ? String(a.value.over) : ''))
    );
  }
  if (!COUNTER.test(one) || !COUNTER.test(other)) return false;
  return one === '个' || other === '个' || (PEOPLE.includes(one) && PEOPLE.includes(other));
}
