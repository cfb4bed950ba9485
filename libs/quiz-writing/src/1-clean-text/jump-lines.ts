import type { Place } from './text-origins.js';
import { TracedText } from './traced-text.js';

/** Left where a jump line stood; no character of any text. */
const OUT = '\ufdd0';
const IN = '\ufdd1';

const PAGE = '(?:本报|本版)?第?\\s?[A-Za-z]{0,2}\\s?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s?[版页]';
const BRACKETED = /[（(【〔[]\s?(下转|上接|紧接|续接)[^（()）【】〔〕[\]\n]{1,20}[）)】〕\]]/g;
const BARE = new RegExp(
  `(?<![▶►▷→＞> ])[▶►▷→＞> ]*(下转|上接|紧接|续接)${PAGE}(?:[·:：《“ ][^，。\\n]{0,20})?[▶►▷→＞>]*$`,
  'gm',
);

/** Takes out （下转第三版） and the like, and leaves a sign of the direction for `readJumps`. */
export function dropJumpLines(text: TracedText, onChange: (words: string, place: Place) => void): TracedText {
  let result = text;
  for (const pattern of [BRACKETED, BARE]) {
    const before = result;
    result = before.replace(pattern, ({ 0: words, 1: way, index }) => {
      const place = before.placeOf(index, index + words.length);
      if (place) onChange(words.trim(), place);
      return TracedText.ours(way === '下转' ? OUT : IN);
    });
  }
  return result;
}

/** A paragraph without the signs, and whether its rest stands on another page, or it is the rest itself. */
export function readJumps(paragraph: TracedText): { text: TracedText; goesOn: boolean; isRest: boolean } {
  return {
    text: paragraph.drop(/[\ufdd0\ufdd1]/g).trim(),
    goesOn: /\ufdd0\s*$/.test(paragraph.text),
    isRest: /^\s*\ufdd1/.test(paragraph.text),
  };
}
