/** A stretch of a text in UTF-16 units, the end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the cleaned text and the stretch of the given text it stands for. */
export interface OriginRun {
  /** Where the stretch begins in the cleaned text. */
  readonly at: number;
  readonly length: number;
  /** Its place in the given text. As long as `length`: character by character; else (an entity) as a whole. */
  readonly start: number;
  readonly end: number;
}

/**
 * The way back from the cleaned text to the given one: plain data of the same shape as the map of an article file, so that
 * the two can be followed one after the other. What cleaning put in (line ends, a blank between two words) has no run.
 */
export interface TextOrigins {
  /** In the order of the cleaned text; a moved paragraph leads back, so the places may come in any order. */
  readonly runs: readonly OriginRun[];
}
