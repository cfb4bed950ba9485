import { findFigures, type Figure } from '../numbers.js';
import { shuffle, type Random } from '../random.js';

const STEPS = [0.5, 0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8];
const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 两个 but 二期: before these measures two is 两. */
const TWO_AS_LIANG = /^(?:个|家|名|位|项|大|种|座|台|条|所|人|套|类|门|组|次|支)/;

/** As many as any question takes. */
const ENOUGH = 3;

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
  const form = formOf(answer);
  const taken = new Set([answer.value, ...findFigures(stem).map(({ value }) => value)]);
  // As many digits as the answer first: 82 beside 136 looks like another sort of number.
  const alike: string[] = [];
  const others: string[] = [];
  for (const value of valuesNear(form, articleFigures, random)) {
    if (alike.length === ENOUGH) break;
    if (value <= 0 || taken.has(value) || (answer.unit === '%' && value > 100 && answer.value <= 100))
      continue;
    taken.add(value);
    const text = writeLike(form, value);
    if (text !== null) (text.length === answer.text.length ? alike : others).push(text);
  }
  return [...alike, ...others];
}

/** Values to choose from, the likeliest first. */
function* valuesNear(form: Form, articleFigures: readonly Figure[], random: Random): Generator<number> {
  const { answer, places } = form;
  if (answer.chinese && answer.value <= 10 && Number.isInteger(answer.value)) {
    for (const step of shuffle([-2, -1, 1, 2, 3], random))
      if (answer.value + step >= 2) yield answer.value + step;
    return;
  }
  const near = articleFigures.filter(
    ({ value, unit, core }) =>
      unit === answer.unit &&
      value / answer.value > 0.3 &&
      value / answer.value < 3 &&
      decimals(core) === places,
  );
  for (const { value } of shuffle(near, random).slice(0, 1)) yield value;
  for (const step of shuffle(STEPS, random)) yield roundLike(form, answer.value * step);
  for (const step of [1, -1, 2, -2, 3]) yield roundLike(form, answer.value + step * form.grain);
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

/** How the answer is written. */
interface Form {
  readonly answer: Figure;
  /** Its Arabic digits with points and commas, or empty. */
  readonly digits: string;
  /** Behind the point. */
  readonly places: number;
  /** 10000 for the 3.6 of 3.6万. */
  readonly scale: number;
  /** The place of the last digit that says something: 100 for 1300, 1 for 36, 0.1 for 12.5. */
  readonly grain: number;
}

function formOf(answer: Figure): Form {
  const { core, value } = answer;
  const digits = /[\d.,]+/.exec(core)?.[0] ?? '';
  const places = decimals(core);
  const scale = digits === '' ? 1 : value / Number(digits.replaceAll(',', ''));
  const zeros = /0*$/.exec(core.replace(/[^\d]/g, ''))?.[0].length ?? 0;
  return { answer, digits, places, scale, grain: scale * 10 ** (places > 0 ? -places : zeros) };
}

function decimals(core: string): number {
  return /\.(\d+)/.exec(core)?.[1]?.length ?? 0;
}

function roundLike({ answer, grain }: Form, value: number): number {
  const step = answer.chinese ? 1 : grain;
  return Number((Math.round(value / step) * step).toPrecision(12));
}

function writeLike({ answer, digits, places, scale }: Form, value: number): string | null {
  if (answer.chinese) {
    const numeral = value === 2 && TWO_AS_LIANG.test(answer.unit) ? '两' : chineseNumeral(value, answer.core);
    return numeral === null ? null : answer.text.replace(answer.core, numeral);
  }
  const amount = (value / scale).toFixed(places);
  // 6.0 beside 8.6, or 11000万 beside 8000万, is not how anybody writes.
  if (/\.\d*0$/.test(amount) && !/\.\d*0$/.test(digits)) return null;
  if (
    Number(amount) >= 10000 &&
    /^[万亿]/.test(answer.text.slice(answer.text.indexOf(digits) + digits.length))
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
