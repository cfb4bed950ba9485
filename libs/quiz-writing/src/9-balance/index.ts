import type { WritableType } from '#question';
import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import { seededRandom, seedFor } from '../random.js';
import { clash } from './clashes.js';

/** What share of a quiz each type should have; order and match are rare because few facts allow them. */
const SHARES: Readonly<Record<WritableType, number>> = {
  single: 0.42,
  multi: 0.22,
  fill: 0.18,
  tf: 0.16,
  order: 0.06,
  match: 0.06,
};
/** A statement can be guessed; an order or a matching asks for everything at once and few facts allow one. */
const CREDIT: Readonly<Partial<Record<WritableType, number>>> = { tf: 0.7, order: 1.25, match: 1.1 };
const SEGMENTS = 6;
const MOST_OF_ONE_SENTENCE = 2;
/** How far a type may go beyond its share when the others have nothing left to ask. */
const OVERFLOW = 1.8;
/** The most that true, or false, statements may be of all. */
const LARGEST_SIDE = 0.65;

/** Picks the questions of the quiz: weighty facts first, types and parts of the text in proportion, none that gives another away. */
export function balance(
  candidates: readonly Candidate[],
  wanted: number,
  articleLength: number,
  types: readonly WritableType[],
  seed: number,
): { picked: Candidate[]; notes: Note[] } {
  const picked: Candidate[] = [];
  const total = types.reduce((sum, type) => sum + SHARES[type], 0);
  const quota = (type: WritableType) => Math.max(1, (wanted * SHARES[type]) / total);
  let open = candidates.map((candidate): Entrant => ({
    candidate,
    kind: kindOf(candidate),
    whim: seededRandom(seedFor(seed, candidate.type + candidate.stem))(),
  }));
  while (picked.length < wanted && open.length > 0) {
    const tally = tallyOf(picked, articleLength);
    let best: Entrant | null = null;
    let highest = 0;
    for (const entrant of open) {
      const room = roomFor(entrant.candidate, tally, quota(entrant.candidate.type));
      if (room === 0) continue;
      const worth = room * worthOf(entrant, tally, articleLength) + 0.2 * entrant.whim;
      if (worth > highest) [best, highest] = [entrant, worth];
    }
    if (!best) break;
    const taken = best.candidate;
    picked.push(taken);
    open = open.filter(({ candidate }) => candidate !== taken && !clash(candidate, taken));
  }
  const inOrder = picked.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { picked: inOrder, notes: [] };
}

/** An open candidate with what every turn asks of it. */
interface Entrant {
  readonly candidate: Candidate;
  readonly kind: string;
  /** Between equals the seed decides. */
  readonly whim: number;
}

/** How many of each sort are picked, counted once a turn: every open candidate is weighed against it. */
interface Tally {
  readonly total: number;
  readonly ofType: ReadonlyMap<string, number>;
  readonly ofKind: ReadonlyMap<string, number>;
  readonly ofTruth: ReadonlyMap<string, number>;
  readonly inSentence: ReadonlyMap<number, number>;
  readonly inSegment: ReadonlyMap<number, number>;
}

function tallyOf(picked: readonly Candidate[], length: number): Tally {
  return {
    total: picked.length,
    ofType: countBy(picked, ({ type }) => type),
    ofKind: countBy(picked, kindOf),
    ofTruth: countBy(picked, truthOf),
    inSentence: countBy(picked, placeOf),
    inSegment: countBy(picked, (candidate) => segmentOf(candidate, length)),
  };
}

function countBy<Sort>(
  picked: readonly Candidate[],
  sortOf: (candidate: Candidate) => Sort,
): Map<Sort, number> {
  const counts = new Map<Sort, number>();
  for (const candidate of picked) counts.set(sortOf(candidate), (counts.get(sortOf(candidate)) ?? 0) + 1);
  return counts;
}

/** 1 while the type has its share to fill, less beyond it, 0 where another would spoil the quiz. */
function roomFor(candidate: Candidate, tally: Tally, quota: number): number {
  const sameType = tally.ofType.get(candidate.type) ?? 0;
  const sameSentence = tally.inSentence.get(placeOf(candidate)) ?? 0;
  if (sameSentence >= MOST_OF_ONE_SENTENCE || sameType >= Math.ceil(quota * OVERFLOW)) return 0;
  if (candidate.type === 'tf' && unbalanced(tally.ofTruth.get(truthOf(candidate)) ?? 0, sameType)) return 0;
  return sameType < quota ? 1 : 0.5;
}

function worthOf({ candidate, kind }: Entrant, tally: Tally, length: number): number {
  const { fact } = candidate.finding;
  const credit = CREDIT[candidate.type] ?? 1;
  const joint = 0.35 * (candidate.covers.length - 1);
  const alike = tally.ofKind.get(kind) ?? 0;
  const sameSentence = tally.inSentence.get(placeOf(candidate)) ?? 0;
  const inSegment = tally.inSegment.get(segmentOf(candidate, length)) ?? 0;
  const crowding = (0.8 * inSegment * SEGMENTS) / Math.max(SEGMENTS, tally.total + 1);
  return Math.max(
    0.1,
    1 + fact.importance * credit * (1 + joint) - 0.2 * alike - 0.5 * sameSentence - crowding,
  );
}

/** Whether one more like it would let a guesser live off 正确 or 错误. */
function unbalanced(alike: number, statements: number): boolean {
  return alike + 1 > LARGEST_SIDE * (statements + 1) + 0.5;
}

function kindOf({ type, finding }: Candidate): string {
  return `${type} ${finding.fact.kind}`;
}

function truthOf({ type, truth }: Candidate): string {
  return `${type} ${truth}`;
}

function placeOf({ finding }: Candidate): number {
  return finding.scene.reading.start;
}

function segmentOf(candidate: Candidate, length: number): number {
  return Math.floor((placeOf(candidate) / Math.max(1, length)) * SEGMENTS);
}
