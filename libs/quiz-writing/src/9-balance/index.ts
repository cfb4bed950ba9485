import type { WritableType } from '#question';
import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import { seededRandom, seedFor } from '../random.js';
import { clash, tellingOf, type Telling } from './clashes.js';
import { hasLongestKey, tipsLength, tipsTruth } from './shape.js';
import { tradeForChoices } from './trades.js';

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
/** Statements less far: they are the easiest to guess. */
const OVERFLOW_OF_STATEMENTS = 1.4;

/** Picks the questions of the quiz: weighty facts first, types and parts of the text in proportion, none that gives another away. */
export function balance(
  candidates: readonly Candidate[],
  wanted: number,
  articleLength: number,
  types: readonly WritableType[],
  seed: number,
): { picked: Candidate[]; notes: Note[] } {
  const picked: Entrant[] = [];
  const total = types.reduce((sum, type) => sum + SHARES[type], 0);
  const quota = (type: WritableType) => Math.max(1, (wanted * SHARES[type]) / total);
  const entrants = candidates.map((candidate) =>
    entrantOf(candidate, quota(candidate.type), articleLength, seed),
  );
  let open: readonly Entrant[] = entrants;
  let tally = tallyOf(picked);
  while (picked.length < wanted && open.length > 0) {
    const best = weightiest(open, tally);
    if (!best) break;
    picked.push(best);
    tally = tallyOf(picked);
    open = open.filter(
      (entrant) => entrant !== best && !isFull(entrant, tally) && !clash(entrant.telling, best.telling),
    );
  }
  const traded = tradeForChoices(picked, entrants, wanted);
  const inOrder = traded.toSorted((a, b) => a.sentence - b.sentence);
  return { picked: inOrder.map(({ candidate }) => candidate), notes: [] };
}

/** An open candidate with what every turn asks of it. */
interface Entrant {
  readonly candidate: Candidate;
  readonly telling: Telling;
  readonly type: WritableType;
  /** How many of its type the quiz should have. */
  readonly quota: number;
  readonly kind: string;
  readonly truth: string;
  /** Whether its right option is the longest. */
  readonly isLongest: boolean;
  /** Where its sentence begins, and in which part of the text. */
  readonly sentence: number;
  readonly segment: number;
  /** What it is worth in an empty quiz. */
  readonly weight: number;
  /** Between equals the seed decides. */
  readonly whim: number;
}

function entrantOf(candidate: Candidate, quota: number, articleLength: number, seed: number): Entrant {
  const { type, truth, stem, covers, finding } = candidate;
  const { fact, scene } = finding;
  const joint = 0.35 * (covers.length - 1);
  const sentence = scene.reading.start;
  return {
    candidate,
    telling: tellingOf(candidate),
    type,
    quota,
    kind: `${type} ${fact.kind}`,
    truth: `${type} ${truth}`,
    isLongest: hasLongestKey(candidate),
    sentence,
    segment: Math.floor((sentence / Math.max(1, articleLength)) * SEGMENTS),
    weight: 1 + fact.importance * (CREDIT[type] ?? 1) * (1 + joint),
    whim: seededRandom(seedFor(seed, type + stem))(),
  };
}

/** How many of each sort are picked, counted once a turn: every open candidate is weighed against it. */
interface Tally {
  readonly total: number;
  readonly ofType: ReadonlyMap<string, number>;
  readonly ofKind: ReadonlyMap<string, number>;
  readonly ofTruth: ReadonlyMap<string, number>;
  readonly longestKeys: number;
  readonly inSentence: ReadonlyMap<number, number>;
  readonly inSegment: ReadonlyMap<number, number>;
}

function tallyOf(picked: readonly Entrant[]): Tally {
  return {
    total: picked.length,
    ofType: countBy(picked, ({ type }) => type),
    ofKind: countBy(picked, ({ kind }) => kind),
    ofTruth: countBy(picked, ({ truth }) => truth),
    longestKeys: picked.filter(({ isLongest }) => isLongest).length,
    inSentence: countBy(picked, ({ sentence }) => sentence),
    inSegment: countBy(picked, ({ segment }) => segment),
  };
}

function countBy<Sort>(picked: readonly Entrant[], sortOf: (entrant: Entrant) => Sort): Map<Sort, number> {
  const counts = new Map<Sort, number>();
  for (const entrant of picked) counts.set(sortOf(entrant), (counts.get(sortOf(entrant)) ?? 0) + 1);
  return counts;
}

function weightiest(open: readonly Entrant[], tally: Tally): Entrant | null {
  let best: Entrant | null = null;
  let highest = 0;
  for (const entrant of open) {
    const room = roomFor(entrant, tally);
    if (room === 0) continue;
    const worth = room * worthOf(entrant, tally) + 0.2 * entrant.whim;
    if (worth <= highest) continue;
    best = entrant;
    highest = worth;
  }
  return best;
}

/** Whether its sentence or its type has had all that a quiz may take of it. */
function isFull({ sentence, type, quota }: Entrant, tally: Tally): boolean {
  return (
    (tally.inSentence.get(sentence) ?? 0) >= MOST_OF_ONE_SENTENCE ||
    (tally.ofType.get(type) ?? 0) >= Math.ceil(quota * (type === 'tf' ? OVERFLOW_OF_STATEMENTS : OVERFLOW))
  );
}

/** 1 while the type has its share to fill, less beyond it, 0 where another would spoil the quiz. */
function roomFor({ type, truth, quota, isLongest }: Entrant, tally: Tally): number {
  const sameType = tally.ofType.get(type) ?? 0;
  if (type === 'tf' && tipsTruth(tally.ofTruth.get(truth) ?? 0, sameType)) return 0;
  if (isLongest && tipsLength(tally.longestKeys, sameType)) return 0;
  return sameType < quota ? 1 : 0.5;
}

function worthOf({ weight, kind, sentence, segment }: Entrant, tally: Tally): number {
  const alike = tally.ofKind.get(kind) ?? 0;
  const sameSentence = tally.inSentence.get(sentence) ?? 0;
  const inSegment = tally.inSegment.get(segment) ?? 0;
  const crowding = (0.8 * inSegment * SEGMENTS) / Math.max(SEGMENTS, tally.total + 1);
  return Math.max(0.1, weight - 0.2 * alike - 0.5 * sameSentence - crowding);
}
