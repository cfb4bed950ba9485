/** One marked slot: how right it is (0..1, null while it waits for a person) and what it is worth. */
export interface ScoredSlot {
  readonly fraction: number | null;
  readonly points: number;
}

interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/** Fractions are shares of blanks, pairs and neighbours, so their denominators are small. */
const LARGEST_SHARE = 500;
const NEARNESS = 1e-6;

/**
 * Adds fraction × points exactly and rounds once at the end, half up, to a thousandth: three slots of ⅓ point make 1,
 * though each alone is shown as 0.333. A fraction that was stored with six or more decimals is read back as the share it
 * came from. A slot that waits for marking adds nothing yet. Throws RangeError for a fraction outside 0..1 or negative points.
 */
export function totalScore(slots: readonly ScoredSlot[]): number {
  const exact = slots.reduce<Ratio>(
    (sum, { fraction, points }) => {
      const share = shareOf(fraction ?? 0);
      const under = share.under * 1000n;
      return {
        over: sum.over * under + share.over * thousandthsOf(points) * sum.under,
        under: sum.under * under,
      };
    },
    { over: 0n, under: 1n },
  );
  return Number((exact.over * 2000n + exact.under) / (exact.under * 2n)) / 1000;
}

/** What one slot is worth on its own, rounded as `totalScore` does; null while it waits for marking. */
export function slotScore(slot: ScoredSlot): number | null {
  return slot.fraction === null ? null : totalScore([slot]);
}

function thousandthsOf(points: number): bigint {
  if (!(points >= 0 && points <= 1e9)) throw new RangeError(`points ${points}`);
  return BigInt(Math.round(points * 1000));
}

/** The share a floating-point fraction stands for: a short decimal as written, else the nearest small ratio. */
function shareOf(fraction: number): Ratio {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`fraction ${fraction}`);
  const tenThousandths = Math.round(fraction * 1e4);
  if (Math.abs(fraction - tenThousandths / 1e4) < 1e-12)
    return { over: BigInt(tenThousandths), under: 10_000n };
  for (let under = 2; under <= LARGEST_SHARE; under++) {
    const over = Math.round(fraction * under);
    if (Math.abs(fraction - over / under) < NEARNESS) return { over: BigInt(over), under: BigInt(under) };
  }
  return { over: BigInt(Math.round(fraction * 1e9)), under: 1_000_000_000n };
}
