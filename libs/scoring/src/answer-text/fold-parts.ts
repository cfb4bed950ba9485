import { shift } from '../decimal.js';
import { NUMBER_CHARS, readChineseNumber, scaleOf } from './chinese-number.js';

const FIGURE = `(?<![${NUMBER_CHARS}\\d.点])(\\d{1,3}|[${NUMBER_CHARS}]{1,8})`;
const ONE = '(?:[1-9]|[一二两三四五六七八九])';
const AND_HALF = new RegExp(`${FIGURE}个半(?=小时|钟头|月|世纪|百分点)`, 'g');
const UNIT_HALF = new RegExp(
  `${FIGURE}(年|天|小时|分钟|公里|千米|米|吨|斤|公斤|倍|岁)半(?![年月天日径])`,
  'g',
);
const TENTHS = new RegExp(`(?<![${NUMBER_CHARS}\\d.点])(${ONE})成(${ONE}|半)(?![${NUMBER_CHARS}\\d])`, 'g');
const DISCOUNT = new RegExp(`(?<![${NUMBER_CHARS}\\d.点])(${ONE})(${ONE})折`, 'g');

const MIXED =
  /(?<![\d.])\d{1,4}(?:[百千]?[万亿]|[百千])(?:\d{1,4}(?:[百千]?[万亿]|[百千]))*(?:\d{1,4})?(?![\d.:/])/g;

/**
 * Mixed figures, halves and tenths as decimals: 1万3千 13000, 3亿5千万 350000000, 零下5 负5,
 * 一年半 1.5年, 三个半小时 3.5个小时, 半年 0.5年, 一半 50%, 三成五 35%, 八五折 8.5折.
 */
export function foldParts(text: string): string {
  return text
    .replace(MIXED, (figure) => sumOf(figure) ?? figure)
    .replace(new RegExp(`零下(?=[\\d${NUMBER_CHARS}])`, 'g'), '负')
    .replace(/百分之?百/g, '100%')
    .replace(AND_HALF, (whole, figure) => withHalf(figure, '个') ?? whole)
    .replace(UNIT_HALF, (whole, figure, unit) => withHalf(figure, unit) ?? whole)
    .replace(/(?<![\p{L}\p{N}])半(?=年|天|小时|个小时|个月|个世纪|公里|吨|斤)/gu, '0.5')
    .replace(/(?<![\p{N}十百千万亿零〇一二两三四五六七八九])一半(?![年月天日小个径])/gu, '50%')
    .replace(TENTHS, (_, tens, ones) => `${digit(tens)}${ones === '半' ? 5 : digit(ones)}%`)
    .replace(DISCOUNT, (_, tens, ones) => `${digit(tens)}.${digit(ones)}折`);
}

/** Null for what is not written in falling order, and for one piece alone, which needs no sum. */
function sumOf(figure: string): string | null {
  const pieces = [...figure.matchAll(/(\d+)(\D*)/g)];
  if (pieces.length < 2) return null;
  let [sum, last] = [0, 16];
  for (const [, digits = '', word = ''] of pieces) {
    // 1万3 is 13000 as 一万三 is; 1万3456 and 1万03 say all their places.
    const power = word ? scaleOf(word) : digits.length === 1 ? last - 1 : 0;
    if (power === null || digits.length + power > last) return null;
    sum += Number(shift(digits, power));
    last = power;
  }
  return String(sum);
}

function withHalf(figure: string, unit: string): string | null {
  const whole = /^\d+$/.test(figure) ? figure : readChineseNumber(figure);
  return whole === null || whole.includes('.') ? null : `${whole}.5${unit}`;
}

function digit(char: string): string {
  return readChineseNumber(char) ?? char;
}
