import { findFigures, type Figure } from '../numbers.js';
import { shuffle, type Random } from '../random.js';

const STEPS = [0.5, 0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8];
const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 两个 but 二期: before these measures two is 两. */
const TWO_AS_LIANG = /^(?:个|家|名|位|项|大|种|座|台|条|所|人|套|类|门|组|次|支)/;

/**
 * Other figures in the very form of the answer: same hedge, unit, number of decimals and roundness. Figures of the article
 * with the same unit come first, they are what a reader mixes up.
 */
export function otherFigures(
  answer: Figure,
  stem: string,
  articleFigures: readonly Figure[],
  random: Random,
): string[] {
  if (answer.value === 0) return [];
  const taken = new Set([answer.value, ...findFigures(stem).map(({ value }) => value)]);
  const values: number[] = [];
  const offer = (value: number) => {
    if (value <= 0 || taken.has(value) || (answer.unit === '%' && value > 100 && answer.value <= 100)) return;
    taken.add(value);
    values.push(value);
  };
  if (answer.chinese && answer.value <= 10 && Number.isInteger(answer.value)) {
    for (const step of shuffle([-2, -1, 1, 2, 3], random))
      if (answer.value + step >= 2) offer(answer.value + step);
  } else {
    const near = articleFigures.filter(
      ({ value, unit, core }) =>
        unit === answer.unit &&
        value / answer.value > 0.3 &&
        value / answer.value < 3 &&
        decimals(core) === decimals(answer.core),
    );
    for (const { value } of shuffle(near, random).slice(0, 1)) offer(value);
    for (const step of shuffle(STEPS, random)) offer(roundLike(answer, answer.value * step));
    for (const step of [1, -1, 2, -2, 3]) offer(roundLike(answer, answer.value + step * grain(answer)));
  }
  const texts = values
    .map((value) => writeLike(answer, value))
    .filter((text): text is string => text !== null);
  // As many digits as the answer first: 82 beside 136 looks like another sort of number.
  return texts.toSorted(
    (a, b) => Number(a.length !== answer.text.length) - Number(b.length !== answer.text.length),
  );
}

/** 第三 → 第二, 第四, 第五. */
export function otherRanks(answer: string, random: Random): string[] {
  const numeral = answer.slice(1);
  const place = CHINESE.indexOf(numeral);
  const value = place >= 0 ? place : Number(numeral);
  const others = shuffle([-2, -1, 1, 2, 3], random)
    .map((step) => value + step)
    .filter((other) => other >= 1 && (place < 0 || other <= 10));
  return others.map((other) => `第${place >= 0 ? (CHINESE[other] ?? '') : String(other)}`);
}

function decimals(core: string): number {
  return /\.(\d+)/.exec(core)?.[1]?.length ?? 0;
}

/** The place of the last digit that says something: 100 for 1300, 1 for 36, 0.1 for 12.5. */
function grain({ core, value }: Figure): number {
  const places = decimals(core);
  const scale = value / Number(/[\d.,]+/.exec(core)?.[0].replaceAll(',', '') ?? value);
  if (places > 0) return scale * 10 ** -places;
  const zeros = /0*$/.exec(core.replace(/[^\d]/g, ''))?.[0].length ?? 0;
  return scale * 10 ** zeros;
}

function roundLike(answer: Figure, value: number): number {
  const step = answer.chinese ? 1 : grain(answer);
  return Number((Math.round(value / step) * step).toPrecision(12));
}

function writeLike(answer: Figure, value: number): string | null {
  if (answer.chinese) {
    const numeral = value === 2 && TWO_AS_LIANG.test(answer.unit) ? '两' : chineseNumeral(value, answer.core);
    return numeral === null ? null : answer.text.replace(answer.core, numeral);
  }
  const digits = /[\d.,]+/.exec(answer.core)?.[0] ?? '';
  const scale = answer.value / Number(digits.replaceAll(',', ''));
  const amount = (value / scale).toFixed(decimals(answer.core));
  // 6.0 beside 8.6, or 11000万 beside 8000万, is not how anybody writes.
  if (/\.\d*0$/.test(amount) && !/\.\d*0$/.test(digits)) return null;
  if (
    /^[万亿]/.test(answer.text.slice(answer.text.indexOf(digits) + digits.length)) &&
    Number(amount) >= 10000
  )
    return null;
  const written = digits.includes(',') ? Number(amount).toLocaleString('en-US') : amount;
  return answer.text.replace(digits, written);
}

function chineseNumeral(value: number, core: string): string | null {
  if (core.startsWith('百分之') || /分之/.test(core)) return null;
  if (!Number.isInteger(value) || value > 99) return null;
  if (value <= 10) return CHINESE[value] ?? null;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (CHINESE[tens] ?? '') : ''}十${ones > 0 ? (CHINESE[ones] ?? '') : ''}`;
}
