import { shuffle, type Random } from '../random.js';

/** A fact may be as young as this much more than the youngest year the article names; a plan more. */
const YOUNGER = 1;
const YOUNGER_PLAN = 4;

/**
 * Dates of the same precision, near the answer, none later than the article can know. Of a date with a month every part stands in two of the four options, so that no majority of parts gives the answer away.
 */
export function otherDates(
  answer: string,
  articleDates: readonly string[],
  random: Random,
  { plan = false, years = [], stem = '' }: { plan?: boolean; years?: readonly number[]; stem?: string } = {},
): string[] {
  const period = /十([一二三四五])五/.exec(answer);
  if (period?.[1]) {
    const numeral = period[1];
    return ['二', '三', '四', '五', '一']
      .filter((other) => other !== numeral)
      .map((other) => answer.replace(`十${numeral}五`, `十${other}五`));
  }
  const written = /\d{4}/.exec(answer)?.[0];
  if (!written) return [];
  const year = Number(written);
  const latest = Math.max(year, ...years) + (plan ? YOUNGER_PLAN : YOUNGER);
  const own = articleDates.filter(
    (date) => date !== answer && shapeOf(date) === shapeOf(answer) && Math.abs(yearOf(date) - year) <= 12,
  );
  const rest = answer.slice(answer.indexOf(written) + 4);
  if (!rest.includes('月')) {
    const made = shuffle([-4, -3, -2, -1, 1, 2, 3, 4], random).map((step) =>
      answer.replace(written, String(year + step)),
    );
    const past = plan ? Math.max(0, ...years.filter((other) => other < year)) : 0;
    return [...new Set([...shuffle(own, random).slice(0, 2), ...made])].filter(
      (date) => yearOf(date) <= latest && yearOf(date) > past && date !== answer,
    );
  }
  // Where the stem tells the year, only month and day are asked.
  if (stem.includes(`${written}年`))
    return otherRests(rest, random).map((other) => answer.replace(written + rest, written + other));
  const ownYears = own.map(yearOf).filter((other) => other !== year);
  const [otherYear] = [
    ...shuffle(ownYears, random),
    ...shuffle([year - 1, year - 2, year + 1], random),
  ].filter((other) => other <= latest);
  const [otherRest] = otherRests(rest, random);
  if (otherYear === undefined || otherRest === undefined) return [];
  const dated = (on: number, part: string) => answer.replace(written + rest, on + part);
  return shuffle([dated(year, otherRest), dated(otherYear, rest), dated(otherYear, otherRest)], random);
}

function shapeOf(date: string): string {
  return date.replace(/\d+/g, '0');
}

function yearOf(date: string): number {
  return Number(/\d{4}/.exec(date)?.[0] ?? 0);
}

/** What may follow the year instead: another month, and with a day another day; the first or last of a month stays that. */
function otherRests(rest: string, random: Random): string[] {
  const month = Number(/(\d{1,2})月/.exec(rest)?.[1] ?? 0);
  if (month === 0) return [];
  const months = shuffle([-4, -3, -2, 2, 3, 4], random).map((step) => ((month + step + 11) % 12) + 1);
  const day = Number(/(\d{1,2})日/.exec(rest)?.[1] ?? 0);
  return months.map((other) => {
    const moved = rest.replace(/\d{1,2}月/, `${other}月`);
    if (day <= 1 || day >= 30) return moved.replace(/\d{1,2}日/, `${lastOr(day, other)}日`);
    const days = shuffle([-9, -6, -4, 4, 6, 9], random)
      .map((step) => day + step)
      .filter((each) => each >= 2 && each <= 28);
    return moved.replace(/\d{1,2}日/, `${days[0] ?? day}日`);
  });
}

/** Rules come into force on the first and end on the last of a month. */
function lastOr(day: number, month: number): number {
  if (day <= 1) return 1;
  return month === 2 ? 28 : /^(?:4|6|9|11)$/.test(String(month)) ? 30 : day === 30 ? 30 : 31;
}
