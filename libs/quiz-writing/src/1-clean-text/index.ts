import type { Repair } from '../draft.js';
import { rejoinBrokenParagraphs } from './broken-paragraphs.js';
import { normaliseCharacters } from './characters.js';
import { dropFurniture } from './furniture.js';
import { stripMarkup } from './markup.js';
import { joinWrappedLines } from './wrapped-lines.js';

/** The article as it should have been pasted: one paragraph a line, blank lines between. Says what was repaired. */
export function cleanText(text: string): { article: string; repairs: Repair[] } {
  const plain = normaliseCharacters(stripMarkup(text));
  const furniture = dropFurniture(plain.split('\n'));
  const wrapped = joinWrappedLines(furniture.lines);
  const paragraphs = wrapped.lines.map((line) => line.trim()).filter((line) => line !== '');
  const rejoined = rejoinBrokenParagraphs(paragraphs);
  return {
    article: rejoined.paragraphs.join('\n\n'),
    repairs: [...furniture.repairs, ...wrapped.repairs, ...rejoined.repairs],
  };
}
