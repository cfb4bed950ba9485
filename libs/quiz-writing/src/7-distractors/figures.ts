import { findFigures, type Figure } from '../numbers.js';
import { shuffle, type Random } from '../random.js';
import type { Bounds } from './figure-bounds.js';
import { CHINESE_DIGITS, decimals, formOf, roundLike, writeLike, type Form } from './figure-form.js';

const STEPS = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6];
/** High shares lie close together: nobody believes 48 % beside 95 %. */
const SHARE_STEPS = [-14, -12, -10, -8, -7, -5, -4, -3, 2, 3, 4];
const HIGH_SHARE = 70;
const WRONG = 3;

/** Terms and periods that rules and plans are made of: beside 24小时 stand 12 and 48, not 19. */
const USUAL: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^小时$/, [1, 2, 3, 4, 6, 8, 12, 24, 36, 48, 72, 96]],
  [/^(?:分钟|秒)$/, [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120]],
  [/^(?:天|日|个工作日)$/, [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180]],
  [/^个月$/, [1, 2, 3, 6, 9, 12, 18, 24, 36]],
  [/^(?:年|周年)$/, [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 50, 70, 100]],
  [/^位$/, [4, 6, 8, 10, 12, 16]],
  [/^(?:周岁|岁)$/, [3, 6, 7, 12, 14, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80]],
  // Race courses.
  [/^米$/, [100, 200, 400, 800, 1500, 3000, 5000, 10000]],
  [/^(?:GB|TB|MB)$/, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]],
];
/** 二期 may be 一期: these count in a row from one on. */
const FROM_ONE = /^(?:期|届|次|级|代|号|等|轮|批|度)$/;
const NO_BOUNDS: Bounds = { above: 0, below: Infinity };

/**
 * Other figures in the very form of the answer: same hedge, unit, number of decimals and roundness, within what the sentence
 * allows. A figure of the article with the same unit comes first, it is what a reader mixes up; the rest lie on both sides,
 * so that the middle one is not always right.
 */
export function otherFigures(
  answer: Figure,
  stem: string,
  articleFigures: readonly Figure[],
  random: Random,
  bounds: Bounds = NO_BOUNDS,
): string[] {
  // Nothing is written beside 零 and 百 as they are.
  if (answer.value === 0 || /^[百千万]$/.test(answer.core)) return [];
  const form = formOf(answer);
  const taken = new Set([answer.value, ...findFigures(stem).map(({ value }) => value)]);
  const values: number[] = [];
  const offer = (value: number) => {
    if (value <= 0 || value <= bounds.above || value >= bounds.below || taken.has(value)) return;
    if (answer.unit === '%' && value >= 100 && answer.value <= 100) return;
    taken.add(value);
    values.push(value);
  };
  const near = articleFigures.filter(
    ({ value, unit, core, chinese }) =>
      unit === answer.unit &&
      chinese === answer.chinese &&
      value / answer.value > 0.4 &&
      value / answer.value < 2.5 &&
      decimals(core) === form.places &&
      roundLike(form, value) === value,
  );
  for (const { value } of shuffle(near, random).slice(0, 1)) offer(value);
  const usual = answer.chinese ? [] : usualBeside(answer);
  for (const value of usual.length >= WRONG ? usual : made(form, random)) offer(value);
  // Neighbours only where nothing else is left: 98件 and 99件 beside 97件 test the eyes.
  for (const step of [1, -1, 2, -2, 3])
    if (values.length < WRONG) offer(roundLike(form, answer.value + step * form.grain));
  const written = values.flatMap((value) => {
    const text = writeLike(form, value);
    return text === null ? [] : [{ value, text }];
  });
  return spread(answer, written, random);
}

/** The first for its closeness, the others so that the answer's place among all is left to chance. */
function spread(
  answer: Figure,
  written: readonly { value: number; text: string }[],
  random: Random,
): string[] {
  // As many digits as the answer first: 82 beside 136 looks like another sort of number.
  const ordered = written.toSorted(
    (a, b) => Number(a.text.length !== answer.text.length) - Number(b.text.length !== answer.text.length),
  );
  const lower = ordered.filter(({ value }) => value < answer.value);
  const higher = ordered.filter(({ value }) => value > answer.value);
  const wanted = Math.floor(random() * (WRONG + 1));
  const fewer = Math.max(WRONG - higher.length, Math.min(wanted, lower.length));
  const taken = new Set([...lower.slice(0, fewer), ...higher.slice(0, WRONG - fewer)]);
  return [...ordered.filter((each) => taken.has(each)), ...ordered.filter((each) => !taken.has(each))].map(
    ({ text }) => text,
  );
}

/** Two usual amounts on either side. */
function usualBeside({ unit, value }: Figure): number[] {
  const row = USUAL.find(([measure]) => measure.test(unit))?.[1] ?? [];
  const at = row.indexOf(value);
  return at < 0
    ? []
    : [row[at - 1], row[at + 1], row[at - 2], row[at + 2]].filter((other) => other !== undefined);
}

function made(form: Form, random: Random): number[] {
  const { answer } = form;
  if (answer.chinese && answer.value <= 10 && Number.isInteger(answer.value)) {
    const least = FROM_ONE.test(answer.unit) ? 1 : 2;
    return shuffle([-2, -1, 1, 2, 3], random)
      .map((step) => answer.value + step)
      .filter((value) => value >= least);
  }
  if (answer.unit === '%' && answer.value > HIGH_SHARE && answer.value <= 100)
    return shuffle(SHARE_STEPS, random).map((step) =>
      roundLike(form, answer.value + step * (1 + random() / 10)),
    );
  const steps = answer.unit.endsWith('岁') ? STEPS.filter((step) => Math.abs(step - 1) < 0.26) : STEPS;
  return shuffle(steps, random).map((step) => roundLike(form, answer.value * step));
}

/** 第三 → 第二, 第四, 第五. */
export function otherRanks(answer: string, random: Random): string[] {
  const numeral = answer.slice(1);
  const place = CHINESE_DIGITS.indexOf(numeral);
  const value = place >= 0 ? place : Number(numeral);
  const others = shuffle([-2, -1, 1, 2, 3], random)
    .map((step) => value + step)
    .filter((other) => other >= 1 && (place < 0 || other <= 10));
  return others.map((other) => `第${place >= 0 ? (CHINESE_DIGITS[other] ?? '') : String(other)}`);
}

/** 三分之一 has few neighbours that people speak of. */
const FRACTIONS = [
  '三分之一',
  '二分之一',
  '三分之二',
  '四分之一',
  '四分之三',
  '五分之一',
  '五分之二',
  '五分之三',
];

export function otherFractions(answer: string, random: Random): string[] {
  const written = FRACTIONS.find((fraction) => answer.includes(fraction));
  return written
    ? shuffle(FRACTIONS, random)
        .filter((fraction) => fraction !== written)
        .map((fraction) => answer.replace(written, fraction))
    : [];
}
