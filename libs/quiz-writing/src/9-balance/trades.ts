import type { Candidate } from '../candidate.js';
import { clash, type Telling } from './clashes.js';
import { hasLongestKey, isTruthEven, tipsLength } from './shape.js';

/** The most that a type should be of a quiz while choices could stand in its place. */
const LARGEST_SHARE = { fill: 0.35, tf: 0.25 } as const;
/** What asking a fact by a statement is worth, asked by anything else being 1. */
const BY_STATEMENT = 0.7;
/** So much importance may be lost by one trade, as when one fact is asked instead of two. */
const LARGEST_LOSS = 2;
/** Between two trades the one that keeps the fact. */
const OTHER_FACT = 0.5;

interface Told {
  readonly candidate: Candidate;
  readonly telling: Telling;
}

/**
 * Learners expect choices first: while blanks or statements are too many, or not fewer than the choices, one of them
 * gives way to a choice that clashes with nothing else, the trade that loses least first.
 */
export function tradeForChoices<Entry extends Told>(
  picked: readonly Entry[],
  all: readonly Entry[],
): readonly Entry[] {
  if (typesToGive(picked).length === 0) return picked;
  let quiz = picked;
  let offers = all
    .filter((entry) => entry.candidate.type === 'single' && !picked.includes(entry))
    .map((takes): Offer<Entry> => ({
      takes,
      against: picked.filter(({ telling }) => clash(telling, takes.telling)),
    }));
  for (let turn = 0; turn < picked.length; turn++) {
    const trade = bestTrade(quiz, offers);
    if (!trade) break;
    quiz = quiz.map((entry) => (entry === trade.gives ? trade.takes : entry));
    offers = offers.filter(({ takes }) => takes !== trade.takes).map((offer) => after(trade, offer));
  }
  return quiz;
}

interface Offer<Entry> {
  readonly takes: Entry;
  /** The questions of the quiz that stand in its way. */
  readonly against: readonly Entry[];
}

interface Trade<Entry> {
  readonly gives: Entry;
  readonly takes: Entry;
}

function after<Entry extends Told>(trade: Trade<Entry>, { takes, against }: Offer<Entry>): Offer<Entry> {
  const left = against.filter((entry) => entry !== trade.gives);
  return { takes, against: clash(takes.telling, trade.takes.telling) ? [...left, trade.takes] : left };
}

function typesToGive(quiz: readonly Told[]): readonly Candidate['type'][] {
  const numberOf = (type: Candidate['type']) =>
    quiz.filter(({ candidate }) => candidate.type === type).length;
  const choices = numberOf('single');
  return (['fill', 'tf'] as const).filter((type) => {
    const number = numberOf(type);
    return number > 0 && (number > LARGEST_SHARE[type] * quiz.length || number >= choices);
  });
}

function bestTrade<Entry extends Told>(
  quiz: readonly Entry[],
  offers: readonly Offer<Entry>[],
): Trade<Entry> | null {
  const types = typesToGive(quiz);
  const singles = quiz.filter(({ candidate }) => candidate.type === 'single');
  const longest = singles.filter(({ candidate }) => hasLongestKey(candidate)).length;
  let best: Trade<Entry> | null = null;
  let least = LARGEST_LOSS;
  for (const { takes, against } of offers) {
    const [gives] = against;
    if (!gives || against.length > 1 || !types.includes(gives.candidate.type)) continue;
    const loss = lossOf(gives.candidate, takes.candidate);
    if (loss > least || (best && loss === least)) continue;
    if (hasLongestKey(takes.candidate) && tipsLength(longest, singles.length)) continue;
    if (gives.candidate.type === 'tf' && !staysEven(quiz, gives)) continue;
    [best, least] = [{ gives, takes }, loss];
  }
  return best;
}

function lossOf(gives: Candidate, takes: Candidate): number {
  const asksTheSame = takes.covers.some((id) => gives.covers.includes(id));
  return valueOf(gives) - valueOf(takes) + (asksTheSame ? 0 : OTHER_FACT);
}

function valueOf({ type, covers, finding }: Candidate): number {
  return covers.length * finding.fact.importance * (type === 'tf' ? BY_STATEMENT : 1);
}

function staysEven<Entry extends Told>(quiz: readonly Entry[], without: Entry): boolean {
  return isTruthEven(quiz.filter((entry) => entry !== without).map(({ candidate }) => candidate));
}
