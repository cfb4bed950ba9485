import type { Repair } from '../draft.js';
import type { TracedText } from './traced-text.js';

const WIDE = /[\u2e80-\uffef“”‘’—…]/;
const GAP = / {2,}(?=\S)/g;
const INNER_GAP = /\S {2}/;
const LEAST_ROWS = 5;
const SHORTEST_CELL = 6;
/** A new paragraph of the right column begins further in. */
const INDENT = 5;
/** Columns that a reader is off by. */
const JITTER = 2;

interface Row {
  readonly line: TracedText;
  /** Where words begin behind a gap: index in the line, and column, in which a Chinese character takes two. */
  readonly starts: readonly { readonly at: number; readonly column: number }[];
  readonly width: number;
}

/**
 * Two columns of prose that a PDF reader put side by side, read one after the other. Rows of a table, whose cells are short
 * and end where they like, stay as they are.
 */
export function unfoldColumns(lines: readonly TracedText[]): { lines: TracedText[]; repairs: Repair[] } {
  if (lines.filter(({ text }) => INNER_GAP.test(text)).length < LEAST_ROWS)
    return { lines: [...lines], repairs: [] };
  const rows = lines.map(rowOf);
  const unfolded: TracedText[] = [];
  const repairs: Repair[] = [];
  for (let index = 0; index < rows.length;) {
    const block = blockAt(rows, index);
    if (!block) {
      unfolded.push(...lines.slice(index, index + 1));
      index += 1;
      continue;
    }
    const cells = rows.slice(index, block.end).map((row) => cutAt(row, block.column));
    unfolded.push(...cells.map(({ left }) => left), ...cells.map(({ right }) => right));
    const places = lines.slice(index, block.end).flatMap((line) => line.trim().placeOf() ?? []);
    const [first] = places;
    const last = places.at(-1);
    repairs.push({
      code: 'columns',
      detail: `把并排的两栏文字（${block.end - index} 行）改成先左栏、后右栏。`,
      places: first && last ? [{ start: first.start, end: last.end }] : [],
    });
    index = block.end;
  }
  return repairs.length > 0 ? { lines: unfolded, repairs } : { lines: [...lines], repairs };
}

/** The longest stretch of rows from here on that share a column where their right half begins. */
function blockAt(rows: readonly Row[], from: number): { column: number; end: number } | null {
  const [first] = rows.slice(from, from + 1);
  for (const { column } of first?.starts ?? []) {
    let end = from;
    for (let index = from; index < rows.length; index++) {
      const row = rows[index];
      if (!row || !fits(row, column)) break;
      if (hasBoth(row, column)) end = index + 1;
    }
    const block = rows.slice(from, end);
    if (isProse(block, column)) return { column, end: withRest(rows, end, column) };
  }
  return null;
}

/** Whether nothing of the row stands across the gap. */
function fits(row: Row, column: number): boolean {
  return row.width <= column - 2 || startOf(row, column) !== undefined;
}

function hasBoth(row: Row, column: number): boolean {
  const start = startOf(row, column);
  return start !== undefined && row.line.text.slice(0, start.at).trim() !== '';
}

function startOf({ starts }: Row, column: number): Row['starts'][number] | undefined {
  return starts.find((start) => start.column >= column - 1 && start.column <= column + INDENT);
}

/** The last lines of the longer column: only to the right, or to the left while the text there has not ended. */
function withRest(rows: readonly Row[], from: number, column: number): number {
  let end = from;
  for (let row = rows[end]; row && row.width > 0; row = rows[end]) {
    const start = startOf(row, column);
    const isRightOnly = start !== undefined && row.line.text.slice(0, start.at).trim() === '';
    if (!isRightOnly) break;
    end += 1;
  }
  return end;
}

function isProse(block: readonly Row[], column: number): boolean {
  const cells = block.filter((row) => hasBoth(row, column)).map((row) => cutAt(row, column));
  if (cells.length < LEAST_ROWS) return false;
  return (['left', 'right'] as const).every((side) => {
    const texts = cells.map((cell) => cell[side].text.trim());
    const full = texts.filter((text) => text.length >= SHORTEST_CELL);
    const open = full.filter((text) => !/[。！？；：]$/.test(text));
    const hasSentences = /[，。]/.test(texts.join(''));
    const hasGaps = texts.filter((text) => / {2,}/.test(text)).length > 1;
    return hasSentences && !hasGaps && full.length >= texts.length * 0.8 && open.length >= full.length / 2;
  });
}

function cutAt({ line, starts }: Row, column: number): { left: TracedText; right: TracedText } {
  const start = startOf({ line, starts, width: 0 }, column);
  if (!start) return { left: line, right: line.slice(line.length) };
  const indent = Math.max(0, start.column - column);
  // The indent of the right column is blanks of the gap, never the last words of the left one.
  const gap = line.text.slice(0, start.at).trimEnd().length;
  const from = indent > JITTER ? Math.max(gap, start.at - indent) : start.at;
  return { left: line.slice(0, from), right: line.slice(from) };
}

function rowOf(line: TracedText): Row {
  const { text } = line;
  const ends = [...text.matchAll(GAP)].map((gap) => gap.index + gap[0].length);
  if (text.includes('|')) return { line, starts: [], width: columnAt(text, text.length) };
  return {
    line,
    starts: ends.map((at) => ({ at, column: columnAt(text, at) })),
    width: columnAt(text.trimEnd(), text.trimEnd().length),
  };
}

function columnAt(text: string, at: number): number {
  let column = 0;
  for (let index = 0; index < at; index++) column += WIDE.test(text.charAt(index)) ? 2 : 1;
  return column;
}
