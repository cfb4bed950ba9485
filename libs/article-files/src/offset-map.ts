/** A stretch of the emitted text and the stretch of the source it was read from. */
export interface OriginRun {
  /** Where the stretch begins in the emitted text. */
  readonly at: number;
  readonly length: number;
  /** Its place in the source. As long as `length`: character by character; else (an entity, a folded space) as a whole. */
  readonly start: number;
  readonly end: number;
}

/** Plain data, so that it can be stored beside the text. Emitted marks (`- `, `| `, line ends) have no run. */
export interface OffsetMap {
  /** In the order of the text; a repeated cell of a table may point to the same source twice. */
  readonly runs: readonly OriginRun[];
}

/**
 * Where text[start, end) stood in the source, marks at either end left out; null when nothing in it comes from the source.
 * Offsets count UTF-16 units of `ReadArticle.source`: the decoded file, or for docx the text of its paragraphs.
 */
export function originOf(map: OffsetMap, start: number, end: number): { start: number; end: number } | null {
  const first = map.runs[countRuns(map, (run) => run.at + run.length <= start)];
  const last = map.runs[countRuns(map, (run) => run.at < end) - 1];
  if (!first || !last || first.at > last.at || start >= end) return null;
  return {
    start: isExact(first) ? first.start + Math.max(0, start - first.at) : first.start,
    end: isExact(last) ? last.start + Math.min(last.length, end - last.at) : last.end,
  };
}

/**
 * The stretches of the source that text[start, end) came from, in the order of the text: one for each piece that the source
 * holds apart. Marks of ours come from nowhere.
 */
export function originsOf(map: OffsetMap, start: number, end: number): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const run of runsWithin(map, start, end)) {
    const before = places.at(-1);
    if (before?.end === run.start) before.end = run.end;
    else if (before?.start !== run.start || before.end !== run.end) {
      places.push({ start: run.start, end: run.end });
    }
  }
  return places;
}

/** The parts of the runs that lie in text[start, end); of a run that is mapped as a whole the place stays whole. */
export function runsWithin(map: OffsetMap, start: number, end: number): OriginRun[] {
  const within: OriginRun[] = [];
  if (start >= end) return within;
  for (let index = countRuns(map, (run) => run.at + run.length <= start); index < map.runs.length; index++) {
    const run = map.runs[index];
    if (!run || run.at >= end) break;
    const at = Math.max(start, run.at);
    const length = Math.min(end, run.at + run.length) - at;
    const from = run.start + at - run.at;
    within.push(isExact(run) ? { at, length, start: from, end: from + length } : { ...run, at, length });
  }
  return within;
}

export function isExact(run: OriginRun): boolean {
  return run.length === run.end - run.start;
}

/** How many runs from the first one on fulfil a condition that none fulfils after one that does not. */
function countRuns({ runs }: OffsetMap, holds: (run: OriginRun) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && holds(run)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Builds the emitted text and its map together, joining runs that continue each other. */
export class MappedText {
  readonly #parts: string[] = [];
  readonly #runs: OriginRun[] = [];
  #length = 0;

  /** A text with its place in the source; a mark of ours is given without one. */
  add(value: string, start?: number, end?: number): void {
    this.#parts.push(value);
    if (start !== undefined && end !== undefined && value) this.#map(value.length, start, end);
    this.#length += value.length;
  }

  #map(length: number, start: number, end: number): void {
    const last = this.#runs.at(-1);
    const continues =
      last &&
      isExact(last) &&
      length === end - start &&
      last.end === start &&
      last.at + last.length === this.#length;
    if (continues) this.#runs[this.#runs.length - 1] = { ...last, length: last.length + length, end };
    else this.#runs.push({ at: this.#length, length, start, end });
  }

  finish(): { text: string; origins: OffsetMap } {
    return { text: this.#parts.join(''), origins: { runs: this.#runs } };
  }
}
