import { NUMBER_CHARS, readChineseNumber } from './chinese-number.js';

/** Dates as 2020年6月18日 and clock times as 15:30, whatever the answer wrote. */
export function foldDates(text: string): string {
  return foldTimes(
    text
      .replace(/公元(?=\d|[零〇一二三四五六七八九]{3,4}年)/g, '')
      .replace(/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g, '$1年$3月$4日')
      .replace(/(?<!\d)(\d{4})[-/](0?[1-9]|1[0-2])(?!\d)/g, '$1年$2月')
      .replace(/(月[^\p{P}\s]{1,3})号/gu, '$1日')
      .replace(/(?<!\d)0(\d)(?=[月日])/g, '$1'),
  );
}

const PART = '(上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|夜里|晚)?';
const SMALL = `(?<![${NUMBER_CHARS}\\d.点:])(\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})`;
const MINUTES = '(\\d{1,2}|[零〇一二三四五六七八九十]{1,3})';
const CLOCK = new RegExp(`${PART}${SMALL}[点时](?:${MINUTES}分|(整|半|钟|一刻|三刻))`, 'g');
const DIGITAL = new RegExp(`${PART}${SMALL}:(\\d{2})(?![:\\d])`, 'g');
const ALONE = new RegExp(`^${PART}${SMALL}[点时]$`);
const NAMED: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

/** 下午3点半, 十五点三十分 and 15:30 are one time. 三点五 stays a number, 三小时 a duration. */
function foldTimes(text: string): string {
  return text
    .replace(CLOCK, (whole, part, hour, minutes, named) => {
      const minute = minutes === undefined ? (NAMED[named] ?? 0) : numberOf(minutes);
      return clock(part, numberOf(hour), minute) ?? whole;
    })
    .replace(DIGITAL, (whole, part, hour, minute) => clock(part, numberOf(hour), Number(minute)) ?? whole)
    .replace(ALONE, (whole, part, hour) => clock(part, numberOf(hour), 0) ?? whole);
}

function clock(part: string | undefined, hour: number | null, minute: number | null): string | null {
  if (hour === null || minute === null || hour > 24 || minute > 59) return null;
  const late = /^(?:下午|傍晚|晚)/.test(part ?? '') || part === '夜里';
  const shown = late && hour >= 1 && hour < 12 ? hour + 12 : hour;
  return `${shown}:${String(minute).padStart(2, '0')}`;
}

function numberOf(text: string): number | null {
  const plain = /^\d+$/.test(text) ? text : readChineseNumber(text.replace(/^[零〇](?=.)/, ''));
  return plain === null ? null : Number(plain);
}
