import type { Repair } from '../draft.js';

const ENDS_SENTENCE = /[。！？!?；：:…”」』）)]$/;
const LEAST_LINES = 6;

/** Joins lines that were broken at a page width. An indented or empty line starts a new paragraph. */
export function joinWrappedLines(lines: readonly string[]): { lines: string[]; repairs: Repair[] } {
  const width = pageWidth(lines);
  if (width === null) return { lines: [...lines], repairs: [] };
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.trim();
    const continues = open && text !== '' && !/^ {2,}/.test(line) && !/^[|•●■\-*]|^\d{1,2}[.、)]/.test(text);
    if (continues) joined[joined.length - 1] = join(joined[joined.length - 1] ?? '', text);
    else joined.push(line);
    open = displayWidth(line) >= width - 7 && !(ENDS_SENTENCE.test(text) && displayWidth(line) < width - 3);
  }
  const count = lines.length - joined.length;
  const repairs: Repair[] =
    count > 0 ? [{ code: 'wrapped-lines', detail: `接回了 ${count} 处按版面宽度折断的行。` }] : [];
  return { lines: joined, repairs };
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

function join(before: string, after: string): string {
  const needsSpace = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(after);
  return `${before}${needsSpace ? ' ' : ''}${after}`;
}
