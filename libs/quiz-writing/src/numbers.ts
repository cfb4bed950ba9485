import type { Hedge } from '#question';
import { onceEachText } from './once-each.js';

/** A figure as the text writes it: hedge, value, unit. */
export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 近, 超过 … before the digits, or empty. */
  readonly before: string;
  /** Digits with their magnitude: 1300, 7万, 二. */
  readonly core: string;
  /** 多, 余, 左右, 以上 behind, or empty. */
  readonly after: string;
  readonly unit: string;
  readonly value: number;
  readonly hedge: Hedge | null;
  readonly chinese: boolean;
  /** Part of a span (3至5年) or of an ordinal (第三名): not a quantity of its own. */
  readonly tied: boolean;
}

const BEFORE = '将近|接近|不少于|不低于|不超过|大约|大概|超过|不足|不到|至少|最多|最高达|突破|约|近|超|逾';
const AFTER = '左右|上下|以上|以下|以内|之多';
const UNITS =
  '个百分点|个标准箱|标准箱|自然箱|平方公里|平方千米|平方米|立方米|万亿元|亿美元|万美元|亿元|万元|美元|欧元|元|千瓦时|万千瓦|兆瓦|千瓦|个工作日|细分小类|大类|小类|个方面|方面|公里|千米|厘米|毫米|微米|纳米|海里|毫秒|微秒|秒|分钟|小时|个月|周年|字节|亿斤|公斤|千克|克|万吨级|吨级|万吨|吨|公顷|摄氏度|℃|个|家|名|位|人次|人|项|期|次|届|类|条|座|台套|台|辆|件|种|套|本|所|户|亩|岁|年|月|日|天|级|篇|轮|章|倍|度|分|寸|斤|米|强|批|支|艘|架|列|幢|栋|层|间|张|幅|部|册|卷|款|只|头|株|棵|粒|颗|片|块|例|起|宗|笔|份|场|处|道|步|组|队|对|双|代|门|枚|根|箱|吋|英寸|GB|TB|PB|Gbps|Mbps|kbps|ms|km|kg|cm|mm|nm|GHz|MHz|kW|MW|%|‰|P';
const MAGNITUDE = '万亿|千万|百万|十万|亿|万|千(?![克米瓦卡伏帕])|百(?!分)';
const FIGURE = new RegExp(
  `(${BEFORE})?(百分之[零〇一二两三四五六七八九十百点]{1,8}|[二三四五六七八九十]分之[一二三四五六七八九]|\\d[\\d,]*(?:\\.\\d+)?(?:多|余)?(?:${MAGNITUDE})?(?:多|余)?|[一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿点]*(?:多|余)?(?:万亿|万|亿)?)(${AFTER})?(${UNITS})?(${AFTER})?`,
  'g',
);
/** One of these stands in every figure. */
const NUMERAL = /[\d一二两三四五六七八九十百千]/;
const HEDGES: Readonly<Record<string, Hedge>> = {
  近: 'below',
  将近: 'below',
  接近: 'below',
  不足: 'below',
  不到: 'below',
  不超过: 'below',
  最多: 'below',
  最高达: 'below',
  以内: 'below',
  以下: 'below',
  约: 'approx',
  大约: 'approx',
  大概: 'approx',
  左右: 'approx',
  上下: 'approx',
  多: 'above',
  余: 'above',
  超过: 'above',
  超: 'above',
  逾: 'above',
  突破: 'above',
  以上: 'above',
  不少于: 'above',
  不低于: 'above',
  至少: 'above',
};
const SCALE: Readonly<Record<string, number>> = {
  万亿: 1e12,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 100,
};
const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TEN: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** All figures of a text in reading order, with offsets in that text. */
export const findFigures = onceEachText((text: string): readonly Figure[] => {
  // Most texts hold none, and this test is far cheaper than the pattern.
  if (!NUMERAL.test(text)) return [];
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const figure = readFigure(text, match);
    if (figure) figures.push(figure);
  }
  return figures.map((figure, index) =>
    isCompound(figure, figures[index - 1], figures[index + 1]) ||
    isSpan(text, figures[index - 1], figure) ||
    isSpan(text, figure, figures[index + 1])
      ? { ...figure, tied: true }
      : figure,
  );
});

/** 15℃至35℃: two ends of one span. */
function isSpan(text: string, from: Figure | undefined, to: Figure | undefined): boolean {
  return (
    from !== undefined && to !== undefined && /^(?:[—–~～-]|[至到])$/.test(text.slice(from.end, to.start))
  );
}

/** 2小时10分钟 is one figure in two parts. */
function isCompound(figure: Figure, before: Figure | undefined, after: Figure | undefined): boolean {
  return (
    /小时|分|秒|度|米|岁|天|月/.test(figure.unit) &&
    (before?.end === figure.start || after?.start === figure.end)
  );
}

function readFigure(text: string, match: RegExpMatchArray): Figure | null {
  const [whole, before = '', core = '', after1 = '', unit = '', after2 = ''] = match;
  const start = match.index ?? 0;
  const end = start + whole.length;
  const chinese = !/\d/.test(core);
  if (chinese && !countsAsFigure(core, unit)) return null;
  if (!chinese && before === '' && /[A-Za-z.]/.test(text.charAt(start - 1))) return null;
  if (!chinese && unit === '' && /[A-Za-z.\d]/.test(text.charAt(end))) return null;
  const many = /[多余]/.exec(core)?.[0] ?? '';
  const digits = core.replace(/[多余]/g, '');
  const value = chinese ? readChinese(digits) : readArabic(digits);
  if (value === null || !Number.isFinite(value)) return null;
  const after = after1 || after2;
  const hedge = HEDGES[before] ?? HEDGES[many] ?? HEDGES[after] ?? null;
  const left = text.slice(Math.max(0, start - 2), start);
  const right = text.slice(end, end + 2);
  const tied = isTied(left, right) || (chinese && /^（\d{4}年/.test(text.slice(end, end + 6)));
  return {
    text: whole,
    start,
    end,
    before,
    core: digits,
    after: many + after,
    unit,
    value,
    hedge,
    chinese,
    tied,
  };
}

/** Part of a span (3至5年), an ordinal (第三), or of 两年零四个月. */
function isTied(left: string, right: string): boolean {
  if (left.endsWith('零') || /^零[一二三四五六七八九\d]/.test(right)) return true;
  if (/[第—–~～至到-]$/.test(left)) return /第$|[\d%年月日][—–~～至到-]$/.test(left);
  return /^(?:[—–~～-]|[至到])\d/.test(right);
}

/** 一 in 统一 and 十二五 are no figures; 二期, 百分之三 and 三千 are. */
function countsAsFigure(core: string, unit: string): boolean {
  if (/分之/.test(core)) return true;
  if (/^[零〇一二三四五六七八九]{4}$/.test(core)) return unit === '年';
  const digits = core.replace(/[多余]/g, '');
  if (/[一二两三四五六七八九]{2}/.test(digits.split('点')[0] ?? '')) return false;
  if (digits.length >= 2) return unit !== '' || /[百千万亿]/.test(digits.slice(1));
  return /^[个家名位人项期次届类条座台种套本所户级篇轮章倍大方门组代批支]/.test(unit);
}

function readArabic(digits: string): number | null {
  const match = /^([\d,]+(?:\.\d+)?)(万亿|千万|百万|十万|亿|万|千|百)?$/.exec(digits);
  if (!match) return null;
  return Number((match[1] ?? '').replaceAll(',', '')) * (SCALE[match[2] ?? ''] ?? 1);
}

/** 一千三百 → 1300, 百分之十五 → 15, 三分之一 → 0.333. */
export function readChinese(text: string): number | null {
  if (text.startsWith('百分之')) return readChinese(text.slice(3));
  const parts = /^(.)分之(.)$/.exec(text);
  if (parts) return (DIGIT[parts[2] ?? ''] ?? 0) / (DIGIT[parts[1] ?? ''] ?? 10);
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((digit) => DIGIT[digit]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  const [whole = '', decimals = ''] = text.split('点');
  for (const char of whole) {
    if (char in DIGIT) digit = DIGIT[char] ?? 0;
    else if (char in TEN) {
      section += (digit || 1) * (TEN[char] ?? 1);
      digit = 0;
    } else {
      total = char === '亿' ? (total + section + digit) * 1e8 : total + (section + digit) * 1e4;
      section = 0;
      digit = 0;
    }
  }
  const fraction = [...decimals].map((char) => DIGIT[char] ?? 0).join('');
  return total + section + digit + (fraction ? Number(`0.${fraction}`) : 0);
}

/** Value with its unit's own magnitude: 3.2亿元 and 32000万元 are equal. */
export function magnitudeOf({ value, unit }: Figure): number {
  const scale = /^(万亿|亿|万)(?=元|美元|斤|吨|千瓦)/.exec(unit)?.[1];
  return value * (scale ? (SCALE[scale] ?? 1) : 1);
}
