import { ratio, type Ratio } from '../ratio.js';

/** Fractions are shares of blanks, pairs, neighbours and rubric points, so their denominators are small. */
const LARGEST_SHARE = 500;
const NEARNESS = 1e-6;

/**
 * The share that a floating-point fraction stands for: a short decimal as written, else the nearest small ratio, so that
 * 0.333333 read back from a table is a third. Throws RangeError outside 0..1.
 */
export function shareOf(fraction: number): Ratio {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`fraction ${fraction}`);
  const tenThousandths = Math.round(fraction * 1e4);
  if (Math.abs(fraction - tenThousandths / 1e4) < 1e-12) return ratio(BigInt(tenThousandths), 10_000n);
  for (let under = 2; under <= LARGEST_SHARE; under++) {
    const over = Math.round(fraction * under);
    if (Math.abs(fraction - over / under) < NEARNESS) return ratio(BigInt(over), BigInt(under));
  }
  return ratio(BigInt(Math.round(fraction * 1e9)), 1_000_000_000n);
}

/** Points and scores are whole thousandths. Throws RangeError below 0 and above a thousand million. */
export function thousandthsOf(points: number): bigint {
  if (!(points >= 0 && points <= 1e9)) throw new RangeError(`points ${points}`);
  return BigInt(Math.round(points * 1000));
}

/** Rounds half up to a whole thousandth, and gives it as a number of points. */
export function roundToThousandth({ over, under }: Ratio): number {
  return Number((over * 2n + under) / (under * 2n)) / 1000;
}
