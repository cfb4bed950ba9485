import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const HAN = '\\u3400-\\u9fff';
const MARKS = '，。、；：！？“”‘’《》（）';
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}${MARKS}]) (?=[${HAN}${MARKS}])`, 'g');
/** 2020 年, 使用 AI 技术, （ 2020 ）: set apart by eye, not by sense. A number that begins the line counts something. */
const BESIDE_HAN = new RegExp(
  `(?<=[${HAN}${MARKS}]) (?=[A-Za-z0-9])|(?<!^\\d{1,3}[.)]?)(?<=[A-Za-z0-9%]) (?=[${HAN}${MARKS}])`,
  'g',
);
const SPACED_OUT = new RegExp(`[${HAN}] (?=[${HAN}])`, 'g');
const TOGETHER = new RegExp(`[${HAN}](?=[${HAN}])`, 'g');
const LEAST_GAPS = 3;

/** Closes a line that was read character by character (滨 海 港 位 于): blanks tell nothing there. */
export function closeSpacedOut(line: TracedText, onChange: (place: Place) => void): TracedText {
  const gaps = line.text.match(SPACED_OUT)?.length ?? 0;
  const isSpacedOut = gaps >= LEAST_GAPS && gaps > (line.text.match(TOGETHER)?.length ?? 0) * 2;
  return isSpacedOut ? line.drop(BETWEEN_HAN, onChange) : line;
}

/** Closes single blanks beside Chinese characters. In headings the blank between two words stays, in rows of figures all do. */
export function closeGaps(line: TracedText, onChange: (place: Place) => void): TracedText {
  if (!line.text.includes(' ') || isRow(line.text)) return line;
  const closed = line.drop(BESIDE_HAN, onChange);
  return /[，。；！？]/.test(line.text) ? closed.drop(BETWEEN_HAN, onChange) : closed;
}

function isRow(text: string): boolean {
  return text.startsWith('|') || /\d[%％]? {1,}\d/.test(text) || / {2,}\S/.test(text.trim());
}
