import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { streamWorkbook } from './stream-workbook.js';
import type { Cell } from './workbook-parts.js';

const COLUMNS = [
  { header: '姓名', width: 12 },
  { header: '得分', width: 8 },
];

async function* from(rows: readonly (readonly Cell[])[]) {
  yield* rows;
}

async function written(rows: readonly (readonly Cell[])[], mostRows?: number) {
  const parts: Buffer[] = [];
  const sheets = [{ name: '成绩', columns: COLUMNS, rows: from(rows) }];
  for await (const part of streamWorkbook(sheets, mostRows)) parts.push(part);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer);
  return book;
}

const cellsOf = (book: ExcelJS.Workbook, name = '成绩') => {
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value]));
  return rows;
};

describe('a workbook that grows', () => {
  it('is read back as it was written', async () => {
    const rows = [
      ['安娜', 62.5],
      ['<b>&"引号"', 0],
      ['两\n行', null],
      ['', 3],
    ] as const;
    expect(cellsOf(await written(rows))).toEqual([
      ['姓名', '得分'],
      ['安娜', 62.5],
      ['<b>&"引号"', 0],
      ['两\n行', null],
      [null, 3],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'])(
    'keeps %j a text, also when somebody edits the cell',
    async (text) => {
      const cell = (await written([[text, 1]])).getWorksheet('成绩')?.getCell('A2');
      expect(cell).toMatchObject({ type: ExcelJS.ValueType.String, value: text, numFmt: '@' });
      expect(cell?.formula).toBeUndefined();
    },
  );

  it('leaves out what no XML can hold, and spells out what Excel would read as an escape', async () => {
    const [, row] = cellsOf(await written([['a\u0000b\u000bc\ud83dd😀_x0041_', 1]]));
    // ExcelJS gives the escape as it stands in the file; Excel shows _x0041_.
    expect(row).toEqual(['abcd😀_x005F_x0041_', 1]);
  });

  it('goes on in the next sheet when one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, n): Cell[] => [`第${n + 1}人`, n]);
    const book = await written(rows, 4);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['成绩', 4],
      ['成绩 2', 4],
      ['成绩 3', 2],
    ]);
    expect(cellsOf(book, '成绩 3')).toEqual([
      ['姓名', '得分'],
      ['第7人', 6],
    ]);
  });

  it('is a good file with tens of thousands of rows, and with none', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n): Cell[] => [`学员${n}的一段不短的作答`, n]);
    const book = await written(rows);
    expect(book.getWorksheet('成绩')?.rowCount).toBe(20_001);
    expect(cellsOf(book).at(-1)).toEqual(['学员19999的一段不短的作答', 19_999]);
    expect(cellsOf(await written([]))).toEqual([['姓名', '得分']]);
  });

  it('asks for no row before somebody reads', async () => {
    let asked = 0;
    async function* rows() {
      for (;;) {
        asked += 1;
        yield ['很长的作答'.repeat(50), asked];
      }
    }
    const stream = streamWorkbook([{ name: '成绩', columns: COLUMNS, rows: rows() }]);
    await stream.next();
    expect(asked).toBe(1);
    for (let piece = 0; piece < 3; piece += 1) await stream.next();
    expect(asked).toBeLessThan(1_000);
    await stream.return(undefined);
  });
});
