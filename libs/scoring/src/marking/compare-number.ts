import type { Tolerance } from '#question';
import { foldAnswer } from '../answer-text/fold-answer.js';
import { COUNTERS, readQuantities, type Quantity } from '../answer-text/quantity.js';
import { unitOf } from '../answer-text/units.js';
import { absolute, compare, divide, multiply, ratioOf, subtract, type Ratio } from '../ratio.js';
import type { MarkedBlank } from './marked-blank.js';

const LONGEST_NUMBER = 200;
const DECIMAL = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const COUNTER = new RegExp(`^${COUNTERS}$`);

/**
 * Compares a number with the accepted forms of a blank that allows a tolerance: right when |given − form| ≤ amount, or
 * ≤ amount × |form| when relative (the "nominal" and "relative" tolerances of Moodle's qtype_numerical). Any spelling of
 * the number will do, and 约; other hedges are another answer. All arithmetic is exact.
 */
export function compareNumber(forms: readonly string[], tolerance: Tolerance, given: string): MarkedBlank {
  if (forms.includes(given.trim()) && !tolerance.unitRequired) return { right: true, rule: 'exact' };
  const figure = readFigure(given, tolerance.unit ?? '');
  if (!figure?.value) return { right: false, rule: 'wrong' };
  if (figure.hedges.some((hedge) => hedge !== 'approx')) return { right: false, rule: 'hedge-differs' };
  const value = valueIn(tolerance, figure);
  if (value === null) return { right: false, rule: 'unit-differs' };
  const amount = DECIMAL.test(tolerance.amount) ? ratioOf(tolerance.amount) : ratioOf('0');
  const keys = forms.filter((form) => DECIMAL.test(form)).map(ratioOf);
  if (keys.some((key) => compare(key, value) === 0)) return { right: true, rule: 'numeral-folded' };
  const near = keys.some((key) => {
    const limit = tolerance.kind === 'relative' ? multiply(amount, absolute(key)) : amount;
    return compare(absolute(subtract(value, key)), limit) <= 0;
  });
  return near ? { right: true, rule: 'within-tolerance' } : { right: false, rule: 'outside-tolerance' };
}

/** A unit that no table knows (m/s²) is told by its text. */
function readFigure(given: string, unit: string): Quantity | null {
  if (given.length > LONGEST_NUMBER) return null;
  const folded = foldAnswer(given);
  const [figure, ...more] = readQuantities(folded);
  if (typeof figure !== 'object') return null;
  if (more.length === 0) return figure;
  return figure.unit + more.map((part) => (typeof part === 'string' ? part : part.text)).join('') ===
    textOf(unit)
    ? { ...figure, unit: textOf(unit) }
    : null;
}

/** A unit folded as it is behind a figure: km is 千米. */
function textOf(unit: string): string {
  return foldAnswer(`1${unit}`).slice(1);
}

/** The value in the unit of the key, or null when it cannot be told. */
function valueIn({ unit, unitRequired }: Tolerance, { value, unit: given }: Quantity): Ratio | null {
  if (given === '') return unitRequired ? null : value;
  if (!unit) return COUNTER.test(given) ? value : null;
  const asked = unitNamed(unit);
  if (asked === given || textOf(unit) === given) return value;
  const [to, from] = [unitOf(asked), unitOf(given)];
  if (!to || !from || to.measure !== from.measure || !value) return null;
  return divide(multiply(value, from.size), to.size);
}

/** The one name of all spellings of a unit. */
function unitNamed(unit: string): string {
  const [figure, ...more] = readQuantities(foldAnswer(`1${unit}`));
  return typeof figure === 'object' && more.length === 0 ? figure.unit : textOf(unit);
}
