import type { FactKind } from '#question';

/** Who proposed something. */
export interface Provenance {
  readonly model: string;
  readonly promptVersion: string;
  /** What the question cost in tokens: its share of what was proposed, and its examination. */
  readonly tokens?: number;
}

/** A fact as somebody who cannot be trusted sees it, a model above all. Nothing in it is taken before it is verified. */
export interface ProposedFact {
  /** S1, S2 …: which sentence of `numberSentences` it is said to stand in. */
  readonly sentence: string;
  readonly quote: string;
  readonly kind: FactKind;
  readonly subject: string;
  readonly answer: string;
  readonly items?: readonly string[];
  readonly time?: string;
  readonly speaker?: string;
}

/** A single-choice stem for a fact of this article, with wrong options to choose from. */
export interface ProposedWording {
  readonly factId: string;
  /** The answer of the fact it was written for; with another answer the fact is another one. */
  readonly answer: string;
  readonly stem: string;
  readonly distractors: readonly string[];
}

/** What somebody without the key answered. */
export interface CrossExamination {
  readonly stem: string;
  /** The texts of the options in any order; 正确 and 错误 for a true/false question. */
  readonly options: readonly string[];
  /** The texts chosen with the article open; null: nothing could be chosen. Left out when nobody answered. */
  readonly openBook?: readonly string[] | null;
  /** The same without the article, once for each run. */
  readonly closedBook?: readonly (readonly string[] | null)[];
  /** What the answers cost, in tokens of the model. */
  readonly tokens?: number;
}

export interface ProposalSet<T> {
  readonly provenance: Provenance;
  /** What one proposal cost on average, in tokens of the model. */
  readonly tokensEach?: number;
  readonly proposals: readonly T[];
}

/** What a model offers to a quiz, as plain data: the same proposals give the same quiz. */
export interface Proposals {
  readonly facts?: ProposalSet<ProposedFact>;
  readonly wordings?: ProposalSet<ProposedWording>;
  readonly examinations?: readonly CrossExamination[];
}

/** Whether anything at all was proposed: when every call failed, the quiz has to be the rules' own to the last byte. */
export function isProposing({ facts, wordings }: Proposals): boolean {
  return [facts, wordings].some((set) => set !== undefined && set.proposals.length > 0);
}
