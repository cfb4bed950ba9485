import type { Fact, Question } from '#question';
import type { Place, TextOrigins } from './1-clean-text/text-origins.js';

export const WRITING_STAGES = [
  'clean-text',
  'sentences',
  'names',
  'facts',
  'choose',
  'stems',
  'distractors',
  'gate',
  'balance',
] as const;

export type WritingStage = (typeof WRITING_STAGES)[number];

/** Something the writer saw and dropped, said so that an instructor can read it. */
export interface Note {
  readonly stage: WritingStage;
  /** Stable code for programs. */
  readonly code: string;
  /** Chinese sentence for people. */
  readonly detail: string;
  readonly factId?: string;
  readonly quote?: string;
}

/** A change made to the pasted text before it was read. */
export interface Repair {
  /** Stable code for programs. */
  readonly code: string;
  /** Chinese sentence for people. */
  readonly detail: string;
  /** The words concerned, as they stood. */
  readonly quote?: string;
  /** Where in the given text, in UTF-16 units; of what happened often the first 20. */
  readonly places: readonly Place[];
}

export interface WrittenQuestion {
  /** Q1, Q2 … in the order of the quiz. */
  readonly id: string;
  /** The fact it asks, of several the first. */
  readonly factId: string;
  /** 1: the quiz itself. 2 and more: the same facts asked anew, for another attempt; no fact twice in one form. */
  readonly form: number;
  readonly question: Question;
  /** 0 easy … 1 hard, estimated from the kind of fact, the closeness of the distractors and the wording. */
  readonly difficulty: number;
  /** llm: its fact or its words were proposed by a model. */
  readonly origin?: 'rule' | 'llm';
  /** Who proposed it, when somebody did. */
  readonly provenance?: {
    readonly model: string;
    readonly promptVersion: string;
    /** What it cost in tokens, when the model's calls were counted. */
    readonly tokens?: number;
  };
}

export interface WritingProgress {
  readonly stage: WritingStage;
  /** Sentences done of total while facts are looked for; elsewhere steps of the stage. */
  readonly done: number;
  readonly total: number;
  readonly facts: number;
  readonly kept: number;
  readonly dropped: number;
}

export interface WrittenQuiz {
  /** The cleaned article: all evidence offsets count in it. */
  readonly article: string;
  /** The way back from `article` to the given text. */
  readonly origins: TextOrigins;
  readonly repairs: readonly Repair[];
  readonly facts: readonly Fact[];
  readonly questions: readonly WrittenQuestion[];
  readonly notes: readonly Note[];
}
