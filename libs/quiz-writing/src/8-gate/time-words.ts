import { onceEachText } from '../once-each.js';

/** A time as a text writes it: 截至2023年底, 今年4月, 到2027年. */
export interface TimeWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PART =
  '(?:\\d{1,2}月(?:\\d{1,2}日|份|底|初|末|[上中下]旬)?|[上下]半年|第?[一二三四]季度|前[\\d一二三四五六七八九十两]+个月|[\\d]{1,2}[至—-]\\d{1,2}月|年?[底初末]|[春夏秋冬][天季]?)';
const YEAR = `\\d{4}年(?:代)?(?:${PART})?`;
const RELATIVE = `(?:今年|去年|前年|明年|后年|本年度?|本学[年期]|上学[年期]|当年|同年|次年|翌年|本月|上月|当月|同月)(?:${PART})?`;
const SPAN =
  '(?:过去|近|最近|未来|今后)(?:[一二两三四五六七八九十]|\\d{1,2})年|[一二两三四五六七八九十百]{1,3}年[前来]|(?<![一二两三四五六七八九十\\d每])一年来|近年来|\\d{4}[—–~-]\\d{4}(?:年度?|学年|雪季|赛季|季)';
const MONTH = '(?<![\\d年])\\d{1,2}月(?:\\d{1,2}日|份|底|初|末|[上中下]旬)';
const TIME = new RegExp(
  `(?:截至|截止到?|到|至|自|从)?(?:${SPAN}|${YEAR}|${RELATIVE}|${MONTH})(?:以前|之前|以来|以后|之后|前(?![\\d一二两三四五六])|起)?`,
  'g',
);

export const timesIn = onceEachText((text: string): readonly TimeWord[] =>
  [...text.matchAll(TIME)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  })),
);

/** The year of a time, or null: 2023 of 截至2023年底. */
export function yearOf(time: string): number | null {
  const year = /\d{4}(?=年)/.exec(time)?.[0];
  return year === undefined ? null : Number(year);
}
