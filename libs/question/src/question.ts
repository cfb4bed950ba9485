import type { Evidence } from './evidence.js';
import type { FactKind } from './fact.js';

/** Something a learner can pick or move. The id is stable; letters are rendered after shuffling. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

interface QuestionBase {
  readonly stem: string;
  /** Why the key is right, in the words of the house; shown once the feedback policy allows it. */
  readonly explanation: string;
  /** What proves the key. Only a question written by a person may have none. */
  readonly evidence: readonly Evidence[];
  readonly factKind?: FactKind;
}

export interface SingleQuestion extends QuestionBase {
  readonly type: 'single';
  readonly options: readonly Option[];
  /** Id of the right option. */
  readonly key: string;
}

export interface MultiQuestion extends QuestionBase {
  readonly type: 'multi';
  readonly options: readonly Option[];
  /** Ids of all right options. */
  readonly key: readonly string[];
}

export interface TfQuestion extends QuestionBase {
  readonly type: 'tf';
  readonly key: boolean;
  /** What would be true instead; a false statement must carry it. */
  readonly correction?: string;
}

export interface FillQuestion extends QuestionBase {
  readonly type: 'fill';
  /** The stem has one `____` per entry; an entry lists the accepted forms, the model answer first. */
  readonly key: readonly (readonly string[])[];
  /** One entry per blank. Where it is not null the blank asks for a number near one of its accepted forms. */
  readonly tolerances?: readonly (Tolerance | null)[];
  /** Whether the blanks may be filled in any order (三项原则是____、____和____). No form then counts twice. */
  readonly anyOrder?: boolean;
}

/**
 * How far a number may lie from an accepted form, the limit itself included: `absolute` by `amount`, `relative` by
 * `amount` × |form|. The accepted forms of such a blank are plain decimals without a unit (`9.8`, `-40`).
 */
export interface Tolerance {
  readonly kind: 'absolute' | 'relative';
  /** A plain decimal, so that it is exact: `0.05`; relative `0.01` is one percent. */
  readonly amount: string;
  /** The unit of the accepted forms. Other units of the same measure are converted when that is exact (米 from 千米). */
  readonly unit?: string;
  /** Whether the unit must be written; otherwise a bare number is taken to be in it. */
  readonly unitRequired?: boolean;
}

export interface OrderQuestion extends QuestionBase {
  readonly type: 'order';
  /** As shown: already shuffled. */
  readonly options: readonly Option[];
  /** Option ids in the right order. */
  readonly key: readonly string[];
}

export interface MatchQuestion extends QuestionBase {
  readonly type: 'match';
  readonly lefts: readonly Option[];
  /** As shown: already shuffled. */
  readonly rights: readonly Option[];
  readonly key: readonly { readonly left: string; readonly right: string }[];
}

export interface ShortQuestion extends QuestionBase {
  readonly type: 'short';
  /** For the people who mark; learners see the model answer once the feedback policy allows it, the rubric never. */
  readonly key: ShortKey;
}

export interface ShortKey {
  /** An answer worth full marks. */
  readonly model: string;
  /** What is marked, point by point. Their `share`s add up to the whole answer. */
  readonly rubric: readonly RubricPoint[];
}

export interface RubricPoint {
  /** Stable within the question: p1, p2 … */
  readonly id: string;
  /** What the answer must say for it. */
  readonly text: string;
  /** Its part of the whole: a whole number, 1..100. With 2, 1 and 1 the first is half of the answer. */
  readonly share: number;
}

/** The immutable content of one question version. */
export type Question =
  SingleQuestion | MultiQuestion | TfQuestion | FillQuestion | OrderQuestion | MatchQuestion | ShortQuestion;

/** What a fill-in stem shows where the learner writes. */
export const BLANK = '____';

export function countBlanks(stem: string): number {
  return stem.split(BLANK).length - 1;
}
