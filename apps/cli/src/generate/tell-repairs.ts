import { originOf, type ReadArticle } from '#article-files';
import type { Repair } from '#quiz-writing';
import { tell } from '../tell.js';

const MOST_LINES_NAMED = 5;

/** What was mended in the text before it was read, one line a kind, and in which lines of the file. */
export function tellRepairs(repairs: readonly Repair[], given: ReadArticle): void {
  for (const detail of new Set(repairs.map((repair) => repair.detail))) {
    const alike = repairs.filter((repair) => repair.detail === detail);
    const quote = alike.find((repair) => repair.quote)?.quote?.replace(/\s+/g, ' ');
    const where = [
      ...(alike.length > 1 ? [`${alike.length} 处`] : []),
      ...linesOf(alike, given),
      ...(quote ? [`如“${quote}”`] : []),
    ];
    tell(`整理：${detail}${where.length > 0 ? `（${where.join('，')}）` : ''}`);
  }
}

/** The repair with its places in the file instead of the text that was read from it. */
export function inSource(repair: Repair, { origins }: ReadArticle): Repair {
  return {
    ...repair,
    places: repair.places.flatMap(({ start, end }) => originOf(origins, start, end) ?? []),
  };
}

function linesOf(repairs: readonly Repair[], given: ReadArticle): string[] {
  const starts = repairs.flatMap((repair) => inSource(repair, given).places.map(({ start }) => start));
  const lines = [...new Set(starts.map((start) => lineAt(given.source, start)))].toSorted((a, b) => a - b);
  if (lines.length === 0) return [];
  const unit = given.format === 'docx' ? '段' : '行';
  const more = lines.length > MOST_LINES_NAMED ? '等' : '';
  return [`第 ${lines.slice(0, MOST_LINES_NAMED).join('、')} ${unit}${more}`];
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|[\n\r]/).length;
}
