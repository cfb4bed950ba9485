/** A bit of a line with its place in the source; a mark of ours has none (`start` = -1). */
export interface Piece {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type Line = readonly Piece[];

export function mark(value: string): Piece {
  return { value, start: -1, end: -1 };
}

export function textOf(line: Line): string {
  return line.map(({ value }) => value).join('');
}

interface Gap {
  start: number;
  end: number;
  /** A line break of the source between two Chinese characters is no space. */
  broken: boolean;
  /** Only full-width spaces: kept as one. */
  wide: boolean;
}

const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Patterns over many megabytes at once exhaust the stack of the pattern engine. */
const LONGEST_STRETCH = 1 << 20;
const WIDE_SPACE = /^\u3000+$/;
/** Zero-width space, word joiner, byte order mark, soft hyphen: seen by nobody, stumbled over by every pattern. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/;
const INVISIBLE_RUNS = /[\u200b\u2060\ufeff\u00ad]+/g;
const BREAK = /[\n\r\u0085\u2028\u2029]/;
const WIDE =
  /[\u2018-\u201d\u2026\u2014\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud8bf]|[\udc00-\udfff]/;

/** One line being written: white space folded to one space, none at its ends. */
export class LineBuilder {
  #pieces: Piece[] = [];
  #gap: Gap | null = null;
  /** Written before the first visible character. */
  #marker = '';

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** The last visible character, '' at the start of a line. */
  get lastCharacter(): string {
    return this.#pieces.at(-1)?.value.slice(-1) ?? '';
  }

  /** The last characters written, enough to judge what a raised number belongs to. */
  get tail(): string {
    return this.#gap ? '' : textOf(this.#pieces.slice(-4)).slice(-4);
  }

  startWith(marker: string): void {
    this.#marker = marker;
  }

  /** `value` stood at source[start, end): as long as that character by character, else as a whole. */
  add(value: string, start: number, end: number): void {
    const exact = value.length === end - start;
    if (exact && value.length > LONGEST_STRETCH) return this.#addInStretches(value, start);
    let at = 0;
    for (const { 0: space, index } of value.matchAll(SPACE)) {
      this.#visible(value, at, index, start, end, exact);
      this.#space(space, exact ? start + index : start, exact ? start + index + space.length : end);
      at = index + space.length;
    }
    this.#visible(value, at, value.length, start, end, exact);
  }

  #addInStretches(value: string, start: number): void {
    for (let at = 0; at < value.length; at += LONGEST_STRETCH) {
      const stretch = value.slice(at, at + LONGEST_STRETCH);
      this.add(stretch, start + at, start + at + stretch.length);
    }
  }

  mark(value: string): void {
    this.#write(mark(value));
  }

  /** The finished line, or null when nothing visible was written. The builder is ready for the next one. */
  take(): Line | null {
    const line = this.#pieces;
    this.#pieces = [];
    this.#gap = null;
    if (line.length === 0) return null;
    this.#marker = '';
    return line;
  }

  #space(space: string, start: number, end: number): void {
    if (this.isEmpty) return;
    const broken = BREAK.test(space);
    const wide = WIDE_SPACE.test(space);
    const before = this.#gap;
    this.#gap = before
      ? { start: before.start, end, broken: before.broken || broken, wide: before.wide && wide }
      : { start, end, broken, wide };
  }

  #visible(value: string, from: number, to: number, start: number, end: number, exact: boolean): void {
    if (from === to) return;
    const part = value.slice(from, to);
    if (!exact) {
      const seen = part.replace(INVISIBLE_RUNS, '');
      if (seen) this.#write({ value: seen, start, end });
      return;
    }
    if (!INVISIBLE.test(part)) return this.#write({ value: part, start: start + from, end: start + to });
    let at = from;
    for (const { 0: hidden, index } of part.matchAll(INVISIBLE_RUNS)) {
      const stop = from + index;
      if (stop > at) this.#write({ value: value.slice(at, stop), start: start + at, end: start + stop });
      at = stop + hidden.length;
    }
    if (to > at) this.#write({ value: value.slice(at, to), start: start + at, end: start + to });
  }

  #write(piece: Piece): void {
    if (this.isEmpty && this.#marker) this.#pieces.push(mark(this.#marker));
    const gap = this.#gap;
    if (gap) {
      const silent = gap.broken && WIDE.test(this.lastCharacter) && WIDE.test(piece.value.charAt(0));
      const space = gap.wide ? '\u3000' : ' ';
      if (!silent) this.#pieces.push({ value: space, start: gap.start, end: gap.end });
      this.#gap = null;
    }
    this.#pieces.push(piece);
  }
}
