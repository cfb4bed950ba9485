import type { Evidence } from '#question';
import type { EvidenceInContext } from './evidence.dto.js';

/** Shows quotes inside their paragraphs. Without the article (a question written by a person) a quote is its own paragraph. */
export function evidenceInContext(
  evidence: readonly Evidence[],
  article: string | null,
): EvidenceInContext[] {
  return evidence.map(({ quote, start, end }) => {
    if (article?.slice(start, end) !== quote) {
      return { quote, paragraph: quote, quoteStart: 0, quoteEnd: quote.length };
    }
    const from = start === 0 ? 0 : article.lastIndexOf('\n', start - 1) + 1;
    const next = article.indexOf('\n', end);
    const paragraph = article.slice(from, next < 0 ? article.length : next);
    return { quote, paragraph, quoteStart: start - from, quoteEnd: end - from };
  });
}
