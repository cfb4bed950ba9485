import type { QuestionFileReading, QuestionRow, RowProblem } from './question-file.js';
import { REASON_HEADER, ROW_HEADER } from './table/columns.js';
import {
  QUESTION_SHEET_NAME,
  questionColumns,
  type Sheet,
  type SheetColumn,
} from './table/question-sheet.js';
import { explanationSheet } from './table/template.js';
import { writeSheets } from './xlsx/write-sheets.js';

/**
 * The failing rows as a workbook: the same columns in the same order, the cells at fault in red with a note, 原行号 and 原因 at
 * the end. Mended in place it can be imported as it is; the two added columns are not read. Null when no row failed.
 */
export async function writeErrorWorkbook(reading: QuestionFileReading): Promise<Uint8Array | null> {
  const failing = reading.rows.filter(({ question }) => question === null);
  if (failing.length === 0) return null;
  const sheets = [...new Set(failing.map(({ sheet }) => sheet))].map((name) =>
    errorSheet(
      name ?? QUESTION_SHEET_NAME,
      failing.filter(({ sheet }) => sheet === name),
      reading.errors.filter(({ sheet }) => sheet === name),
    ),
  );
  return writeSheets([...sheets, explanationSheet()]);
}

function errorSheet(name: string, rows: readonly QuestionRow[], errors: readonly RowProblem[]): Sheet {
  const headers = [...new Set(rows.flatMap(({ given }) => given.map(([header]) => header)))];
  const isAdded = (header: string) => header === REASON_HEADER || header === ROW_HEADER;
  const own = headers.filter((header) => !isAdded(header));
  const known = new Map(questionColumns(26).map((column) => [column.header, column]));
  const columns: SheetColumn[] = [
    ...own.map((header) => known.get(header) ?? { header, width: 18 }),
    { header: ROW_HEADER, width: 8 },
    { header: REASON_HEADER, width: 60 },
  ];
  const byRow = groupByRow(errors);
  const marks: { row: number; column: number; note: string }[] = [];
  const cells = rows.map(({ row, given }, index) => {
    const problems = byRow.get(row) ?? [];
    const texts = new Map(given);
    for (const [column, header] of own.entries()) {
      const notes = problems.filter((problem) => problem.column === header).map(({ detail }) => detail);
      if (notes.length > 0) marks.push({ row: index, column, note: notes.join('\n') });
    }
    const reasons = problems.map(({ column, detail }) => (column === null ? detail : `${column}：${detail}`));
    marks.push({ row: index, column: own.length + 1, note: reasons.join('\n') });
    return [...own.map((header) => texts.get(header) ?? ''), row, reasons.join('\n')];
  });
  return { name, columns, rows: cells, marks };
}

function groupByRow(errors: readonly RowProblem[]): Map<number | null, RowProblem[]> {
  const groups = new Map<number | null, RowProblem[]>();
  for (const error of errors) {
    const group = groups.get(error.row);
    if (group) group.push(error);
    else groups.set(error.row, [error]);
  }
  return groups;
}
