import { shuffle, type Random } from '../random.js';

/** Dates of the same precision, near the answer, the article's own first. */
export function otherDates(answer: string, articleDates: readonly string[], random: Random): string[] {
  const period = /十([一二三四五])五/.exec(answer);
  if (period?.[1]) {
    const numeral = period[1];
    return ['二', '三', '四', '五', '一']
      .filter((other) => other !== numeral)
      .map((other) => answer.replace(`十${numeral}五`, `十${other}五`));
  }
  const year = /\d{4}/.exec(answer)?.[0];
  if (!year) return [];
  const shape = shapeOf(answer);
  const own = articleDates.filter(
    (date) => date !== answer && shapeOf(date) === shape && Math.abs(yearOf(date) - Number(year)) <= 12,
  );
  const made = shuffle([-4, -3, -2, -1, 1, 2, 3], random).map((step) => shifted(answer, Number(year), step));
  return [...new Set([...shuffle(own, random).slice(0, 2), ...made])].filter(
    (date) => yearOf(date) <= Number(year) + 6,
  );
}

function shapeOf(date: string): string {
  return date.replace(/\d+/g, '0');
}

function yearOf(date: string): number {
  return Number(/\d{4}/.exec(date)?.[0] ?? 0);
}

/** With a month or day every part may change, so that the year alone does not give the answer away. */
function shifted(date: string, year: number, step: number): string {
  const moved = date.replace(/\d{4}/, String(year + step));
  if (Math.abs(step) > 2) return moved;
  return moved
    .replace(/(\d{1,2})(?=月)/, (month) => String(((Number(month) + step + 11) % 12) + 1))
    .replace(/(\d{1,2})(?=日)/, (day) => String(((Number(day) + 3 * step + 27) % 28) + 1));
}
