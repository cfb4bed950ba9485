import type { FactKind, Hedge } from '#question';
import type { Surroundings } from '../3-names/index.js';
import type { Figure } from '../numbers.js';
import type { Scene } from './scene.js';
import type { Statement } from './statement.js';

/** What sort of answer it is: decides how one may ask for it and what may stand beside it as an option. */
export type AnswerForm =
  | 'figure'
  | 'date'
  | 'person'
  | 'post'
  | 'organisation'
  | 'place'
  | 'title'
  | 'term'
  | 'phrase'
  | 'foreign'
  | 'rank'
  | 'cell'
  | 'list'
  | 'sequence';

export interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An answer that a pattern saw in a sentence, before it is known whether a statement can be built around it. */
export interface Find {
  readonly kind: FactKind;
  readonly form: AnswerForm;
  readonly answer: string;
  /** Where the answer stands in the article. */
  readonly start: number;
  readonly end: number;
  readonly acceptedForms?: readonly string[];
  readonly importance: 1 | 2 | 3;
  readonly figure?: Figure;
  readonly hedge?: Hedge;
  readonly items?: readonly Item[];
  readonly ordered?: boolean;
  readonly open?: boolean;
  /** The noun a list is a list of (领域, 城市), with the end of the words it covers. */
  readonly head?: { readonly text: string; readonly end: number };
  /** The table cell it is: heading of the table, names of column and row. */
  readonly column?: { readonly table: string; readonly name: string; readonly row: string };
  /** A pattern that knows its statement better than the sentence around it gives. */
  readonly statement?: Statement;
}

/** One pattern: the answers it sees in one sentence. */
export type Finder = (scene: Scene, around: Surroundings) => Find[];
