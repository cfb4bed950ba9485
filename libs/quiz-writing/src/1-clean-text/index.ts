import type { Repair } from '../draft.js';
import { rejoinBrokenParagraphs } from './broken-paragraphs.js';
import { normaliseCharacters } from './characters.js';
import { unfoldColumns } from './columns.js';
import { dropFurniture } from './furniture.js';
import { closeGaps, closeSpacedOut } from './gaps.js';
import { dropJumpLines } from './jump-lines.js';
import { stripMarkup } from './markup.js';
import { firstPlaces } from './places.js';
import { pairQuotationMarks } from './quotation-marks.js';
import type { Place, TextOrigins } from './text-origins.js';
import { TracedText } from './traced-text.js';
import { joinWrappedLines } from './wrapped-lines.js';

export type { OriginRun, Place, TextOrigins } from './text-origins.js';

/** An article as it should have been pasted, with the way back to how it was. */
export interface CleanArticle {
  /** One paragraph a line, blank lines between. */
  readonly article: string;
  /** From `article` to the given text. */
  readonly origins: TextOrigins;
  /** What was changed or dropped, and where it stands in the given text. */
  readonly repairs: readonly Repair[];
}

/** Cleans a text the way `writeQuiz` does before it reads it. */
export function cleanArticle(given: string): CleanArticle {
  const marks: Place[] = [];
  const spellings: Place[] = [];
  const gaps: Place[] = [];
  const jumps: Repair[] = [];
  const bare = stripMarkup(TracedText.of(given), (place) => marks.push(place));
  const plain = normaliseCharacters(bare, (place) => spellings.push(place));
  const text = dropJumpLines(plain, (quote, place) =>
    jumps.push({ code: 'jump-line', detail: '去掉了转版提示。', quote, places: [place] }),
  );
  const together = text.lines().map((line) => closeSpacedOut(line, (place) => gaps.push(place)));
  const columns = unfoldColumns(together);
  const furniture = dropFurniture(columns.lines);
  const wrapped = joinWrappedLines(furniture.lines);
  const pairMarks = (line: TracedText) => pairQuotationMarks(line, (place) => spellings.push(place));
  const paragraphs = wrapped.lines
    .map((line) => closeGaps(pairMarks(line.trim()), (place) => gaps.push(place)))
    .filter(({ length }) => length > 0);
  const rejoined = rejoinBrokenParagraphs(paragraphs);
  const article = TracedText.concat(rejoined.paragraphs.map(pairMarks), '\n\n');
  return {
    article: article.text,
    origins: article.origins(),
    repairs: [
      ...counted('markup', marks, (count) => `去掉了 ${count} 处网页或 Markdown 标记。`),
      ...counted('spelling', spellings, (count) => `统一了 ${count} 处全角半角、标点或部首的写法。`),
      ...counted('gap', gaps, (count) => `去掉了 ${count} 处汉字旁边的空格。`),
      ...columns.repairs,
      ...jumps,
      ...furniture.repairs,
      ...wrapped.repairs,
      ...rejoined.repairs,
    ],
  };
}

function counted(code: string, places: readonly Place[], detail: (count: number) => string): Repair[] {
  return places.length > 0 ? [{ code, detail: detail(places.length), places: firstPlaces(places) }] : [];
}
