import type { Repair } from '../draft.js';
import { firstPlaces, seamOf } from './places.js';
import type { Place } from './text-origins.js';
import { TracedText } from './traced-text.js';

const ENDS_SENTENCE = /[。！？!?；：:…”」』）)]$/;
const LEAST_LINES = 6;

/** Joins lines that were broken at a page width. An indented or empty line starts a new paragraph. */
export function joinWrappedLines(lines: readonly TracedText[]): { lines: TracedText[]; repairs: Repair[] } {
  const width = pageWidth(lines.map(({ text }) => text));
  if (width === null) return { lines: [...lines], repairs: [] };
  const joined: TracedText[][] = [];
  const seams: Place[] = [];
  let open = false;
  for (const line of lines) {
    const before = joined.at(-1);
    const words = line.trim();
    const { text } = words;
    const continues =
      open && text !== '' && !/^ {2,}/.test(line.text) && !/^[|•●■\-*]|^\d{1,2}[.、)]/.test(text);
    if (before && continues) {
      const tail = before.at(-1)?.trim();
      seams.push(...seamOf(tail, words));
      if (needsBlank(tail?.text ?? '', text)) before.push(TracedText.ours(' '));
      before.push(words);
    } else joined.push([line]);
    open =
      displayWidth(line.text) >= width - 7 &&
      !(ENDS_SENTENCE.test(text) && displayWidth(line.text) < width - 3);
  }
  const count = lines.length - joined.length;
  const detail = `接回了 ${count} 处按版面宽度折断的行。`;
  return {
    lines: joined.map((parts) => TracedText.concat(parts)),
    repairs: count > 0 ? [{ code: 'wrapped-lines', detail, places: firstPlaces(seams) }] : [],
  };
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

function needsBlank(before: string, after: string): boolean {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(after);
}
