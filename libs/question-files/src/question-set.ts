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
  /** The name it has in the system it came from. */
  readonly externalId?: string;
  readonly tags?: readonly string[];
  readonly points?: number;
  readonly courseTitle?: string;
  readonly source?: Partial<QuestionSource>;
}

/** Where a question comes from, as its file tells it; nothing here is checked against an article. */
export interface QuestionSource {
  readonly title: string | null;
  readonly url: string | null;
  /** The sentences that are said to prove the key. */
  readonly quotes: readonly string[];
}
