import { cleanArticle } from '../1-clean-text/index.js';
import { readSentences } from '../2-sentences.js';
import { refuseArticle } from '../refuse-article.js';

/** A sentence of the cleaned article under the id by which a proposal names it. */
export interface NumberedSentence {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The article as `writeQuiz` reads it, for whoever proposes facts. Empty for a text that is refused. */
export function numberSentences(text: string): {
  readonly article: string;
  readonly sentences: readonly NumberedSentence[];
} {
  if (refuseArticle(text)) return { article: '', sentences: [] };
  const { article } = cleanArticle(text);
  const sentences = readSentences(article).map(({ index, text: words, start, end }) => ({
    id: sentenceId(index),
    text: words,
    start,
    end,
  }));
  return { article, sentences };
}

export function sentenceId(index: number): string {
  return `S${index + 1}`;
}
