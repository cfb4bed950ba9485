import type { DataValidation, Worksheet } from 'exceljs';
import { explanationSheet, questionSheet, type Sheet } from './question-sheet.js';
import type { QuestionSet } from './question-set.js';

const TEXT_FORMAT = '@';
/** So far down one can choose from a list: whoever has a sheet adds to it. */
const LAST_ROW_OF_CHOICES = 2000;

/** Missing in the types of exceljs. Its lists of single cells come out as ranges that overlap. */
interface WithRanges {
  readonly dataValidations: { add(range: string, validation: DataValidation): unknown };
}

/**
 * An Excel file in the form of the Chinese question template. Every text is a text cell, also one that looks like a
 * formula, and stays one when it is edited. The file carries the time of its writing: two runs have the same cells,
 * not the same bytes. The one place that knows exceljs, which is loaded only here.
 */
export async function writeXlsx(set: QuestionSet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const sheet of [questionSheet(set), explanationSheet()]) {
    fill(book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] }), sheet);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(worksheet: Worksheet, { columns, rows }: Sheet): void {
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(columns.map((column) => column.header));
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
  header.alignment = { vertical: 'middle' };
  for (const cells of rows) {
    const row = worksheet.addRow(cells.map((cell) => (cell === '' ? null : cell)));
    row.alignment = { vertical: 'top', wrapText: true };
    cells.forEach((value, index) => {
      if (typeof value === 'string') row.getCell(index + 1).numFmt = TEXT_FORMAT;
    });
  }
  columns.forEach(({ choices }, index) => {
    if (!choices) return;
    const { letter } = worksheet.getColumn(index + 1);
    (worksheet as Worksheet & WithRanges).dataValidations.add(`${letter}2:${letter}${LAST_ROW_OF_CHOICES}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
    });
  });
}
