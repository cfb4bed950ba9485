import type { Repair } from '../draft.js';
import { rejoinBrokenParagraphs } from './broken-paragraphs.js';
import { normaliseCharacters } from './characters.js';
import { dropFurniture } from './furniture.js';
import { stripMarkup } from './markup.js';
import { firstPlaces } from './places.js';
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
export function cleanArticle(text: string): CleanArticle {
  const marks: Place[] = [];
  const gaps: Place[] = [];
  const spellings: Place[] = [];
  const bare = stripMarkup(TracedText.of(text), (place) => marks.push(place));
  const plain = normaliseCharacters(bare, (kind, place) => (kind === 'gap' ? gaps : spellings).push(place));
  const furniture = dropFurniture(plain.lines());
  const wrapped = joinWrappedLines(furniture.lines);
  const paragraphs = wrapped.lines.map((line) => line.trim()).filter(({ length }) => length > 0);
  const rejoined = rejoinBrokenParagraphs(paragraphs);
  const article = TracedText.concat(rejoined.paragraphs, '\n\n');
  return {
    article: article.text,
    origins: article.origins(),
    repairs: [
      ...counted('markup', marks, (count) => `去掉了 ${count} 处网页或 Markdown 标记。`),
      ...counted('spelling', spellings, (count) => `统一了 ${count} 处全角数字、字母或西文标点的写法。`),
      ...counted('gap', gaps, (count) => `去掉了 ${count} 处汉字之间的空格。`),
      ...furniture.repairs,
      ...wrapped.repairs,
      ...rejoined.repairs,
    ],
  };
}

function counted(code: string, places: readonly Place[], detail: (count: number) => string): Repair[] {
  return places.length > 0 ? [{ code, detail: detail(places.length), places: firstPlaces(places) }] : [];
}
