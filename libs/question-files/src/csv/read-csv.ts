import { tidy } from '../plain-text.js';
import { MAX_COLUMNS, type Flaw } from '../question-file.js';
import { Allowance, BeyondLimit, type RawCell, type RawSheet } from '../table/raw-sheet.js';

/** A table of texts with commas, semicolons or tabs between them; rows are counted as a spreadsheet counts them. */
export function readCsv(text: string): RawSheet[] | Flaw {
  const allowance = new Allowance();
  const sheet = { name: null, hidden: false, rows: [] as RawSheet['rows'][number][], tooWide: false };
  let row = 0;
  try {
    for (const fields of recordsOf(text, delimiterOf(text))) {
      row += 1;
      const cells = new Map<number, RawCell>();
      fields.forEach((field, column) => {
        const tidied = tidy(withoutGuard(field));
        if (tidied === '') return;
        if (column >= MAX_COLUMNS) sheet.tooWide = true;
        else cells.set(column, { text: allowance.takeText(tidied) });
      });
      if (cells.size === 0) continue;
      allowance.takeRow();
      sheet.rows.push({ row, cells });
    }
  } catch (error) {
    if (error instanceof BeyondLimit) return error.flaw;
    throw error;
  }
  return [sheet];
}

/** What a text is guarded by that a spreadsheet would take for a formula. */
export const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;

function withoutGuard(field: string): string {
  return field.startsWith("'") && FORMULA_START.test(field) ? field.slice(1) : field;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 2_000).split('\n', 1)[0] ?? '';
  const counted = [',', '\t', ';', '，'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** RFC 4180; a quote inside a field that does not begin with one stands for itself. */
function* recordsOf(text: string, delimiter: string): Generator<string[]> {
  let at = 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      const { field, next } = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter);
      if (fields.length <= MAX_COLUMNS || field !== '') fields[Math.min(fields.length, MAX_COLUMNS)] = field;
      at = next;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield fields;
  }
}

function quoted(text: string, from: number, delimiter: string): { field: string; next: number } {
  let field = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return { field: field + text.slice(at), next: text.length };
    field += text.slice(at, end);
    if (text[end + 1] !== '"') {
      // What stands between the closing quote and the next sign belongs to the field all the same.
      const { field: rest, next } = bare(text, end + 1, delimiter);
      return { field: field + rest, next };
    }
    field += '"';
    at = end + 2;
  }
}

function bare(text: string, from: number, delimiter: string): { field: string; next: number } {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { field: text.slice(from, at), next: at };
}
