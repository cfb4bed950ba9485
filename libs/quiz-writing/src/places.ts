/** Where a piece stands in one text: all places in order, overlapping ones as well. */
export type FindPlaces = (piece: string) => readonly number[];

/** Below so many characters reading the text again is as quick as any index of it. */
const SHORT = 4_000;
const BUCKETS = 1 << 16;
const NONE = -1;

/**
 * For asking thousands of names where they stand in a long text: reading it anew for each would take time by its length
 * times the number of names. The places of every pair of characters are chained once, and a piece is looked for only
 * where its rarest pair stands.
 */
export function placesIn(text: string): FindPlaces {
  if (text.length < SHORT) return (piece) => scan(text, piece);
  const first = new Int32Array(BUCKETS).fill(NONE);
  const next = new Int32Array(text.length).fill(NONE);
  const counts = new Int32Array(BUCKETS);
  for (let at = text.length - 2; at >= 0; at--) {
    const pair = pairAt(text, at);
    next[at] = first[pair] ?? NONE;
    first[pair] = at;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  const countAt = (piece: string, at: number) => counts[pairAt(piece, at)] ?? 0;
  return (piece) => {
    if (piece.length < 2) return scan(text, piece);
    let rarest = 0;
    for (let at = 1; at < piece.length - 1; at++)
      if (countAt(piece, at) < countAt(piece, rarest)) rarest = at;
    const places: number[] = [];
    for (let at = first[pairAt(piece, rarest)] ?? NONE; at !== NONE; at = next[at] ?? NONE)
      if (at >= rarest && text.startsWith(piece, at - rarest)) places.push(at - rarest);
    return places;
  };
}

/** How many of the places do not overlap. */
export function countApart(places: readonly number[], length: number): number {
  let count = 0;
  let end = 0;
  for (const place of places) {
    if (place < end) continue;
    count += 1;
    end = place + length;
  }
  return count;
}

function scan(text: string, piece: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0 && at < text.length; at = text.indexOf(piece, at + 1))
    places.push(at);
  return places;
}

/** The bucket of two characters: mixed so that neighbours in the alphabet part. */
function pairAt(text: string, at: number): number {
  return Math.imul((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1), 0x9e3779b1) >>> 16;
}
