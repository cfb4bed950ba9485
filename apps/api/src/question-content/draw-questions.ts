import { randomFrom, shuffled } from './seeded-order.js';

/** A slot of a published plan: a pinned question, or a draw from the pool of a rule. */
export interface PlannedSlot {
  readonly slot: number;
  readonly section: number;
  readonly points: number;
  /** Number of the rule; null where the question is pinned. */
  readonly draw: number | null;
  readonly pinned: PoolQuestion | null;
}

export interface PoolQuestion {
  readonly questionVersionId: string;
  /** Null for a question that no fact stands behind. */
  readonly factId: string | null;
}

export interface DrawnSlot {
  readonly questionVersionId: string;
  readonly points: number;
}

export interface DrawRequest {
  readonly slots: readonly PlannedSlot[];
  /** By number of the rule. */
  readonly pools: ReadonlyMap<number, readonly PoolQuestion[]>;
  /** What this learner had in earlier attempts: drawn only when nothing else is left. */
  readonly seen: ReadonlySet<string>;
  readonly seed: number;
  /** Shuffles the questions within their sections. */
  readonly shuffle: boolean;
}

/**
 * Chooses the questions of an attempt: pinned ones as they are, drawn ones unseen first, no question and no fact twice. The
 * same request gives the same slots. Returns the number of the first rule whose pool is exhausted when it cannot.
 */
export function drawQuestions({ slots, pools, seen, seed, shuffle }: DrawRequest): DrawnSlot[] | number {
  const random = randomFrom(seed);
  const taken = new Set<string>();
  const take = ({ questionVersionId, factId }: PoolQuestion) => {
    taken.add(questionVersionId);
    if (factId !== null) taken.add(factId);
  };
  for (const { pinned } of slots) if (pinned) take(pinned);

  const queues = new Map<number, PoolQuestion[]>();
  for (const [draw, pool] of pools) {
    const mixed = shuffled(pool, random);
    const isSeen = ({ questionVersionId }: PoolQuestion) => seen.has(questionVersionId);
    queues.set(draw, [...mixed.filter((each) => !isSeen(each)), ...mixed.filter(isSeen)]);
  }
  // Rules with little to spare choose first, so that a wide one does not eat what a narrow one needs.
  const spare = (draw: number) =>
    (queues.get(draw)?.length ?? 0) - slots.filter((each) => each.draw === draw).length;
  const drawn = new Map<number, PoolQuestion>();
  const open = slots.filter(({ draw }) => draw !== null);
  for (const { slot, draw } of [...open].sort((a, b) => spare(a.draw ?? 0) - spare(b.draw ?? 0))) {
    const queue = queues.get(draw ?? 0) ?? [];
    const found = queue.find(
      ({ questionVersionId, factId }) =>
        !taken.has(questionVersionId) && (factId === null || !taken.has(factId)),
    );
    if (!found) return draw ?? 0;
    take(found);
    drawn.set(slot, found);
  }
  const filled = slots.flatMap(({ slot, section, points, pinned }) => {
    const question = pinned ?? drawn.get(slot);
    return question ? [{ section, points, questionVersionId: question.questionVersionId }] : [];
  });
  const ordered = shuffle ? shuffledBySection(filled, random) : filled;
  return ordered.map(({ questionVersionId, points }) => ({ questionVersionId, points }));
}

function shuffledBySection<T extends { readonly section: number }>(
  slots: readonly T[],
  random: () => number,
): T[] {
  const sections = [...new Set(slots.map(({ section }) => section))].sort((a, b) => a - b);
  return sections.flatMap((section) =>
    shuffled(
      slots.filter((each) => each.section === section),
      random,
    ),
  );
}
