import { storable } from '../plain-text.js';
import type { QuestionSet } from '../question-set.js';
import { questionSheet } from '../table/question-sheet.js';
import { FORMULA_START } from './read-csv.js';

/**
 * The question template as CSV: UTF-8 with a mark, so that Excel reads it as such. A text that Excel would take for a
 * formula gets an apostrophe before it; the reader takes it off again.
 */
export function writeCsv(set: QuestionSet): string {
  const { columns, rows } = questionSheet(set);
  const lines = [columns.map(({ header }) => header), ...rows].map((cells) => cells.map(fieldOf).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function fieldOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = storable(cell.replace(/\r\n?/g, '\n'));
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",;\t\n\r，]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
