import { isExact, runsWithin, type OffsetMap, type OriginRun } from './offset-map.js';

/**
 * The map from a text made of another one to the source of that one: `later` leads from the new text to the text that
 * `earlier` leads from. What stands for a whole stretch stands for the hull of that stretch in the source.
 */
export function composeOrigins(later: OffsetMap, earlier: OffsetMap): OffsetMap {
  const runs: OriginRun[] = [];
  for (const run of later.runs) {
    const through = runsWithin(earlier, run.start, run.end);
    if (isExact(run)) {
      for (const part of through) runs.push({ ...part, at: run.at + part.at - run.start });
    } else if (through.length > 0) {
      const start = Math.min(...through.map((part) => part.start));
      const end = Math.max(...through.map((part) => part.end));
      runs.push({ at: run.at, length: run.length, start, end });
    }
  }
  return { runs };
}
