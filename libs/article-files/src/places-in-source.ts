import { originsOf, type OffsetMap } from './offset-map.js';
import type { Place } from './reading-note.js';

const MARKUP = /<!--[\s\S]*?-->|<[^<>]*>|\]\([^()\n]*\)/g;
const LAYOUT = /^[\s\p{P}\p{S}\p{Cf}]*$/u;
/** Nobody writes more markup than this in the middle of a sentence. */
const LONGEST_GAP = 2_000;

/**
 * Where text[start, end) stands in the source, for people to see: pieces with nothing but blanks and markup between them
 * are one place; several places mean that other words stand between, or that the pieces were put in another order.
 */
export function placesInSource(map: OffsetMap, source: string, start: number, end: number): Place[] {
  const places: { start: number; end: number }[] = [];
  for (const place of originsOf(map, start, end)) {
    const before = places.at(-1);
    if (before && isOnlyLayout(source, before.end, place.start)) before.end = place.end;
    else places.push(place);
  }
  return places;
}

function isOnlyLayout(source: string, from: number, to: number): boolean {
  return from <= to && to - from <= LONGEST_GAP && LAYOUT.test(source.slice(from, to).replace(MARKUP, ''));
}
