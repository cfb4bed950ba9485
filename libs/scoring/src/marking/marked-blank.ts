import type { FillRule } from '../answer-text/fold-answer.js';
import type { MarkingRule } from './marked.js';

/** How one blank was judged. */
export interface MarkedBlank {
  readonly right: boolean;
  /** The way in which it is right, or why it is not. */
  readonly rule: BlankRule;
}

export type BlankRule = Extract<
  MarkingRule,
  | FillRule
  | 'none-given'
  | 'wrong'
  | 'hedge-differs'
  | 'unit-differs'
  | 'within-tolerance'
  | 'outside-tolerance'
>;
