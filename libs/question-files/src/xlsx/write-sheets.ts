import type { DataValidation, Worksheet } from 'exceljs';
import { storable } from '../plain-text.js';
import type { Sheet } from '../table/question-sheet.js';

const TEXT_FORMAT = '@';
/** So far down one can choose from a list: whoever has a sheet adds to it. */
const LAST_ROW_OF_CHOICES = 5001;
const RED = 'FFF8CBCB';

/** Missing in the types of exceljs. Its lists of single cells come out as ranges that overlap. */
interface WithRanges {
  readonly dataValidations: { add(range: string, validation: DataValidation): unknown };
}

/** Sheets with frozen headers as an Excel file. The one place that knows exceljs, which is loaded only here. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    fill(book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] }), sheet);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(worksheet: Worksheet, { columns, rows, marks = [] }: Sheet): void {
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(columns.map((column) => cellText(column.header)));
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
  header.alignment = { vertical: 'middle' };
  for (const cells of rows) {
    const row = worksheet.addRow(cells.map(cellValue));
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
  for (const { row, column, note } of marks) {
    const cell = worksheet.getCell(row + 2, column + 1);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: RED } };
    cell.note = storable(note);
  }
}

function cellValue(value: string | number): string | number | null {
  if (typeof value === 'number') return value;
  return value === '' ? null : cellText(value);
}

/** Excel reads _x0041_ as A wherever it stands, so such a text is written with its first sign spelled out. */
function cellText(text: string): string {
  return storable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
