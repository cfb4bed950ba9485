import type { Candidate } from '../candidate.js';
import { seededRandom, seedFor } from '../random.js';
import { onceEach } from '../once-each.js';
import { clash, tellingOf } from './clashes.js';
import { areAlike, askedByCandidate, isSameAgain, type Asked } from './likeness.js';
import { hasLongestKey, tipsLength, tipsTruth } from './shape.js';

/** A question that asks a fact anew, and which of its facts it was chosen for. */
export interface FormChoice {
  readonly factId: string;
  readonly candidate: Candidate;
}

/** A type the fact was not asked by is worth this much. */
const NEW_TYPE = 1;
/** What learners expect first comes first among equals. */
const WORTH: Readonly<Record<Candidate['type'], number>> = {
  single: 0.5,
  multi: 0.4,
  order: 0.4,
  match: 0.4,
  fill: 0.3,
  tf: 0,
};
const WHIM = 0.1;

const readOnce = onceEach(tellingOf);

/**
 * For each fact one question that is none of `asked` again, or none. The questions of one form could stand in one quiz:
 * no two give each other away. `asked` holds what was asked of each fact so far.
 */
export function chooseForm(
  factIds: readonly string[],
  asked: ReadonlyMap<string, readonly Asked[]>,
  candidates: readonly Candidate[],
  seed: number,
): FormChoice[] {
  const chosen: FormChoice[] = [];
  const byFact = groupByFact(candidates);
  for (const factId of factIds) {
    const form = chosen.map(({ candidate }) => candidate);
    if (form.some(({ covers }) => covers.includes(factId))) continue;
    const before = asked.get(factId) ?? [];
    const isFresh = (candidate: Candidate) => !before.some((other) => isWordedLike(candidate, other));
    const unasked = (byFact.get(factId) ?? []).filter((candidate) => isNew(candidate, asked));
    const fresh = unasked.filter(isFresh);
    const [best] = (fresh.length > 0 ? fresh : unasked)
      .filter((candidate) => fits(candidate, form))
      .map((candidate) => ({ candidate, worth: worthOf(candidate, before, seed) }))
      .toSorted((a, b) => b.worth - a.worth);
    if (best) chosen.push({ factId, candidate: best.candidate });
  }
  return chosen;
}

/** What was asked of each fact when these are asked as well. */
export function addAsked(
  asked: ReadonlyMap<string, readonly Asked[]>,
  candidates: readonly Candidate[],
): Map<string, readonly Asked[]> {
  const all = new Map(asked);
  for (const candidate of candidates) {
    for (const id of candidate.covers) all.set(id, [...(all.get(id) ?? []), askedByCandidate(candidate)]);
  }
  return all;
}

function groupByFact(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const id of candidate.covers) groups.set(id, [...(groups.get(id) ?? []), candidate]);
  }
  return groups;
}

function isNew(candidate: Candidate, asked: ReadonlyMap<string, readonly Asked[]>): boolean {
  const one = askedByCandidate(candidate);
  return candidate.covers.every((id) => !(asked.get(id) ?? []).some((other) => isSameAgain(one, other)));
}

function fits(candidate: Candidate, form: readonly Candidate[]): boolean {
  const sameType = form.filter(({ type }) => type === candidate.type);
  const alike = sameType.filter(({ truth }) => truth === candidate.truth).length;
  if (candidate.type === 'tf' && tipsTruth(alike, sameType.length)) return false;
  if (hasLongestKey(candidate) && tipsLength(sameType.filter(hasLongestKey).length, sameType.length))
    return false;
  return !form.some((other) => clash(readOnce(candidate), readOnce(other)));
}

/** The same stem with other options is asked only where there is nothing else left to ask. */
function isWordedLike({ type, stem }: Candidate, other: Asked): boolean {
  return other.type === type && areAlike(other.stem, stem);
}

function worthOf({ type, stem }: Candidate, before: readonly Asked[], seed: number): number {
  const isNewType = before.every((other) => other.type !== type);
  const whim = seededRandom(seedFor(seed, type + stem))();
  return WORTH[type] + (isNewType ? NEW_TYPE : 0) + WHIM * whim;
}
