import type { Repair } from '../draft.js';
import { DATELINE, isByLine, SIGNATURE } from './credits.js';
import { findPageMarks, isContents, isPageNumber, isPrompt, isRunningHead } from './page-marks.js';
import type { TracedText } from './traced-text.js';

/** A line of the page; null where one was dropped that is not of the text. */
export type PageLine = TracedText | null;

const LONGEST_QUOTE = 60;
const LONGEST_SIGNED = 400;

/** Drops what belongs to the page and not to the text: by-lines, photo credits, page numbers, running heads, contents. */
export function dropFurniture(lines: readonly TracedText[]): { lines: PageLine[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const texts = lines.map((line) => line.text.trim());
  const beside = besideOf(texts);
  const { heads, numbers } = findPageMarks(lines);
  const kept = lines.map((line, index): PageLine => {
    const text = texts[index] ?? '';
    const { before, after } = beside[index] ?? { before: '', after: '' };
    const drop = (code: string, detail: string) => {
      const place = line.trim().placeOf();
      repairs.push({ code, detail, quote: text.slice(0, LONGEST_QUOTE), places: place ? [place] : [] });
      return null;
    };
    if (text === '') return line;
    if (isByLine(text, before, after)) return drop('by-line', '去掉了署名或图片说明。');
    if (isPageNumber(text) || numbers.has(index)) return drop('page-number', '去掉了页码。');
    if (isPrompt(text)) return drop('page-prompt', '去掉了网页或公众号上的提示语。');
    if (isContents(text, after)) return drop('contents', '去掉了目录。');
    if (isRunningHead(text, heads)) return drop('running-head', '去掉了重复的页眉或页脚。');
    return dropSource(line, repairs);
  });
  return { lines: kept, repairs };
}

function dropSource(line: TracedText, repairs: Repair[]): TracedText {
  const dateline = DATELINE.exec(line.text.slice(0, LONGEST_SIGNED));
  const signature = SIGNATURE.exec(line.text);
  for (const found of [dateline, signature]) {
    const place = found && line.placeOf(found.index, found.index + found[0].length);
    if (place) {
      const detail = '去掉了电头或文末的署名。';
      repairs.push({ code: 'dateline', detail, quote: found[0].trim(), places: [place] });
    }
  }
  return line.slice(dateline?.[0].length ?? 0, signature?.index ?? line.length);
}

/** The nearest lines with words on either side of each. */
function besideOf(texts: readonly string[]): { before: string; after: string }[] {
  const beside = texts.map(() => ({ before: '', after: '' }));
  let before = '';
  for (const [index, text] of texts.entries()) {
    const own = beside[index];
    if (own) own.before = before;
    if (text !== '') before = text;
  }
  let after = '';
  for (let index = texts.length - 1; index >= 0; index--) {
    const own = beside[index];
    if (own) own.after = after;
    if (texts[index]) after = texts[index] ?? '';
  }
  return beside;
}
