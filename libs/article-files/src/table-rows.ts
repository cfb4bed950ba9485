import { mark, type Line, type Piece } from './line.js';

export type TableSection = 'head' | 'body' | 'foot';

export interface CellShape {
  readonly columns?: number;
  readonly rows?: number;
  /** Word's way to say it: the cell continues the one above. */
  readonly continuesAbove?: boolean;
}

interface Cell {
  readonly lines: Line[];
  readonly columns: number;
  readonly rows: number;
  readonly continuesAbove: boolean;
}

interface Row {
  readonly section: TableSection;
  readonly cells: Cell[];
}

const MOST_COLUMNS = 50;
/** Cells written again for a span, in one table; a table with more has spans that multiply, and is read without them. */
const MOST_REPEATED = 2_000;
/** A larger table is not filled up with empty cells. */
const MOST_PADDED = 20_000;
/** A cell with several lines longer than this is a column of a page, not a value. */
const LONGEST_CELL = 300;
const EMPTY: Cell = { lines: [], columns: 1, rows: 1, continuesAbove: false };

/** A table being read; spans are filled by repeating the value, so that each row can be read alone. */
export class TableBuilder {
  readonly #rows: Row[] = [];
  /** What stands in the table but in no cell. */
  readonly #loose: Line[] = [];
  #section: TableSection = 'body';

  startSection(section: TableSection): void {
    this.#section = section;
  }

  startRow(section: TableSection = this.#section): void {
    this.#rows.push({ section, cells: [] });
  }

  startCell({ columns = 1, rows = 1, continuesAbove = false }: CellShape): void {
    if (this.#rows.length === 0) this.startRow();
    const cell = { lines: [], columns: clamp(columns), rows: Math.max(1, rows), continuesAbove };
    this.#rows.at(-1)?.cells.push(cell);
  }

  add(line: Line): void {
    (this.#rows.at(-1)?.cells.at(-1)?.lines ?? this.#loose).push(line);
  }

  /** The lines in reading order, when the table only arranged a page. */
  unfold(): Line[] {
    return [...this.#loose, ...this.#rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))];
  }

  /** True for a frame around text: one column, or cells holding whole passages. */
  get isFrame(): boolean {
    const single = this.#rows.every(({ cells }) => cells.length <= 1 && (cells[0]?.columns ?? 1) === 1);
    return single || this.#rows.some(({ cells }) => cells.some(isPassage));
  }

  get holdsPassages(): boolean {
    return this.#rows.some(({ cells }) => cells.some(isPassage));
  }

  /** One line a row, header rows first and footer rows last. */
  finish(): Line[] {
    const rows = fillSpans(this.#rows).filter(({ cells }) => cells.some(({ lines }) => lines.length > 0));
    const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const width = rows.length * widest > MOST_PADDED ? 0 : widest;
    const inOrder = (['head', 'body', 'foot'] as const).flatMap((section) =>
      rows.filter((row) => row.section === section),
    );
    return [...this.#loose, ...inOrder.map(({ cells }) => rowLine(cells, Math.max(width, cells.length)))];
  }
}

function clamp(columns: number): number {
  return Math.min(MOST_COLUMNS, Math.max(1, columns));
}

function isPassage({ lines }: Cell): boolean {
  if (lines.length < 2) return false;
  let length = 0;
  for (const line of lines) for (const { value } of line) length += value.length;
  return length > LONGEST_CELL;
}

/** Rows with every spanned place filled: down with the same value, to the right empty when the cell fills the whole row. */
function fillSpans(rows: readonly Row[]): Row[] {
  let repeated = 0;
  let pending = new Map<number, Cell>();
  let above: readonly Cell[] = [];
  return rows.map(({ section, cells }) => {
    const filled: Cell[] = [];
    const below = new Map<number, Cell>();
    const put = (cell: Cell, rowsLeft: number) => {
      const spans = rowsLeft > 1 && filled.length < MOST_COLUMNS && repeated <= MOST_REPEATED;
      if (spans) below.set(filled.length, { ...cell, rows: rowsLeft - 1 });
      filled.push(cell);
    };
    const putPending = () => {
      for (let cell = pending.get(filled.length); cell; cell = pending.get(filled.length)) {
        repeated += 1;
        put(cell, cell.rows);
      }
    };
    for (const cell of cells) {
      putPending();
      const shown = cell.continuesAbove ? (above[filled.length] ?? cell) : cell;
      put(shown, cell.rows);
      for (let more = 1; more < cell.columns && repeated <= MOST_REPEATED; more++) {
        repeated += 1;
        put(cells.length === 1 ? EMPTY : shown, cell.rows);
      }
    }
    putPending();
    pending = below;
    above = filled;
    return { section, cells: filled };
  });
}

function rowLine(cells: readonly Cell[], width: number): Line {
  const line: Piece[] = [mark('|')];
  for (let column = 0; column < width; column++) {
    line.push(mark(' '), ...cellPieces(cells[column] ?? EMPTY), mark(' |'));
  }
  return line;
}

/** The lines of a cell on one line, its own bars escaped as in Markdown. */
function cellPieces({ lines }: Cell): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    if (pieces.length > 0) pieces.push(mark(' '));
    for (const piece of line) pieces.push(...escapeBars(piece));
  }
  return pieces;
}

function escapeBars(piece: Piece): Piece[] {
  if (!piece.value.includes('|')) return [piece];
  if (piece.value.length !== piece.end - piece.start) return [mark('\\'), piece];
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of piece.value.split(/(?=\|)/)) {
    if (part.startsWith('|')) pieces.push(mark('\\'));
    pieces.push({ value: part, start: piece.start + at, end: piece.start + at + part.length });
    at += part.length;
  }
  return pieces;
}
