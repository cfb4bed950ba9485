import type { Evidence, WritableType } from '#question';
import type { Finding } from './4-facts/index.js';

/** A question on its way through the stages: nothing in it is ever changed, only filled in or dropped. */
export interface Candidate {
  readonly finding: Finding;
  /** All facts it asks for. */
  readonly covers: readonly string[];
  readonly type: WritableType;
  readonly stem: string;
  /** single: one text; multi: the right options; order: in the right order; fill: the model answers. */
  readonly correct: readonly string[];
  readonly wrong: readonly string[];
  /** fill: accepted forms a blank, the model answer first. */
  readonly forms?: readonly (readonly string[])[];
  /** tf: whether the statement is true, and what would be. */
  readonly truth?: boolean;
  readonly correction?: string;
  readonly pairs?: readonly { readonly left: string; readonly right: string }[];
  readonly evidence: readonly Evidence[];
  readonly explanation: string;
}

/** What stems leave for the distractor stage to fill. */
export type Sketch = Omit<Candidate, 'wrong'> & {
  /** tf: put a false answer here. */
  readonly falsify?: boolean;
};
