import type { ChangeState, QuoteChange } from '../entities/version-changes.js';

const LONGEST_QUOTE = 80;

/** Why a question needs a person again, said so that an instructor can judge it without opening both texts. */
export function reasonFor(number: number, state: ChangeState, quotes: readonly QuoteChange[]): string {
  const touched = quotes.find(({ before, after }) => before !== after) ?? quotes[0];
  const before = clip(touched?.before ?? '');
  if (state === 'gone' || !touched?.after) {
    return `文章第 ${number} 版里没有了这道题依据的原句“${before}”。请核对后重新发布，或停用。`;
  }
  if (touched.after === touched.before) {
    return `文章第 ${number} 版里，原句“${before}”还在，但前文改了，说的可能不再是同一个对象。请核对后重新发布。`;
  }
  const after = clip(touched.after);
  return `文章第 ${number} 版改了这道题依据的原句：原来是“${before}”，现在是“${after}”。请核对题目和答案后重新发布。`;
}

export function reasonForReturn(number: number): string {
  return `文章第 ${number} 版又有了这道题依据的原句。请确认后重新发布。`;
}

function clip(quote: string): string {
  const characters = [...quote];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : quote;
}
