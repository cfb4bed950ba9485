import type { Evidence } from '#question';
import { foldText, unfold } from './folded-text.js';

const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿]/;
const BEFORE_NUMERAL = /[\d.零〇一二两三四五六七八九十百千万亿]/;
const AFTER_NUMERAL = /[\d.%‰零〇一二两三四五六七八九十百千万亿]/;

/**
 * Finds where a sentence that somebody copied stands in the cleaned article, whatever became of its width, blanks and
 * quotation marks on the way; null when it is not there. 12家 does not stand in 112家.
 */
export function quoteFinder(article: string): (quote: string) => Evidence | null {
  const folded = foldText(article);
  return (quote) => {
    const words = foldText(quote).text;
    if (words === '') return null;
    for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + 1)) {
      const end = at + words.length;
      const isCut =
        (NUMERAL.test(words.charAt(0)) && BEFORE_NUMERAL.test(folded.text.charAt(at - 1))) ||
        (NUMERAL.test(words.slice(-1)) && AFTER_NUMERAL.test(folded.text.charAt(end)));
      if (!isCut) return evidenceAt(article, unfold(folded, at, end));
    }
    return null;
  };
}

function evidenceAt(article: string, { start, end }: { start: number; end: number }): Evidence {
  return { quote: article.slice(start, end), start, end };
}
