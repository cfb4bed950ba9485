import { thousandthsOf } from './share.js';

/** What is needed to pass: a share 0..1 of the quiz's points (four decimals at most), or so many points. */
export type PassMark =
  { readonly kind: 'share'; readonly share: number } | { readonly kind: 'points'; readonly points: number };

export interface ScoreToPass {
  readonly score: number;
  readonly maxScore: number;
  /** Points of slots that wait for marking. */
  readonly openPoints?: number;
}

/**
 * Whether a score passes: score ≥ mark, in whole thousandths, so 60 of 100 passes 60 %. Null while what waits for marking
 * could still decide it, and when nothing counts because every slot is void.
 */
export function passes({ score, maxScore, openPoints = 0 }: ScoreToPass, mark: PassMark): boolean | null {
  const full = thousandthsOf(maxScore);
  if (full === 0n) return null;
  const [have, open] = [thousandthsOf(score), thousandthsOf(openPoints)];
  // In thousandths of a ten-thousandth, so that the share of an odd total is exact.
  const needed =
    mark.kind === 'share'
      ? BigInt(Math.round(mark.share * 1e4)) * full
      : thousandthsOf(mark.points) * 10_000n;
  if (have * 10_000n >= needed) return true;
  return (have + open) * 10_000n >= needed ? null : false;
}
