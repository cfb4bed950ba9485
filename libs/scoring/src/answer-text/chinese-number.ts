import { shift, type Decimal } from '../decimal.js';

/** Each spelling of 0, 1, 2 … 9. */
const SPELLINGS = ['零〇', '一壹', '二两兩贰貳', '三叁', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  SPELLINGS.flatMap((chars, digit) => [...chars].map((char) => [char, digit] as const)),
);
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3 };
const LARGE: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 萬: 4, 億: 8 };

/** One character for twenty, thirty, forty. */
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

/** Every character a Chinese number can be written with, for use in a character class. */
export const NUMBER_CHARS = [DIGITS, SMALL, LARGE, TENS].map((table) => Object.keys(table).join('')).join('');

/** The power of ten of a unit word after Arabic digits: 万 4, 百万 6, 万亿 12; null when it is not such a word. */
export function scaleOf(word: string): number | null {
  const [, small = '', large = ''] = /^([十百千拾佰仟]?)([万亿萬億]{0,2})$/.exec(word) ?? [];
  if (!word || small + large !== word || (large.length === 2 && LARGE[large[0] ?? ''] !== 4)) return null;
  return [...word].reduce((power, unit) => power + (SMALL[unit] ?? LARGE[unit] ?? 0), 0);
}

/**
 * The value of a Chinese number: 一千三百 is 1300, 三点五 is 3.5, 一万三 is 13000, 二〇二〇 is 2020.
 * Null for what only looks like one (二三十 is a range, 一两 a guess, 十二五 a name).
 */
export function readChineseNumber(text: string): Decimal | null {
  const [whole = '', part, ...more] = text.replace(/[廿卅卌]/g, (char) => TENS[char] ?? char).split('点');
  const integer = readInteger(whole);
  if (integer === null || more.length > 0) return null;
  if (part === undefined) return integer.toString();
  const [, written = '', unit = ''] = /^([^万亿萬億]+)([万亿萬億]*)$/.exec(part) ?? [];
  const digits = [...written].map((char) => DIGITS[char]);
  const scale = unit ? scaleOf(unit) : 0;
  if (digits.length === 0 || digits.includes(undefined) || scale === null) return null;
  return shift(`${integer}.${digits.join('')}`, scale);
}

function readInteger(text: string): bigint | null {
  const chars = [...text];
  if (chars.length === 0) return null;
  if (chars.every((char) => char in DIGITS)) {
    if (chars.length === 1) return BigInt(DIGITS[text] ?? 0);
    // Digit by digit only where it cannot be "three or five": 二〇二〇, 一九九八, but not 三五.
    const positional = chars.length >= 4 || /[零〇]/.test(text);
    return positional && !/[两兩]/.test(text) ? BigInt(chars.map((char) => DIGITS[char]).join('')) : null;
  }
  return readSections(chars);
}

/** Reads sections of 千百十 closed by 万 and 亿, refusing whatever is not written in falling order. */
function readSections(chars: readonly string[]): bigint | null {
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  let lastSmall = 4;
  let lastLarge = Number.POSITIVE_INFINITY;
  let zero = false;
  let unitBefore = 0;
  for (const char of chars) {
    const value = DIGITS[char];
    const small = SMALL[char];
    const large = LARGE[char];
    if (value === 0) {
      if (digit !== null || zero) return null;
      zero = true;
    } else if (value !== undefined) {
      if (digit !== null) return null;
      digit = BigInt(value);
    } else if (small !== undefined) {
      if (small >= lastSmall) return null;
      // Only 十 may stand without a digit, and only at the head: 十二, 十万.
      if (digit === null && (small !== 1 || section > 0n || zero)) return null;
      section += (digit ?? 1n) * 10n ** BigInt(small);
      [digit, lastSmall, zero, unitBefore] = [null, small, false, small];
    } else if (large !== undefined) {
      const given = section + (digit ?? 0n);
      // 一万亿: 亿 multiplies the 万 before it.
      const multiplies = large === 8 && lastLarge === 4 && total < 10n ** 8n;
      if ((given === 0n && !multiplies) || (large >= lastLarge && !multiplies)) return null;
      total = multiplies ? (total + given) * 10n ** 8n : total + given * 10n ** BigInt(large);
      [section, digit, lastSmall, zero, lastLarge, unitBefore] = [0n, null, 4, false, large, large];
    } else {
      return null;
    }
  }
  if (zero && digit === null) return null;
  // 一万三 is 13000 and 二百五 is 250: a last digit without 零 counts the next lower unit.
  const colloquial = digit !== null && !zero && unitBefore >= 2;
  return total + section + (digit ?? 0n) * (colloquial ? 10n ** BigInt(unitBefore - 1) : 1n);
}
