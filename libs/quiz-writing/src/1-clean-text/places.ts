import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const MOST_PLACES = 20;
/** Line ends and the indent of the next line. */
const LONGEST_LAYOUT = 12;

/** What one repair names of the many places it happened in. */
export function firstPlaces(places: readonly Place[]): Place[] {
  return places.toSorted((a, b) => a.start - b.start).slice(0, MOST_PLACES);
}

/** Where two pieces were joined: the last and the first character with the layout between them, or both when they stood apart. */
export function seamOf(before: TracedText | undefined, after: TracedText | undefined): Place[] {
  const last = before && before.placeOf(before.length - 1);
  const first = after && after.placeOf(0, 1);
  if (!last || !first) return [];
  const gap = first.start - last.end;
  return gap >= 0 && gap <= LONGEST_LAYOUT ? [{ start: last.start, end: first.end }] : [last, first];
}
