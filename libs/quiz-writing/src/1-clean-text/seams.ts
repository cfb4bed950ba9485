import { cutByDictionary } from '../segmenter.js';

const HEAD = 6;
const CLOSING: Readonly<Record<string, string>> = { '《': '》', '（': '）', '“': '”' };
const UNIT =
  /^(?:年|月|日|时|分|秒|万|亿|千|百|余|多|%|‰|元|人|名|个|家|项|座|台|套|辆|艘|条|件|次|位|所|户|米|公里|千米|公斤|吨|亩|公顷|平方|立方|倍|岁|届|期|版|章|集)/;
/** It begins an item of a list. */
const MARKER =
  /^(?:[-•●■*|]|\d{1,3}[.、)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,4}[条章节])/;
const LEANS_ON = /(?:[、，的和与及或在从为将把被于以由按据]|比如|例如|以及|通过|根据|按照)$/;

/** How two pieces belong together, strongest first; null when nothing says that they do. */
export type Seam = 'mark' | 'bracket' | 'word' | 'figure' | 'clause';

/** Seams that hold even when other paragraphs stand between. */
export const FAR_SEAMS: ReadonlySet<Seam> = new Set(['mark', 'bracket', 'word']);

/**
 * `before` has no end; does `after` begin in the middle of what `before` began? With `isSentence` false `before` may be a
 * heading, and only what can begin no paragraph tells.
 */
export function seamBetween(before: string, after: string, isSentence = true): Seam | null {
  if (/^[，。、；：）》”’%]/.test(after)) return 'mark';
  if (closesBracket(before, after)) return 'bracket';
  if (!isSentence) return null;
  if (figureCrosses(before, after)) return 'figure';
  if (MARKER.test(after)) return null;
  if (wordCrosses(before, after)) return 'word';
  return LEANS_ON.test(before) && /[。！？；”]$/.test(after) && after.length > 8 ? 'clause' : null;
}

/** The title or aside that `before` leaves open is closed by `after` before it opens one of its own. */
function closesBracket(before: string, after: string): boolean {
  return Object.entries(CLOSING).some(([open, close]) => {
    const isOpen = before.lastIndexOf(open) > before.lastIndexOf(close);
    const closes = after.indexOf(close);
    const opens = after.indexOf(open);
    return isOpen && closes >= 0 && (opens < 0 || closes < opens);
  });
}

/** Whether a dictionary word of two characters or more spans the seam, one that neither side makes alone. */
function wordCrosses(before: string, after: string): boolean {
  const head = before.slice(-HEAD);
  let end = 0;
  for (const word of cutByDictionary(head + after.slice(0, HEAD))) {
    const start = end;
    end += word.length;
    if (start < head.length && end > head.length) return /^[\u3400-\u9fff]{2,}$/.test(word);
  }
  return false;
}

/** 20|23年, 12.|5亿元, 120|名. */
function figureCrosses(before: string, after: string): boolean {
  return /\d$/.test(before)
    ? /^[\d.]/.test(after) || UNIT.test(after)
    : /\d[.,]$/.test(before) && /^\d/.test(after);
}
