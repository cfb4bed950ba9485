import type { Figure } from '../numbers.js';

export const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How a figure is written. */
export interface Form {
  readonly answer: Figure;
  /** Its Arabic digits with points and commas, or empty. */
  readonly digits: string;
  /** Behind the point. */
  readonly places: number;
  /** 10000 for the 3.6 of 3.6万. */
  readonly scale: number;
  /** The place of the last digit that says something: 100 for 1300, 1 for 36, 0.1 for 12.6; fives of it where it is a 5. */
  readonly grain: number;
}

export function formOf(answer: Figure): Form {
  const { core, value } = answer;
  const digits = /[\d.,]+/.exec(core)?.[0] ?? '';
  const places = decimals(core);
  const scale = digits === '' ? 1 : value / Number(digits.replaceAll(',', ''));
  const plain = digits.replaceAll(/[.,]/g, '');
  const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
  const unit = scale * 10 ** (places > 0 ? -places : zeros);
  const five = plain.slice(0, plain.length - zeros).endsWith('5') ? 5 * unit : unit;
  return { answer, digits, places, scale, grain: value / five >= (places > 0 ? 6 : 3) ? five : unit };
}

export function decimals(core: string): number {
  return /\.(\d+)/.exec(core)?.[1]?.length ?? 0;
}

/** The nearest value as round as the answer. */
export function roundLike({ answer, grain }: Form, value: number): number {
  // Beside 四十多 stands 三十多, never 二十八多.
  const tens = answer.chinese && answer.value >= 20 && answer.value % 10 === 0;
  const step = answer.chinese ? (tens ? 10 : 1) : grain;
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** 两个 but 二期: before these measures two is 两. */
const TWO_AS_LIANG = /^(?:个|家|名|位|项|大|种|座|台|条|所|人|套|类|门|组|次|支)/;

/** The value written as the answer is, or null where nobody writes it so. */
export function writeLike({ answer, digits, places, scale }: Form, value: number): string | null {
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
  if (value <= 10) return CHINESE_DIGITS[value] ?? null;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (CHINESE_DIGITS[tens] ?? '') : ''}十${ones > 0 ? (CHINESE_DIGITS[ones] ?? '') : ''}`;
}
