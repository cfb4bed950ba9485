import type { Option, Question } from '#question';
import type { Candidate } from '../candidate.js';
import type { WrittenQuestion } from '../draft.js';
import { seededRandom, seedFor, shuffle, type Random } from '../random.js';

/** Gives the picked questions their ids, option ids and option order; right answers are spread over the positions. */
export function finish(picked: readonly Candidate[], seed: number): WrittenQuestion[] {
  const random = seededRandom(seedFor(seed, 'positions'));
  const decks = new Map<number, number[]>();
  return picked.map((candidate, index) => ({
    id: `Q${index + 1}`,
    factId: candidate.finding.fact.id,
    question: questionOf(candidate, random, decks),
    form: 1,
    difficulty: difficultyOf(candidate),
  }));
}

function questionOf(candidate: Candidate, random: Random, decks: Map<number, number[]>): Question {
  const { stem, evidence, finding, correct, wrong, explanation } = candidate;
  const base = { stem, evidence, explanation: explain(candidate, explanation), factKind: finding.fact.kind };
  switch (candidate.type) {
    case 'single': {
      const others = shuffle(wrong, random);
      const place = nextPlace(others.length + 1, random, decks);
      const texts = [...others.slice(0, place), correct[0] ?? '', ...others.slice(place)];
      return { ...base, type: 'single', options: optionsOf(texts), key: idAt(place) };
    }
    case 'multi': {
      const options = optionsOf(shuffle([...correct, ...wrong], random));
      return {
        ...base,
        type: 'multi',
        options,
        key: options.filter(({ text }) => correct.includes(text)).map(({ id }) => id),
      };
    }
    case 'order': {
      const options = optionsOf(shuffleApart(correct, random));
      return {
        ...base,
        type: 'order',
        options,
        key: correct.map((text) => options.find((option) => option.text === text)?.id ?? ''),
      };
    }
    case 'match': {
      const pairs = candidate.pairs ?? [];
      const lefts = pairs.map(({ left }, index) => ({ id: `l${index + 1}`, text: left }));
      // Ids follow the shuffled order: were they numbered like the left column, they would give the key away.
      const shown = shuffleApart(
        pairs.map((_, index) => index),
        random,
      );
      const rights = shown.map((of, place) => ({ id: `r${place + 1}`, text: pairs[of]?.right ?? '' }));
      return {
        ...base,
        type: 'match',
        lefts,
        rights,
        key: pairs.map((_, index) => ({ left: `l${index + 1}`, right: `r${shown.indexOf(index) + 1}` })),
      };
    }
    case 'fill':
      return { ...base, type: 'fill', key: candidate.forms ?? [] };
    case 'tf':
      return candidate.truth
        ? { ...base, type: 'tf', key: true }
        : { ...base, type: 'tf', key: false, correction: candidate.correction ?? '' };
  }
}

function explain({ type, correct, truth, pairs }: Candidate, proof: string): string {
  switch (type) {
    case 'single':
      return `${proof}所以选“${correct[0] ?? ''}”。`;
    case 'multi':
      return `${proof}所以选${correct.map((text) => `“${text}”`).join('')}。`;
    case 'fill':
      return `${proof}所以填${correct.map((text) => `“${text}”`).join('')}。`;
    case 'tf':
      return truth ? '与文中的说法一致。' : proof;
    case 'order':
      return `文中的顺序是：${correct.join('、')}。`;
    case 'match':
      return `按文中所写：${(pairs ?? []).map(({ left, right }) => `${left}——${right}`).join('；')}。`;
  }
}

/** Every position once before any comes again. */
function nextPlace(count: number, random: Random, decks: Map<number, number[]>): number {
  const deck = decks.get(count)?.length
    ? (decks.get(count) ?? [])
    : shuffle(
        Array.from({ length: count }, (_, at) => at),
        random,
      );
  const [place = 0, ...rest] = deck;
  decks.set(count, rest);
  return place;
}

/** Shuffled, but never in the right order already. */
function shuffleApart<T>(items: readonly T[], random: Random): T[] {
  const shuffled = shuffle(items, random);
  return shuffled.every((item, index) => item === items[index])
    ? [...items.slice(1), ...items.slice(0, 1)]
    : shuffled;
}

function optionsOf(texts: readonly string[]): Option[] {
  return texts.map((text, index) => ({ id: idAt(index), text }));
}

function idAt(index: number): string {
  return String.fromCharCode(97 + index);
}

const BASE: Readonly<Record<string, number>> = {
  tf: 0.25,
  single: 0.4,
  match: 0.45,
  multi: 0.6,
  fill: 0.55,
  order: 0.6,
};

/** Harder: a hedge to keep, a list to complete, distractors from the same article, a long stem. */
function difficultyOf({ type, finding, covers, stem }: Candidate): number {
  const hedged = finding.fact.hedge ? 0.1 : 0;
  const many = 0.08 * (covers.length - 1);
  const long = stem.length > 60 ? 0.1 : 0;
  const detail = finding.fact.importance === 3 ? 0 : 0.05;
  return Math.min(1, Number(((BASE[type] ?? 0.5) + hedged + many + long + detail).toFixed(2)));
}
