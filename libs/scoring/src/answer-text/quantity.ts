import { shift } from '../decimal.js';
import { ratio, ratioOf, type Ratio } from '../ratio.js';
import { NUMBER_CHARS, readChineseNumber, scaleOf } from './chinese-number.js';
import { hedgeOf, WORDS_AFTER, WORDS_BEFORE, type Hedge } from './hedges.js';
import { UNIT_NAMES, unitOf } from './units.js';

/** A figure found in an answer: `近1300余名` is 1300, 名, above and below. */
export interface Quantity {
  /** All of it, as it stands in the answer. */
  readonly text: string;
  /** Null for figures that are names, like the 4.0 of 工业4.0: they are the same only when written the same. */
  readonly value: Ratio | null;
  /** As written, without hedge and unit. */
  readonly figure: string;
  /** Name of the unit in normal form, else as written; empty when there is none. */
  readonly unit: string;
  readonly writtenUnit: string;
  /** In alphabetical order; empty when the figure is exact. */
  readonly hedges: readonly Hedge[];
  /** Whether 第 stands before it: 第3小时 is not 第180分钟. */
  readonly ordinal: boolean;
}

/** An answer read as text and figures in turn. */
export type Reading = readonly (string | Quantity)[];

/** No answer has longer figures; what is longer stays text. */
const LONGEST_FIGURE = 30;

const OTHER_MEASURES =
  '个百分点|百分点|个月|人次|字节|星期|成(?=$|的|左右|以上|以下|多)|[年月周日天亩度倍岁折]';
export const COUNTERS = '[个名位人家项座台套种条期次篇章届轮类款件部所支只辆层级]';

const CHINESE = `[${NUMBER_CHARS}]+(?:点[${NUMBER_CHARS}]+)?`;
const FIGURE = new RegExp(
  `(?<before>${WORDS_BEFORE})?(?<sign>负|(?<![\\p{L}\\p{N}%‰])-)?` +
    `(?:(?<ratio>(?<![/⁄])\\d+[/⁄]\\d+(?![\\d/⁄]))|(?<parts>[百千]|${CHINESE})分之(?<of>\\d+(?:\\.\\d+)?|${CHINESE})|` +
    `(?<arabic>\\d+(?:\\.\\d+)?)|(?<chinese>${CHINESE}))` +
    `(?<inside>[多余来]?)(?<scale>(?:[十百千]?[万亿萬億]{1,2}|百|千(?![米克瓦赫]))?)(?<behind>[多余来]?)` +
    `(?:(?:个(?=小时|钟头))?(?<unit>${UNIT_NAMES.join('|')}|${OTHER_MEASURES}|${COUNTERS}))?(?<after>${WORDS_AFTER})?`,
  'gu',
);

const ENDS_IN_FIGURE = new RegExp(`[\\d${NUMBER_CHARS}]$`);

/** Words between two figures that a mark can stand for. */
const BETWEEN: Readonly<Record<string, string>> = { 至: '-', 到: '-', 比: ':' };

/** Reads figures by value: 一千三百, 1,300 and 0.13万 are the same figure, and so are 百分之五 and 5%. */
export function readQuantities(text: string): Reading {
  const spread = text.replace(/个([多余])(?=月|小时|钟头)/g, '$1个');
  const reading: (string | Quantity)[] = [];
  let end = 0;
  for (const match of spread.matchAll(FIGURE)) {
    const plain = spread.slice(end, match.index);
    const last = reading.at(-1);
    if (plain) reading.push(plain);
    // Written alike, two figures side by side would be one.
    else if (last && ENDS_IN_FIGURE.test(typeof last === 'string' ? last : last.text)) reading.push('、');
    reading.push(quantityOf(match) ?? match[0]);
    end = match.index + match[0].length;
  }
  const rest = spread.slice(end);
  if (rest) reading.push(rest);
  return joinText(reading).map((part, index, all) =>
    typeof part === 'string' && typeof all[index - 1] === 'object' && typeof all[index + 1] === 'object'
      ? (BETWEEN[part] ?? part)
      : part,
  );
}

function quantityOf(match: RegExpExecArray): Quantity | null {
  const groups = match.groups ?? {};
  const figure = groups['ratio'] ?? groups['arabic'] ?? groups['chinese'] ?? groups['of'] ?? '';
  if (figure.length > LONGEST_FIGURE || (groups['parts']?.length ?? 0) > LONGEST_FIGURE) return null;
  const read = valueOf(match, groups);
  if (read === undefined) return null;
  const found = [groups['before'], groups['inside'], groups['behind'], groups['after']].flatMap(
    (word) => hedgeOf(word ?? '') ?? [],
  );
  const given = groups['unit'] ?? '';
  const writtenUnit =
    groups['parts'] === '百' || given === '成' ? '%' : groups['parts'] === '千' ? '‰' : given;
  const negative = read !== null && Boolean(groups['sign']);
  return {
    text: match[0],
    value: negative ? { over: -read.over, under: read.under } : read,
    figure: (groups['sign'] ? '-' : '') + figure,
    unit: unitOf(writtenUnit)?.name ?? writtenUnit,
    writtenUnit,
    hedges: [...new Set(found)].sort(),
    ordinal: match.index > 0 && match.input[match.index - 1] === '第',
  };
}

/** Null for a name, undefined for what is no figure after all. */
function valueOf(
  match: RegExpExecArray,
  groups: Record<string, string | undefined>,
): Ratio | null | undefined {
  const { ratio: parted, parts, of = '', arabic, chinese = '', scale = '', unit = '' } = groups;
  if (parted) {
    const [over = '', under = ''] = parted.split(/[/⁄]/);
    return BigInt(under) === 0n ? undefined : ratio(BigInt(over), BigInt(under));
  }
  if (parts) {
    const share = /\d/.test(of) ? of : readChineseNumber(of);
    if (share === null) return undefined;
    if (parts === '百' || parts === '千') return ratioOf(share);
    const whole = readChineseNumber(parts);
    if (whole === null || ratioOf(whole).over === 0n) return undefined;
    const [a, b] = [ratioOf(share), ratioOf(whole)];
    return ratio(a.over * b.under, a.under * b.over);
  }
  const power = scale ? scaleOf(scale) : 0;
  if (power === null) return undefined;
  const tenths = unit === '成' ? 1 : 0;
  if (arabic !== undefined) {
    return isName(match, arabic, scale + unit) ? null : ratioOf(shift(arabic, power + tenths));
  }
  const value = readChineseNumber(chinese);
  return value === null ? undefined : ratioOf(shift(value, power + tenths));
}

/** 工业4.0 and 007 are names: their zeros count. */
function isName(match: RegExpExecArray, digits: string, unit: string): boolean {
  if (unit) return false;
  const before = match.input.slice(Math.max(0, match.index - 1), match.index);
  return /^0\d/.test(digits) || (/\.\d*0$/.test(digits) && /\p{L}$/u.test(before));
}

function joinText(parts: Reading): (string | Quantity)[] {
  const joined: (string | Quantity)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
