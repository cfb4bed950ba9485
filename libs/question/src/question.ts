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

/** The immutable content of one question version. */
export type Question =
  SingleQuestion | MultiQuestion | TfQuestion | FillQuestion | OrderQuestion | MatchQuestion;

/** What a fill-in stem shows where the learner writes. */
export const BLANK = '____';

export function countBlanks(stem: string): number {
  return stem.split(BLANK).length - 1;
}
