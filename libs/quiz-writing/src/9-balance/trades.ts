import type { Candidate } from '../candidate.js';
import { clash, type Telling } from './clashes.js';
import { hasLongestKey, isTruthEven, tipsLength } from './shape.js';

/** The most that a type should be of a quiz while choices could stand in its place. */
const LARGEST_SHARE = { fill: 0.35, tf: 0.25 } as const;
/** What asking a fact by a statement is worth, asked by anything else being 1. */
const BY_STATEMENT = 0.7;
/** While choices are fewer than this, whatever they can replace without a loss gives way. */
const LEAST_CHOICES = 0.42;
/** So much importance may be lost by one trade where a type is too many, as when one fact is asked instead of two. */
const LARGEST_LOSS = 2;
/** Between two trades the one that keeps the fact. */
const OTHER_FACT = 0.5;

interface Told {
  readonly candidate: Candidate;
  readonly telling: Telling;
}

/**
 * Learners expect choices first: while these are few, or blanks or statements too many, a question gives way to choices
 * that clash with nothing else, the trade that loses least first. One that asks several facts may give way to several,
 * while the quiz has fewer than `wanted`.
 */
export function tradeForChoices<Entry extends Told>(
  picked: readonly Entry[],
  all: readonly Entry[],
  wanted: number,
): readonly Entry[] {
  if (givingTypes(picked).size === 0) return picked;
  let quiz = picked;
  let offers = all
    .filter((entry) => entry.candidate.type === 'single' && !picked.includes(entry))
    .map((takes): Offer<Entry> => ({
      takes,
      against: picked.filter(({ telling }) => clash(telling, takes.telling)),
    }));
  for (let turn = 0; turn < picked.length; turn++) {
    const trade = bestTrade(quiz, offers, wanted);
    if (!trade) break;
    quiz = [...quiz.filter((entry) => entry !== trade.gives), ...trade.takes];
    offers = offers.filter(({ takes }) => !trade.takes.includes(takes)).map((offer) => after(trade, offer));
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
  readonly takes: readonly Entry[];
}

function after<Entry extends Told>(trade: Trade<Entry>, { takes, against }: Offer<Entry>): Offer<Entry> {
  const left = against.filter((entry) => entry !== trade.gives);
  const more = trade.takes.filter(({ telling }) => clash(takes.telling, telling));
  return { takes, against: [...left, ...more] };
}

/** The types that give way, and how much a trade of theirs may lose. */
function givingTypes(quiz: readonly Told[]): ReadonlyMap<string, number> {
  const numberOf = (type: Candidate['type']) =>
    quiz.filter(({ candidate }) => candidate.type === type).length;
  const choices = numberOf('single');
  const giving = new Map<string, number>();
  if (choices < LEAST_CHOICES * quiz.length) for (const type of ['fill', 'tf']) giving.set(type, 0);
  for (const type of ['fill', 'tf'] as const) {
    const number = numberOf(type);
    const isTooMany = number > LARGEST_SHARE[type] * quiz.length || number >= choices;
    if (number > 0 && isTooMany) giving.set(type, LARGEST_LOSS);
  }
  return giving;
}

function bestTrade<Entry extends Told>(
  quiz: readonly Entry[],
  offers: readonly Offer<Entry>[],
  wanted: number,
): Trade<Entry> | null {
  const giving = givingTypes(quiz);
  const room = Math.max(1, 1 + wanted - quiz.length);
  const singles = quiz
    .filter(({ candidate }) => candidate.type === 'single')
    .map(({ candidate }) => candidate);
  const isTipping = tipsLength(singles.filter(hasLongestKey).length, singles.length);
  let best: Trade<Entry> | null = null;
  let least = Infinity;
  for (const gives of quiz) {
    const largestLoss = giving.get(gives.candidate.type);
    if (largestLoss === undefined) continue;
    const instead = offers
      .filter(({ against }) => against.length === 1 && against[0] === gives)
      .map(({ takes }) => takes)
      .filter(({ candidate }) => !isTipping || !hasLongestKey(candidate));
    const takes = together(instead, gives.candidate).slice(0, room);
    const loss = lossOf(gives.candidate, takes);
    if (takes.length === 0 || loss > largestLoss || loss >= least) continue;
    if (gives.candidate.type === 'tf' && !staysEven(quiz, gives)) continue;
    [best, least] = [{ gives, takes }, loss];
  }
  return best;
}

/** Of the choices that could stand in a question's place as many as can stand together, those on its facts first. */
function together<Entry extends Told>(choices: readonly Entry[], gives: Candidate): Entry[] {
  const asksAnother = ({ candidate }: Entry) => Number(!asksTheSame(gives, candidate));
  const taken: Entry[] = [];
  for (const choice of choices.toSorted((a, b) => asksAnother(a) - asksAnother(b))) {
    if (taken.length > 0 && asksAnother(choice)) break;
    if (taken.every(({ telling }) => !clash(telling, choice.telling))) taken.push(choice);
  }
  return taken;
}

function asksTheSame(gives: Candidate, takes: Candidate): boolean {
  return takes.covers.some((id) => gives.covers.includes(id));
}

function lossOf(gives: Candidate, takes: readonly Told[]): number {
  const gained = takes.reduce((sum, { candidate }) => sum + valueOf(candidate), 0);
  const keepsFact = takes.some(({ candidate }) => asksTheSame(gives, candidate));
  return valueOf(gives) - gained + (keepsFact ? 0 : OTHER_FACT);
}

function valueOf({ type, covers, finding }: Candidate): number {
  return covers.length * finding.fact.importance * (type === 'tf' ? BY_STATEMENT : 1);
}

function staysEven<Entry extends Told>(quiz: readonly Entry[], without: Entry): boolean {
  return isTruthEven(quiz.filter((entry) => entry !== without).map(({ candidate }) => candidate));
}
