import type { OriginRun, Place, TextOrigins } from './text-origins.js';

const OURS = -1;

/**
 * A text on its way through cleaning: each unit knows the stretch of the given text it stands for. Never changed in place;
 * every step makes the next one from slices of this one, so no step can lose the way back.
 */
export class TracedText {
  private constructor(
    readonly text: string,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
  ) {}

  static of(given: string): TracedText {
    const starts = new Int32Array(given.length).map((_, at) => at);
    const ends = starts.map((at) => at + 1);
    return new TracedText(given, starts, ends);
  }

  /** Characters of ours that stand for nothing in the given text. */
  static ours(text: string): TracedText {
    const nowhere = new Int32Array(text.length).fill(OURS);
    return new TracedText(text, nowhere, nowhere);
  }

  static concat(parts: readonly TracedText[], separator = ''): TracedText {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const text = parts.map((part) => part.text).join(separator);
    const starts = new Int32Array(text.length).fill(OURS);
    const ends = new Int32Array(text.length).fill(OURS);
    let at = 0;
    for (const part of parts) {
      starts.set(part.starts, at);
      ends.set(part.ends, at);
      at += part.text.length + separator.length;
    }
    return new TracedText(text, starts, ends);
  }

  get length(): number {
    return this.text.length;
  }

  slice(from: number, to = this.length): TracedText {
    if (from === 0 && to === this.length) return this;
    return new TracedText(
      this.text.slice(from, to),
      this.starts.subarray(from, to),
      this.ends.subarray(from, to),
    );
  }

  trim(): TracedText {
    const from = this.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  lines(): TracedText[] {
    const lines: TracedText[] = [];
    let from = 0;
    for (let to = this.text.indexOf('\n'); to >= 0; to = this.text.indexOf('\n', from)) {
      lines.push(this.slice(from, to));
      from = to + 1;
    }
    return [...lines, this.slice(from)];
  }

  /** Every match becomes what `rewritten` makes of it: slices of this text, characters of ours, or nothing. */
  replace(
    pattern: RegExp,
    rewritten: (match: RegExpExecArray) => TracedText | null,
    onChange?: (place: Place) => void,
  ): TracedText {
    const parts: TracedText[] = [];
    let from = 0;
    for (const match of this.text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const place = onChange && this.placeOf(match.index, to);
      if (place) onChange(place);
      const part = rewritten(match);
      if (match.index > from) parts.push(this.slice(from, match.index));
      if (part) parts.push(part);
      from = to;
    }
    if (from === 0 && parts.length === 0) return this;
    if (from < this.length) parts.push(this.slice(from));
    return TracedText.concat(parts);
  }

  drop(pattern: RegExp, onChange?: (place: Place) => void): TracedText {
    return this.replace(pattern, () => null, onChange);
  }

  /** Every match in another spelling of the same length. */
  fold(pattern: RegExp, spelling: (match: string) => string, onChange?: (place: Place) => void): TracedText {
    const text = this.text.replace(pattern, (match: string, ...rest: unknown[]) => {
      const at = rest.find((each) => typeof each === 'number') ?? 0;
      const place = onChange && this.placeOf(at, at + match.length);
      if (place) onChange(place);
      return spelling(match);
    });
    if (text.length !== this.length) throw new Error('a folded text has the length it had before');
    return text === this.text ? this : new TracedText(text, this.starts, this.ends);
  }

  /** Characters that stand for a whole stretch of this text, as & for &amp;. */
  standFor(from: number, to: number, value: string): TracedText {
    const place = this.placeOf(from, to);
    if (!place) return TracedText.ours(value);
    const fill = (offset: number) => new Int32Array(value.length).fill(offset);
    return new TracedText(value, fill(place.start), fill(place.end));
  }

  /** The hull of a stretch in the given text; null when all of it is ours. */
  placeOf(from = 0, to = this.length): Place | null {
    let start = Infinity;
    let end = -Infinity;
    for (let at = from; at < to; at++) {
      const unit = this.starts[at] ?? OURS;
      if (unit === OURS) continue;
      start = Math.min(start, unit);
      end = Math.max(end, this.ends[at] ?? OURS);
    }
    return start <= end ? { start, end } : null;
  }

  origins(): TextOrigins {
    const runs: OriginRun[] = [];
    let open: { at: number; length: number; start: number; end: number } | null = null;
    for (let at = 0; at < this.length; at++) {
      const start = this.starts[at] ?? OURS;
      const end = this.ends[at] ?? OURS;
      const isExact = end - start === 1;
      if (open && start === open.end && isExact && open.length === open.end - open.start) {
        open.length += 1;
        open.end = end;
        continue;
      }
      const isSameWhole = open && !isExact && start !== OURS && start === open.start && end === open.end;
      if (open && isSameWhole) {
        open.length += 1;
        continue;
      }
      if (open) runs.push(open);
      open = start === OURS ? null : { at, length: 1, start, end };
    }
    if (open) runs.push(open);
    return { runs };
  }
}
