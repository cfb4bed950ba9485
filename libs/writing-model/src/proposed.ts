import { addCosts, tokensOf, type Cost } from './cost.js';
import type { Answer } from './ask-model.js';
import type { ModelFailure } from './failure.js';

/** A sentence of the cleaned article under the id by which the model names it. */
export interface NumberedSentence {
  /** S1, S2 … */
  readonly id: string;
  readonly text: string;
}

/** Where proposals come from; stored with what becomes of them. */
export interface ModelProvenance {
  readonly model: string;
  readonly promptVersion: string;
}

/** What the model proposed, and what asking cost. Nothing of it is checked yet but its shape. */
export interface Proposed<T> {
  readonly proposals: readonly T[];
  /** How many entries had the wrong shape and were left out. */
  readonly malformed: number;
  /** One for each call that came to nothing; the others' proposals stand. */
  readonly failures: readonly ModelFailure[];
  readonly provenance: ModelProvenance;
  readonly cost: Cost;
  /** What one proposal took on average, rounded up. */
  readonly tokensEach: number;
}

export interface Batch<T> {
  readonly proposals: readonly T[];
  readonly malformed: number;
}

/** Joins the answers of several calls in the order of the questions. */
export function joinBatches<T>(
  answers: readonly Answer<Batch<T>>[],
  provenance: ModelProvenance,
): Proposed<T> {
  const batches = answers.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const proposals = batches.flatMap((batch) => batch.proposals);
  const cost = addCosts(...answers.map((answer) => answer.cost));
  return {
    proposals,
    malformed: batches.reduce((sum, batch) => sum + batch.malformed, 0),
    failures: answers.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.failure])),
    provenance,
    cost,
    tokensEach: Math.ceil(tokensOf(cost) / Math.max(1, proposals.length)),
  };
}
