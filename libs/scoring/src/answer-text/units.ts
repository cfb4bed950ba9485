import { ratioOf, type Ratio } from '../ratio.js';

/** What a unit measures, and how many of the measure's base unit it is: exactly, or the unit stands alone. */
export interface Unit {
  readonly measure: string;
  readonly size: Ratio;
  /** One name for all spellings of the unit. */
  readonly name: string;
  /** Name of the measure's base unit, whose size is 1. */
  readonly base: string;
}

/**
 * Units of one measure, by size in its base unit: SI prefixes and China's legal units (GB 3100). All are exact. What depends on
 * the case (度, MB of 1000 or 1024) or on a calendar (月, 年) is in no table, so it equals only itself.
 */
const MEASURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  length: {
    纳米: '0.000000001',
    微米: '0.000001',
    毫米: '0.001',
    '厘米 公分': '0.01',
    分米: '0.1',
    米: '1',
    '千米 公里': '1000',
    海里: '1852',
  },
  area: {
    平方毫米: '0.000001',
    平方厘米: '0.0001',
    '平方米 平米': '1',
    公顷: '10000',
    '平方千米 平方公里': '1000000',
  },
  volume: { '毫升 立方厘米': '0.001', '升 立方分米': '1', 立方米: '1000' },
  mass: { 毫克: '0.001', 克: '1', '斤 市斤': '500', '千克 公斤': '1000', '吨 公吨': '1000000' },
  time: { 毫秒: '0.001', '秒 秒钟': '1', 分钟: '60', '小时 钟头': '3600' },
  power: { 瓦: '1', 千瓦: '1000', 兆瓦: '1000000', 吉瓦: '1000000000' },
  energy: { 千瓦时: '1', 兆瓦时: '1000', 吉瓦时: '1000000' },
  frequency: { '赫兹 赫': '1', 千赫: '1000', '兆赫 兆赫兹': '1000000', '吉赫 吉赫兹': '1000000000' },
  speed: { '千米/小时 公里/小时 千米每小时 公里每小时': '1', '米/秒 米每秒': '3.6' },
  share: { '‰': '0.1', '%': '1' },
  money: { '元 圆 块钱 元钱 元整 圆整 元人民币 人民币': '1' },
  'US money': { '美元 美金': '1' },
  temperature: { 摄氏度: '1' },
};

/** Latin symbols as written after a figure. Where the case tells units apart (m, M; t, T) it must be right. */
const SYMBOLS: Readonly<Record<string, string>> = {
  nm: '纳米',
  μm: '微米',
  um: '微米',
  mm: '毫米',
  cm: '厘米',
  dm: '分米',
  m: '米',
  km: '千米',
  mm2: '平方毫米',
  cm2: '平方厘米',
  m2: '平方米',
  km2: '平方千米',
  ha: '公顷',
  ml: '毫升',
  cm3: '立方厘米',
  dm3: '立方分米',
  m3: '立方米',
  l: '升',
  mg: '毫克',
  kg: '千克',
  t: '吨',
  ms: '毫秒',
  s: '秒',
  min: '分钟',
  h: '小时',
  kw: '千瓦',
  gw: '吉瓦',
  kwh: '千瓦时',
  'kw·h': '千瓦时',
  gwh: '吉瓦时',
  hz: '赫兹',
  khz: '千赫',
  mhz: '兆赫',
  ghz: '吉赫',
  'km/h': '千米/小时',
  'm/s': '米/秒',
  '°c': '摄氏度',
};
/** Symbols that mean something else in capitals: 100M is no length, 5T no weight, MW no milliwatt. */
const SMALL_ONLY = new Set(['m', 't', 's', 'h']);
const CAPITAL_ONLY: Readonly<Record<string, string>> = { MW: '兆瓦', MWh: '兆瓦时', 'MW·h': '兆瓦时' };

const UNITS = new Map<string, Unit>();
for (const [measure, table] of Object.entries(MEASURES)) {
  const units = Object.entries(table).map(([names, size]) => ({ names: names.split(' '), size }));
  const base = units.find(({ size }) => size === '1')?.names[0] ?? '';
  for (const { names, size } of units) {
    const [name = ''] = names;
    for (const spelling of names) UNITS.set(spelling, { measure, size: ratioOf(size), name, base });
  }
}

export function unitOf(name: string): Unit | null {
  return UNITS.get(name) ?? null;
}

/** Every name that has a unit in the tables, the longest first. */
export const UNIT_NAMES = [...UNITS.keys()].sort((a, b) => b.length - a.length);

const SPELLINGS = [...Object.keys(SYMBOLS), ...Object.keys(CAPITAL_ONLY)].sort((a, b) => b.length - a.length);
const SYMBOL = new RegExp(
  `(?<=[\\d一二两三四五六七八九十][百千]?[万亿]{0,2})(?:${SPELLINGS.map((symbol) => symbol.replace('·', '[·.]?')).join('|')})(?![A-Za-z\\d])`,
  'gi',
);

/** Writes unit symbols after figures as words: 5km becomes 5千米, 20°C 20摄氏度. */
export function spellUnits(text: string): string {
  return text.replace(SYMBOL, (symbol) => {
    const plain = symbol.replace('.', '·');
    const capital = CAPITAL_ONLY[plain];
    if (capital) return capital;
    const small = plain.toLowerCase();
    const isSmall = plain === small;
    return (!SMALL_ONLY.has(small) || isSmall ? SYMBOLS[small] : undefined) ?? symbol;
  });
}
