import type { Repair } from '../draft.js';
import type { PageLine } from './furniture.js';
import { isRow } from './gaps.js';
import { firstPlaces, seamOf } from './places.js';
import type { Place } from './text-origins.js';
import { TracedText } from './traced-text.js';

const ENDS_SENTENCE = /[。！？!?；：:…”」』）)]$/;
const BEGINS_ANEW = /^[|•●■\-*]|^\d{1,2}[.、)]/;
const LEAST_LINES = 6;

/**
 * Joins lines that were broken at a page width. An indented or empty line starts a new paragraph, but not where a page
 * ended in the middle of one: there the words go on behind what was dropped.
 */
export function joinWrappedLines(given: readonly PageLine[]): { lines: TracedText[]; repairs: Repair[] } {
  const lines = isDoubleSpaced(given) ? given.filter((line) => !isBlank(line)) : given;
  const width = pageWidth(lines.flatMap((line) => (line && !isRow(line.text) ? line.text : [])));
  if (width === null) return { lines: given.filter((line) => line !== null), repairs: [] };
  const joined: TracedText[][] = [];
  const seams: Place[] = [];
  let count = 0;
  let isOpen = false;
  let [sawBlank, sawPageEnd] = [false, false];
  for (const line of lines) {
    if (!line || isBlank(line)) {
      sawBlank ||= line !== null;
      sawPageEnd ||= line === null;
      continue;
    }
    const words = line.trim();
    const before = joined.at(-1);
    const isNext = isOpen && (!sawBlank || sawPageEnd);
    const begins = /^ {2,}/.test(line.text) || BEGINS_ANEW.test(words.text) || isRow(words.text);
    if (before && isNext && !begins) {
      seams.push(...append(before, words));
      count += 1;
    } else joined.push([words]);
    isOpen = reachesEdge(line.text, width) && !isRow(words.text);
    [sawBlank, sawPageEnd] = [false, false];
  }
  const detail = `接回了 ${count} 处按版面宽度折断的行。`;
  return {
    lines: joined.map((parts) => TracedText.concat(parts)),
    repairs: count > 0 ? [{ code: 'wrapped-lines', detail, places: firstPlaces(seams) }] : [],
  };
}

function isBlank(line: PageLine): boolean {
  return line !== null && line.text.trim() === '';
}

/** Whether there is a blank line behind each line, as some readers of scans put one. */
function isDoubleSpaced(lines: readonly PageLine[]): boolean {
  const inner = lines.filter((line) => line !== null);
  const words = inner.filter((line) => !isBlank(line)).length;
  const alone = inner.filter((line, index) => {
    const [after, next] = inner.slice(index + 1, index + 3);
    return !isBlank(line) && after && isBlank(after) && next && !isBlank(next);
  }).length;
  return words >= LEAST_LINES && alone >= (words - 1) * 0.8;
}

function append(before: TracedText[], words: TracedText): Place[] {
  const tail = before.at(-1)?.trim();
  const seam = seamOf(tail, words);
  const last = tail?.text ?? '';
  if (/[A-Za-z]-$/.test(last) && /^[a-z]/.test(words.text)) {
    before.push(...before.splice(-1).map((part) => part.trim().slice(0, -1)));
  } else if (/[A-Za-z0-9]$/.test(last) && /^[A-Za-z]/.test(words.text)) before.push(TracedText.ours(' '));
  before.push(words);
  return seam;
}

/** Whether the line is full, so that its sentence may go on in the next. */
function reachesEdge(line: string, width: number): boolean {
  const length = displayWidth(line);
  return length >= width - 7 && !(ENDS_SENTENCE.test(line.trim()) && length < width - 3);
}

/** The width most full lines share, or null when the text is not broken at a width. */
function pageWidth(lines: readonly string[]): number | null {
  const lengths = lines.map(displayWidth).filter((length) => length > 0);
  if (lengths.length < LEAST_LINES) return null;
  const sorted = lengths.toSorted((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (width < 28 || width > 120) return null;
  const full = lines.filter((line) => Math.abs(displayWidth(line) - width) <= 6);
  const broken = full.filter((line) => !ENDS_SENTENCE.test(line.trim()));
  return full.length >= lengths.length * 0.4 && broken.length >= full.length * 0.5 ? width : null;
}

/** In columns: a Chinese character takes two. The indent of a new paragraph counts, trailing blanks do not. */
function displayWidth(line: string): number {
  const text = line.trimEnd();
  return text.length + (text.match(/[\u2e80-\uffef“”‘’—…]/g)?.length ?? 0);
}
