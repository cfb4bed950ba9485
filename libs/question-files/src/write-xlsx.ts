import type { Worksheet } from 'exceljs';
import { explanationSheet, questionSheet, type Sheet } from './question-sheet.js';
import type { QuestionSet } from './question-set.js';

const TEXT_FORMAT = '@';

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
      const cell = row.getCell(index + 1);
      if (typeof value === 'string') cell.numFmt = TEXT_FORMAT;
      const choices = columns[index]?.choices;
      if (choices) {
        cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] };
      }
    });
  }
}
