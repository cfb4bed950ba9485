import { multiply, written } from '../ratio.js';
import { foldAnswer, LONGEST_FOLDED, LONGEST_READ } from './fold-answer.js';
import { hedgeWords } from './hedges.js';
import { readQuantities, type Quantity, type Reading } from './quantity.js';
import { unitOf } from './units.js';

const MOST_ROUNDS = 6;

/**
 * One spelling for answers that say the same, to group and count them: 近一千三百名学员 and “近1,300名学员” are both
 * 将近1300名学员. A key to group by, not a text to show (一带一路 is 1带1路). Normal form is its own normal form, and equal
 * normal forms are the same answer. `sameAnswer` forgives more: a counter or the 年 of a year left out, 50% for 0.5.
 */
export function normaliseAnswer(text: string): string {
  if (text.length > LONGEST_FOLDED) return text;
  let [normal, round] = [text, 0];
  for (let next = once(text); next !== normal && round < MOST_ROUNDS; round++)
    [normal, next] = [next, once(next)];
  return normal;
}

function once(text: string): string {
  const folded = foldAnswer(text);
  return folded.length > LONGEST_READ ? folded : write(readQuantities(folded));
}

function write(reading: Reading): string {
  return reading.reduce<string>((before, part) => {
    const next = typeof part === 'string' ? part : writeFigure(part);
    // Two figures side by side would read as one.
    return before + (/\d$/.test(before) && /^\d/.test(next) ? '、' : '') + next;
  }, '');
}

function writeFigure({ text, value, figure, unit, hedges, ordinal }: Quantity): string {
  const words = hedgeWords(hedges);
  if (words === null) return text;
  const [before, after] = words;
  if (value === null) return `${before}${figure}${unit}${after}`;
  const known = ordinal ? null : unitOf(unit);
  const plain = written(known ? multiply(value, known.size) : value).replace(/^-/, '负');
  return `${before}${plain}${known?.base ?? unit}${after}`;
}
