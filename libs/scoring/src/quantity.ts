import { NUMBER_CHARS, readChineseNumber, scaleOf } from './chinese-number.js';
import { shift } from './decimal.js';

/** A figure found in an answer: `近1300余名` is 1300, 名, below+above. */
export interface Quantity {
  /** Plain decimal, or `1/3`. */
  readonly value: string;
  readonly unit: string;
  /** Hedge classes in alphabetical order, joined by `+`; empty when the figure is exact. */
  readonly hedge: string;
}

/** An answer read as text and figures in turn. */
export type Reading = readonly (string | Quantity)[];

const HEDGES: Readonly<Record<string, readonly string[]>> = {
  below: ['将近', '接近', '不足', '不到', '近'],
  approx: ['大约', '大概', '约', '左右', '上下', '来'],
  above: ['超过', '突破', '以上', '超', '逾', '多', '余'],
  'at-least': ['不少于', '不低于', '至少'],
  'at-most': ['不超过', '至多', '最多', '以内', '之内', '以下'],
};
const HEDGE_CLASS = new Map(
  Object.entries(HEDGES).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);
const BEFORE = '将近|接近|不足|不到|大约|大概|不超过|不少于|不低于|超过|突破|至少|至多|最多|近|约|超|逾';
const AFTER = '左右|上下|以上|以下|以内|之内|多|余';

const MEASURES =
  '个百分点|个月|毫秒|分钟|小时|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|公斤|千克|美元|人次|字节|成(?=$|的|左右|以上|以下|多)|[%‰年月日天秒元米亩吨克斤度倍岁]';
const COUNTERS = '[个名位人家项座台套种条期次篇章届轮类款件部所支只辆层级]';
const SAME_UNIT = new Map([
  ['千米', '公里'],
  ['平方千米', '平方公里'],
  ['千克', '公斤'],
]);

const CHINESE = `[${NUMBER_CHARS}]+(?:点[${NUMBER_CHARS}]+)?`;
const FIGURE = new RegExp(
  `(?<before>${BEFORE})?(?<sign>负|(?<![\\p{L}\\p{N}])-)?` +
    `(?:(?<ratio>\\d+[/⁄]\\d+)|(?<parts>[百千]|${CHINESE})分之(?<of>\\d+(?:\\.\\d+)?|${CHINESE})|` +
    `(?<arabic>\\d+(?:\\.\\d+)?)|(?<chinese>${CHINESE}))` +
    `(?<inside>[多余来]?)(?<scale>(?:[十百千]?[万亿萬億]{1,2}|[百千](?![米克]))?)(?<behind>[多余来]?)` +
    `(?<unit>${MEASURES}|${COUNTERS})?(?<after>${AFTER})?`,
  'gu',
);

/** Reads figures by value: 一千三百, 1,300 and 0.13万 are the same figure, and so are 百分之五 and 5%. */
export function readQuantities(text: string): Reading {
  const reading: (string | Quantity)[] = [];
  let end = 0;
  for (const match of text.replace(/个([多余])月/g, '$1个月').matchAll(FIGURE)) {
    const quantity = quantityOf(match);
    const plain = match.input.slice(end, match.index);
    if (plain) reading.push(plain);
    reading.push(quantity ?? match[0]);
    end = match.index + match[0].length;
  }
  const rest = text.replace(/个([多余])月/g, '$1个月').slice(end);
  if (rest) reading.push(rest);
  return joinText(reading);
}

/** Whether two units may stand for each other: equal, a counter left out, or 个 for a closer counter. */
export function unitsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const counters = new RegExp(`^${COUNTERS}$`);
  if (!a || !b) return counters.test(a || b);
  if (!counters.test(a) || !counters.test(b)) return false;
  return a === '个' || b === '个' || ('名位人'.includes(a) && '名位人'.includes(b));
}

function quantityOf(match: RegExpExecArray): Quantity | null {
  const groups = match.groups ?? {};
  const value = valueOf(match, groups);
  if (value === null) return null;
  const hedges = [groups['before'], groups['inside'], groups['behind'], groups['after']].flatMap(
    (word) => HEDGE_CLASS.get(word ?? '') ?? [],
  );
  const hedge = [...new Set(hedges)].sort().join('+');
  const written = groups['unit'] ?? '';
  const percent = groups['parts'] === '百' || written === '成';
  const unit = percent ? '%' : groups['parts'] === '千' ? '‰' : (SAME_UNIT.get(written) ?? written);
  return { value: groups['sign'] ? `-${value}` : value, unit, hedge };
}

function valueOf(match: RegExpExecArray, groups: Record<string, string | undefined>): string | null {
  const { ratio, parts, of = '', arabic, chinese = '', scale = '', unit = '' } = groups;
  if (ratio) return ratio.replace('⁄', '/');
  if (parts) {
    const share = /\d/.test(of) ? shift(of, 0) : readChineseNumber(of);
    if (share === null || parts === '百' || parts === '千') return share;
    const whole = readChineseNumber(parts);
    return whole === null ? null : `${share}/${whole}`;
  }
  const power = scale ? scaleOf(scale) : 0;
  if (power === null) return null;
  const tenths = unit === '成' ? 1 : 0;
  if (arabic !== undefined)
    return isName(match, arabic, scale + unit) ? arabic : shift(arabic, power + tenths);
  const value = readChineseNumber(chinese);
  return value === null ? null : shift(value, power + tenths);
}

/** 工业4.0 and 007 are names: their zeros count. */
function isName(match: RegExpExecArray, digits: string, unit: string): boolean {
  if (unit) return false;
  const before = match.input.slice(0, match.index);
  return /^0\d/.test(digits) || (/\.\d*0$/.test(digits) && /\p{L}$/u.test(before));
}

function joinText(parts: Reading): Reading {
  const joined: (string | Quantity)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
