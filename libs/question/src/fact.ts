import type { Evidence } from './evidence.js';

export const FACT_KINDS = [
  'quantity',
  'date',
  'person-role',
  'organisation',
  'founding',
  'work-title',
  'enumeration',
  'definition',
  'attribution',
  'list-membership',
  'relation',
  'location',
  'purpose',
  'alias',
  'event',
  'rank',
  'policy',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** How a figure is hedged: 近/不足 are below, 约/左右 approximate, 多/超过 above. */
export type Hedge = 'below' | 'approx' | 'above';

/** One checkable statement of an article, with the quotes that prove it. */
export interface Fact {
  /** Stable within one article version: F1, F2 … in reading order. */
  readonly id: string;
  readonly kind: FactKind;
  /** Full name of what the fact is about, never a pronoun. */
  readonly subject: string;
  /** The fact as one sentence that stands without the article. */
  readonly statement: string;
  /** What a question about it asks for, as the article writes it. */
  readonly answer: string;
  /** Other spellings of the same answer; `answer` is not repeated here. */
  readonly acceptedForms: readonly string[];
  /** The parts of a list, in the article's order. */
  readonly items?: readonly string[];
  /** Whether the order of `items` is stated (一是 … 二是 …). */
  readonly ordered?: boolean;
  /** Whether the list ends in 等, so that more may belong to it. */
  readonly open?: boolean;
  readonly evidence: readonly Evidence[];
  /** Time words the fact is bound to, as written (2020年, 去年): never an invented year. */
  readonly time?: string;
  /** Whose statement it is, when it is somebody's. */
  readonly speaker?: string;
  readonly hedge?: Hedge;
  /** 3 must know, 2 should know, 1 detail. */
  readonly importance: 1 | 2 | 3;
}
