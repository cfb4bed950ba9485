import type { Question } from '#question';

/** What can be written to a file: a cleaned article and the questions that quote it. */
export interface QuestionSet {
  readonly article: string;
  readonly questions: readonly { readonly id: string; readonly question: Question }[];
}
