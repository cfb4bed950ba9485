import type { Question } from '#question';

/** What can be written to a file: a cleaned article and the questions that quote it. */
export interface QuestionSet {
  readonly article: string;
  readonly questions: readonly FiledQuestion[];
}

export interface FiledQuestion {
  readonly id: string;
  readonly question: Question;
  /** 0 easy … 1 hard. */
  readonly difficulty?: number;
  /** llm: a model proposed its fact or its words. */
  readonly origin?: 'rule' | 'llm';
  readonly provenance?: { readonly model: string; readonly promptVersion: string };
}
