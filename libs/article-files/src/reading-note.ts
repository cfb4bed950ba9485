import { READING_CHANGES, READING_NOTES, type ChangeKind, type DroppedKind } from './dropped.js';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One kind of thing that was dropped or changed while the file was read. */
export interface ReadingNote {
  /** Stable code for programs. */
  readonly code: DroppedKind | ChangeKind;
  /** Chinese sentence for people, naming the first lines concerned. */
  readonly detail: string;
  readonly count: number;
  /** The first places, at most 20, in offsets of the source. */
  readonly places: readonly Place[];
}

const MOST_PLACES = 20;
const MOST_LINES_NAMED = 5;
const LONGEST_QUOTE = 24;

interface Sighting {
  count: number;
  readonly places: Place[];
  quote: string;
}

/** Gathers sightings while reading and words them once the whole source is known. */
export class NoteTaker {
  readonly #sightings = new Map<DroppedKind | ChangeKind, Sighting>();

  see(code: DroppedKind | ChangeKind, start: number, end: number, quote = ''): void {
    const sighting = this.#sightings.get(code) ?? { count: 0, places: [], quote: '' };
    sighting.count += 1;
    if (sighting.places.length < MOST_PLACES) sighting.places.push({ start, end });
    if (!sighting.quote) sighting.quote = tidy(quote);
    this.#sightings.set(code, sighting);
  }

  /** `unit` is what the source counts: 行 of a text, 段 of a Word document. */
  word(source: string, unit: '行' | '段', place: (place: Place) => Place = (same) => same): ReadingNote[] {
    return [...this.#sightings].map(([code, { count, places, quote }]) => {
      const moved = places.map(place);
      return {
        code,
        detail: sentence(code, count, linesOf(source, moved), unit, quote),
        count,
        places: moved,
      };
    });
  }
}

function sentence(
  code: DroppedKind | ChangeKind,
  count: number,
  lines: readonly number[],
  unit: string,
  quote: string,
): string {
  if (isChange(code)) return READING_CHANGES[code];
  const { counter, what } = READING_NOTES[code];
  const more = lines.length > MOST_LINES_NAMED ? '等' : '';
  const where = `第 ${lines.slice(0, MOST_LINES_NAMED).join('、')} ${unit}${more}`;
  return `去掉了 ${count} ${counter}${what}（${where}${quote ? `：“${quote}”` : ''}）。`;
}

function isChange(code: DroppedKind | ChangeKind): code is ChangeKind {
  return Object.hasOwn(READING_CHANGES, code);
}

function tidy(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** The distinct line numbers of the places, from 1. */
function linesOf(source: string, places: readonly Place[]): number[] {
  const lines = new Set<number>();
  let line = 1;
  let at = 0;
  for (const { start } of [...places].sort((a, b) => a.start - b.start)) {
    for (; at < Math.min(start, source.length); at++) {
      const unit = source.charCodeAt(at);
      if (unit === 10 || (unit === 13 && source.charCodeAt(at + 1) !== 10)) line += 1;
    }
    lines.add(line);
  }
  return [...lines];
}
