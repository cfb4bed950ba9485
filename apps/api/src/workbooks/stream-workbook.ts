import {
  type Cell,
  type Column,
  rowXml,
  SHEET_END,
  sheetFile,
  sheetStart,
  workbookParts,
} from './workbook-parts.js';
import { ZipStream } from './zip-stream.js';

/** A sheet whose rows are asked for as they are written. */
export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** What Excel takes in one sheet, its header included; more goes on in the next. */
const MOST_ROWS = 1_048_576;
/** Characters of XML that are compressed at a time. */
const AT_ONCE = 64 * 1024;

/** An Excel file as it grows: nobody holds more of it than one piece, and rows are asked for when the reader wants more. */
export async function* streamWorkbook(
  sheets: readonly StreamedSheet[],
  mostRows = MOST_ROWS,
): AsyncGenerator<Buffer> {
  const zip = new ZipStream();
  const names: string[] = [];
  for (const { name, columns, rows } of sheets) {
    const left = rows[Symbol.asyncIterator]();
    let next = await left.next();
    for (let piece = 1; piece === 1 || !next.done; piece += 1) {
      names.push(piece === 1 ? name : `${name} ${piece}`);
      const texts = async function* () {
        yield sheetStart(columns);
        let text = '';
        for (let row = 2; row <= mostRows && !next.done; row += 1, next = await left.next()) {
          text += rowXml(row, next.value);
          if (text.length < AT_ONCE) continue;
          yield text;
          text = '';
        }
        yield text + SHEET_END;
      };
      yield* zip.entry(`xl/${sheetFile(names.length)}`, texts());
    }
  }
  for (const [path, xml] of workbookParts(names)) yield* zip.entry(path, [xml]);
  yield zip.end();
}
