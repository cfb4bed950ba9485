import { add, multiply, ratio, type Ratio } from '../ratio.js';
import { roundToThousandth, shareOf, thousandthsOf } from './share.js';

/** One marked slot: how right it is (0..1, null while it waits for a person) and what it is worth. */
export interface ScoredSlot {
  readonly fraction: number | null;
  readonly points: number;
}

/**
 * Adds fraction × points exactly and rounds once at the end, half up, to a thousandth: three slots of ⅓ point make 1,
 * though each alone is shown as 0.333. A fraction that was stored with six or more decimals is read back as the share it
 * came from. A slot that waits for marking adds nothing yet. Throws RangeError for a fraction outside 0..1 or negative
 * points. Why not slot by slot: docs/decisions/0009-marking-and-rounding.md.
 */
export function totalScore(slots: readonly ScoredSlot[]): number {
  const exact = slots.reduce<Ratio>(
    (sum, { fraction, points }) => add(sum, multiply(shareOf(fraction ?? 0), ratio(thousandthsOf(points)))),
    ratio(0n),
  );
  return roundToThousandth(exact);
}

/** What one slot is worth on its own, rounded as `totalScore` does; null while it waits for marking. */
export function slotScore(slot: ScoredSlot): number | null {
  return slot.fraction === null ? null : totalScore([slot]);
}
