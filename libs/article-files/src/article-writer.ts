import type { DroppedKind } from './dropped.js';
import { LineBuilder, textOf, type Line } from './line.js';
import { MappedText, type OffsetMap } from './offset-map.js';
import { isFootnoteMark, LONGEST_RAISED, raise, type Level, type RaisedText } from './raised-text.js';
import { NoteTaker } from './reading-note.js';
import { TableBuilder, type CellShape, type TableSection } from './table-rows.js';

const LONGEST_QUOTE = 30;

interface Dropping {
  readonly kind: DroppedKind;
  readonly start: number;
}

/**
 * Where the readers of all formats meet: they say what they come across, the writer lays it out.
 * One paragraph or heading a line, `1. ` or `- ` before list items, tables as rows `| a | b |`.
 */
export class ArticleWriter {
  readonly notes = new NoteTaker();
  readonly #lines: Line[] = [];
  #line = new LineBuilder();
  readonly #lists: { next: number | null }[] = [];
  readonly #dropping: Dropping[] = [];
  #quote = '';
  #raised: RaisedText | null = null;
  #table: TableBuilder | null = null;
  readonly #aside: LineBuilder[] = [];

  /** `value` stood at source[start, end): as long as that character by character, else (an entity) as a whole. */
  text(value: string, start: number, end: number): void {
    if (this.#dropping.length > 0) {
      if (this.#quote.length < LONGEST_QUOTE) this.#quote += value.slice(0, LONGEST_QUOTE);
      return;
    }
    if (!this.#raised) return this.#line.add(value, start, end);
    this.#raised.pieces.push({ value, start, end });
    if (end - this.#raised.start > LONGEST_RAISED) this.#settle(end);
  }

  /** A character of ours, such as the quotation marks of `<q>`. */
  mark(value: string): void {
    if (this.#dropping.length === 0) this.#line.mark(value);
  }

  /** Ends the paragraph, if one has begun. */
  paragraph(): void {
    if (this.#dropping.length > 0) return;
    this.#settle();
    const line = this.#line.take();
    if (!line) return;
    if (this.#table) this.#table.add(line);
    else this.#lines.push(line);
  }

  /** Ends the paragraph for good: a marker not yet used up goes with it. */
  block(): void {
    this.paragraph();
    this.#line.startWith('');
  }

  startList(first: number | null): void {
    this.block();
    this.#lists.push({ next: first });
  }

  endList(): void {
    this.block();
    this.#lists.pop();
  }

  /** The next line is an item of the list; `number` overrides its count, `label` its whole marker. */
  item({ number, label }: { number?: number; label?: string } = {}): void {
    if (this.#dropping.length > 0) return;
    this.block();
    const list = this.#lists.at(-1);
    const count = number ?? list?.next ?? null;
    if (list && count !== null && list.next !== null) list.next = count + 1;
    const ordinary = list && list.next !== null && count !== null ? `${count}. ` : '- ';
    this.#line.startWith(label ?? ordinary);
  }

  /** Leaves out everything until the matching `endDrop`. */
  drop(kind: DroppedKind, start: number): void {
    if (this.#dropping.length === 0) {
      this.#settle();
      this.#quote = '';
    }
    this.#dropping.push({ kind, start });
  }

  /** `quietly` when there was nothing to see, such as an empty `<nav>`. */
  endDrop(end: number, quietly: (quote: string) => boolean = () => false): void {
    const dropped = this.#dropping.pop();
    if (!dropped || this.#dropping.length > 0 || quietly(this.#quote)) return;
    this.notes.see(dropped.kind, dropped.start, end, this.#quote);
  }

  /** Something left out that holds no text. */
  see(kind: DroppedKind, start: number, end: number, quote = ''): void {
    if (this.#dropping.length === 0) this.notes.see(kind, start, end, quote);
  }

  startRaised(level: Level, start: number): void {
    this.#settle();
    if (this.#dropping.length === 0) this.#raised = { level, start, pieces: [], isMark: false };
  }

  endRaised(end: number): void {
    this.#settle(end);
  }

  /** A link into the page inside raised text is a footnote mark. */
  linkWithin(): void {
    if (this.#raised) this.#raised.isMark = true;
  }

  startTable(start: number): void {
    if (this.#dropping.length > 0) return;
    this.block();
    if (this.#table) {
      // A table around another one arranged the page: its cells are read as paragraphs from here on.
      this.#keep(this.#table.unfold());
      this.notes.see('table-unfolded', start, start);
    }
    this.#table = new TableBuilder();
  }

  section(section: TableSection): void {
    this.block();
    this.#table?.startSection(section);
  }

  row(section?: TableSection): void {
    this.block();
    if (this.#dropping.length === 0) this.#table?.startRow(section);
  }

  cell(shape: CellShape = {}): void {
    this.block();
    if (this.#dropping.length === 0) this.#table?.startCell(shape);
  }

  endTable(start: number, end: number): void {
    if (this.#dropping.length > 0) return;
    this.block();
    const table = this.#table;
    this.#table = null;
    if (!table) return;
    if (table.holdsPassages) this.notes.see('table-unfolded', start, end);
    this.#keep(table.isFrame ? table.unfold() : table.finish());
  }

  /** A box with paragraphs of its own in the middle of a line, which goes on after it. */
  startAside(): void {
    this.#settle();
    this.#aside.push(this.#line);
    this.#line = new LineBuilder();
  }

  endAside(): void {
    this.block();
    this.#line = this.#aside.pop() ?? this.#line;
  }

  finish(): { text: string; origins: OffsetMap } {
    while (this.#aside.length > 0) this.endAside();
    if (this.#table) this.endTable(0, 0);
    this.block();
    const text = new MappedText();
    for (const [index, line] of this.#lines.entries()) {
      if (index > 0) text.add('\n');
      for (const { value, start, end } of line) {
        if (start < 0) text.add(value);
        else text.add(value, start, end);
      }
    }
    return text.finish();
  }

  #keep(lines: readonly Line[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  /** Decides what the raised characters were and writes them. */
  #settle(end?: number): void {
    const raised = this.#raised;
    if (!raised) return;
    this.#raised = null;
    const text = textOf(raised.pieces).trim();
    const last = raised.pieces.at(-1)?.end ?? raised.start;
    if (isFootnoteMark(raised, text, this.#line.tail)) {
      this.notes.see('footnote-mark', raised.start, end ?? last, text);
      return;
    }
    for (const piece of raise(raised, text)) this.#line.add(piece.value, piece.start, piece.end);
  }
}
