import type { QuestionType } from '#question';
import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import { seededRandom, seedFor } from '../random.js';
import { clash } from './clashes.js';

/** What share of a quiz each type should have; order and match are rare because few facts allow them. */
const SHARES: Readonly<Record<QuestionType, number>> = {
  single: 0.42,
  multi: 0.22,
  fill: 0.18,
  tf: 0.16,
  order: 0.06,
  match: 0.06,
};
/** A statement can be guessed; an order or a matching asks for everything at once and few facts allow one. */
const CREDIT: Readonly<Partial<Record<QuestionType, number>>> = { tf: 0.7, order: 1.25, match: 1.1 };
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
  types: readonly QuestionType[],
  seed: number,
): { picked: Candidate[]; notes: Note[] } {
  const picked: Candidate[] = [];
  const total = types.reduce((sum, type) => sum + SHARES[type], 0);
  const quota = (type: QuestionType) => Math.max(1, (wanted * SHARES[type]) / total);
  const whim = new Map(
    candidates.map((candidate) => [
      candidate,
      seededRandom(seedFor(seed, candidate.type + candidate.stem))(),
    ]),
  );
  let open = [...candidates];
  while (picked.length < wanted && open.length > 0) {
    let best: Candidate | null = null;
    let highest = 0;
    for (const candidate of open) {
      const room = roomFor(candidate, picked, quota(candidate.type));
      const worth = room * worthOf(candidate, picked, articleLength) + 0.2 * (whim.get(candidate) ?? 0);
      if (room > 0 && worth > highest) [best, highest] = [candidate, worth];
    }
    if (!best) break;
    const taken = best;
    picked.push(taken);
    open = open.filter((candidate) => candidate !== taken && !clash(candidate, taken));
  }
  const inOrder = picked.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { picked: inOrder, notes: [] };
}

/** 1 while the type has its share to fill, less beyond it, 0 where another would spoil the quiz. */
function roomFor(candidate: Candidate, picked: readonly Candidate[], quota: number): number {
  const sameType = picked.filter(({ type }) => type === candidate.type);
  const sameSentence = picked.filter((other) => placeOf(other) === placeOf(candidate)).length;
  if (sameSentence >= MOST_OF_ONE_SENTENCE || sameType.length >= Math.ceil(quota * OVERFLOW)) return 0;
  if (candidate.type === 'tf' && unbalanced(candidate, sameType)) return 0;
  return sameType.length < quota ? 1 : 0.5;
}

function worthOf(candidate: Candidate, picked: readonly Candidate[], length: number): number {
  const { fact } = candidate.finding;
  const credit = CREDIT[candidate.type] ?? 1;
  const joint = 0.35 * (candidate.covers.length - 1);
  const alike = picked.filter(
    ({ type, finding }) => type === candidate.type && finding.fact.kind === fact.kind,
  ).length;
  const sameSentence = picked.filter((other) => placeOf(other) === placeOf(candidate)).length;
  const segment = segmentOf(candidate, length);
  const inSegment = picked.filter((other) => segmentOf(other, length) === segment).length;
  const crowding = (0.8 * inSegment * SEGMENTS) / Math.max(SEGMENTS, picked.length + 1);
  return Math.max(
    0.1,
    1 + fact.importance * credit * (1 + joint) - 0.2 * alike - 0.5 * sameSentence - crowding,
  );
}

/** Whether one more of its kind would let a guesser live off 正确 or 错误. */
function unbalanced(candidate: Candidate, statements: readonly Candidate[]): boolean {
  const alike = statements.filter(({ truth }) => truth === candidate.truth).length;
  return alike + 1 > LARGEST_SIDE * (statements.length + 1) + 0.5;
}

function placeOf({ finding }: Candidate): number {
  return finding.scene.reading.start;
}

function segmentOf(candidate: Candidate, length: number): number {
  return Math.floor((placeOf(candidate) / Math.max(1, length)) * SEGMENTS);
}
