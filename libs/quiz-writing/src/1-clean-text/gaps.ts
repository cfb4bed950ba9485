import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const HAN = '\\u3400-\\u9fff';
const MARKS = '，。、；：！？“”‘’《》（）';
/** Not behind 第一章: there the blank stands for a colon. */
const BETWEEN_HAN = new RegExp(
  `(?<=[${HAN}${MARKS}])(?<!第[一二三四五六七八九十百\\d]{1,5}[章节篇部讲课]) +(?=[${HAN}${MARKS}])`,
  'g',
);
/** 2020 年, 使用 AI 技术, （ 2020 ）: set apart by eye, not by sense. A number that begins the line counts something. */
const BESIDE_HAN = new RegExp(
  `(?<=[${HAN}${MARKS}]) +(?=[A-Za-z0-9])|(?<!^\\d{1,3}[.)]?)(?<=[A-Za-z0-9%]) +(?=[${HAN}${MARKS}])`,
  'g',
);
const SPACED_OUT = new RegExp(`[${HAN}] (?=[${HAN}])`, 'g');
const TOGETHER = new RegExp(`[${HAN}](?=[${HAN}])`, 'g');
const LEAST_GAPS = 3;
const LONGEST_CELL = 12;

/** Closes a line that was read character by character (滨 海 港 位 于): blanks tell nothing there. */
export function closeSpacedOut(line: TracedText, onChange: (place: Place) => void): TracedText {
  const gaps = line.text.match(SPACED_OUT)?.length ?? 0;
  const isSpacedOut = gaps >= LEAST_GAPS && gaps > (line.text.match(TOGETHER)?.length ?? 0) * 2;
  return isSpacedOut && !isRow(line.text) ? line.drop(BETWEEN_HAN, onChange) : line;
}

/** Closes blanks beside Chinese characters. In headings the blank between two words stays, in rows of figures all do. */
export function closeGaps(line: TracedText, onChange: (place: Place) => void): TracedText {
  const { text } = line;
  if (!text.includes(' ') || text.startsWith('|') || isRow(text) || /\d[%％]? +\d/.test(text)) return line;
  const closed = line.drop(BESIDE_HAN, onChange);
  return /[，。；！？]|^(?:-|\d{1,3}\.) /.test(text) ? closed.drop(BETWEEN_HAN, onChange) : closed;
}

/** Cells set apart by runs of blanks. */
export function isRow(line: string): boolean {
  const cells = line.trim().split(/ {2,}/);
  return cells.length > 1 && (!/[，。；]/.test(line) || cells.every(({ length }) => length <= LONGEST_CELL));
}
