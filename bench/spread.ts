/** A median with its spread, in the unit of what was measured. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle value; of an even count, the lower of the two. */
export function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

export function spreadOf(values: readonly number[]): Spread {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    median: round(middleOf(values)),
    least: round(Math.min(...values)),
    most: round(Math.max(...values)),
  };
}
