import { narrow } from '../plain-text.js';

/** A. A、 A． A) （A） A: [A] 【A】 Ａ．, at the head of a line or behind a blank. */
const MARK =
  /(^|[\s;；])(?:[（(【[［]\s*([A-Za-zＡ-Ｚａ-ｚ])\s*[）)】\]］][.．、:：]?|([A-Za-zＡ-Ｚａ-ｚ])\s*[.．、:：)）])/g;

/** The options that a piece of text lists in the order A, B, C …, or null when it lists none. */
export function splitOptions(text: string, from = 0): string[] | null {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(MARK)) {
    const [whole, before = '', bracketed, plain] = match;
    const letter = narrow(bracketed ?? plain ?? '').toUpperCase();
    if (letter.charCodeAt(0) - 65 !== from + found.length) continue;
    found.push({ start: match.index + before.length, end: match.index + whole.length });
  }
  const [first] = found;
  if (!first || text.slice(0, first.start).trim() !== '') return null;
  return found.map(({ end }, index) =>
    text
      .slice(end, found[index + 1]?.start)
      .replace(/[;；]\s*$/, '')
      .trim(),
  );
}
