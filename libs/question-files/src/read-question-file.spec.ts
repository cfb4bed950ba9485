import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../testing/file-formats.js';
import { rowXml, workbookFile } from '../testing/workbook-file.js';
import { readQuestionFile, writeErrorWorkbook, writeTemplate } from './index.js';

const CSV = '题型,题干,A,B,答案\n单选题,中国的首都在哪里？,上海,北京,B\n';

function gbk(): Uint8Array {
  // 题干,答案 and a statement, as a Chinese Windows writes them.
  const hex = 'cce2d0cd2ccce2b8c92cb4f0b0b80ac5d0b6cf2cbaa3cbaeb2bbcac7b5adb5c4a1a32cb6d40a';
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

describe('recognising a file', () => {
  it.each([
    ['UTF-8', bytesOf(CSV)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${CSV}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le'))],
    ['UTF-16 the other way round', new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le').swap16())],
    ['tabs', bytesOf(CSV.replaceAll(',', '\t'))],
    ['semicolons', bytesOf(CSV.replaceAll(',', ';'))],
    ['carriage returns', bytesOf(CSV.replaceAll('\n', '\r\n'))],
  ])('reads a CSV file in %s', async (_, bytes) => {
    const { format, rows, errors } = await readQuestionFile(bytes, { fileName: '题目.csv' });
    expect(errors).toEqual([]);
    expect({ format, question: rows[0]?.question }).toMatchObject({ format: 'csv', question: { key: 'b' } });
  });

  it('reads GBK', async () => {
    const { rows } = await readQuestionFile(gbk(), { fileName: '题目.csv' });
    expect(rows[0]?.question).toMatchObject({ type: 'tf', stem: '海水不是淡的。', key: true });
  });

  it.each([
    ['moodle-xml', '<?xml version="1.0"?><quiz></quiz>'],
    ['interchange', '{"article": "", "questions": []}'],
    ['gift', '::Q1:: 水会结冰。 {TRUE}'],
    ['text', '1. 水会结冰。\n答案：对'],
    ['csv', '题干,答案\n'],
  ])('knows %s by what stands in it', async (format, text) => {
    expect(await readQuestionFile(bytesOf(text))).toMatchObject({ format });
  });

  it('tells when characters had to be left out', async () => {
    const text = await readQuestionFile(bytesOf('1. 水会\u0007结冰。\n答案：对'));
    expect(text.rows[0]?.question).toMatchObject({ stem: '水会结冰。' });
    const cells = ['判断', '水会_x0007_结冰。', '对'];
    const rows = rowXml(1, ['题型', '题干', '答案']) + rowXml(2, cells);
    const sheet = await readQuestionFile(workbookFile([{ name: '题目', rows }]));
    expect(sheet.rows[0]?.question).toMatchObject({ stem: '水会结冰。' });
    for (const { warnings } of [text, sheet])
      expect(warnings).toMatchObject([{ code: 'characters-removed' }]);
  });

  it('reads nothing from the empty template, which brings its own examples', async () => {
    const template = await writeTemplate();
    expect(await readQuestionFile(template)).toMatchObject({
      rows: [],
      errors: [{ code: 'no-questions' }],
      warnings: [],
    });
  });

  it('is plain data that can cross from a thread', async () => {
    const reading = await readQuestionFile(bytesOf(`${CSV}单选题,,上海,北京,B\n`), { fileName: 'a.csv' });
    expect(structuredClone(reading)).toEqual(reading);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });
});

describe('cells of a workbook', () => {
  const STYLES =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs>';

  async function answerIn(cell: string) {
    const rows = `${rowXml(1, ['题型', '题干', '答案'])}<row r="2"><c r="A2" t="inlineStr"><is><t>填空</t></is></c><c r="B2" t="s"><v>0</v></c>${cell}</row>`;
    const strings = ['<r><t>约</t></r><r><t>____</t></r><rPh sb="0" eb="1"><t>读音</t></rPh>'];
    const {
      rows: read,
      errors,
      warnings,
    } = await readQuestionFile(workbookFile([{ name: '题目', rows }], { strings, styles: STYLES }));
    const question = read[0]?.question;
    return {
      key: question?.type === 'fill' ? [question.stem, ...question.key.flat()] : null,
      errors,
      warnings,
    };
  }

  it.each([
    ['a number', '<c r="C2"><v>1990</v></c>', '1990', []],
    ['a fraction as the machine keeps it', '<c r="C2"><v>0.30000000000000004</v></c>', '0.3', []],
    ['a long number', '<c r="C2"><v>12345678901234567</v></c>', '12345678901234567', ['number-inexact']],
    [
      'a rounded long number',
      '<c r="C2"><v>1.2345678901234568E+16</v></c>',
      '12345678901234568',
      ['number-inexact'],
    ],
    ['a date', '<c r="C2" s="1"><v>44000</v></c>', '2020/6/18', ['date-read']],
    ['a Chinese date', '<c r="C2" s="2"><v>44000</v></c>', '2020年6月18日', ['date-read']],
    ['a time', '<c r="C2" s="4"><v>0.5</v></c>', '12:00', ['date-read']],
    ['a share', '<c r="C2" s="3"><v>0.5</v></c>', '50%', []],
    ['the value of a formula', '<c r="C2" t="str"><f>CONCAT("a","b")</f><v>ab</v></c>', 'ab', []],
    ['the number of a formula', '<c r="C2"><f>1+1</f><v>2</v></c>', '2', []],
    ['escaped characters', '<c r="C2" t="inlineStr"><is><t>a_x0041_b</t></is></c>', 'aAb', []],
  ])('reads %s', async (_, cell, answer, codes) => {
    const { key, errors, warnings } = await answerIn(cell);
    expect(errors).toEqual([]);
    expect(key).toEqual(['约____', answer]);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['a formula that failed', '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    ['a formula nobody computed', '<c r="C2"><f>1+1</f></c>'],
  ])('refuses %s', async (_, cell) => {
    const { errors } = await answerIn(cell);
    expect(errors[0]).toMatchObject({ code: 'cell-error', column: '答案', row: 2 });
  });

  it('gives a merged cell to each of its rows', async () => {
    const rows = [
      ['题型', '题干', '答案'],
      ['判断', '水会结冰。', '对'],
      ['', '冰会融化。', '对'],
      ['', '天会亮。', '对'],
    ]
      .map((cells, index) => rowXml(index + 1, cells))
      .join('');
    const behind = '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>';
    const { rows: read, errors } = await readQuestionFile(workbookFile([{ name: '题目', rows, behind }]));
    expect(errors).toEqual([]);
    expect(read).toHaveLength(3);
  });

  it('does not read hidden sheets and sheets of examples, and says so', async () => {
    const rows = [
      ['题型', '题干', '答案'],
      ['判断', '水会结冰。', '对'],
    ]
      .map((cells, index) => rowXml(index + 1, cells))
      .join('');
    const { rows: read, warnings } = await readQuestionFile(
      workbookFile([
        { name: '题目', rows },
        { name: '旧题', rows, hidden: true },
        { name: '样例', rows },
        { name: '填写说明', rows },
        { name: '通讯录', rows: rowXml(1, ['姓名']) },
      ]),
    );
    expect(read).toHaveLength(1);
    expect(warnings.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['sheet-skipped', '旧题'],
      ['sheet-skipped', '样例'],
      ['sheet-skipped', '通讯录'],
    ]);
  });
});

describe('the error workbook', () => {
  const sheet = [
    ['备注', '题型', '题干', 'A', 'B', '答案'],
    ['甲', '单选题', '几？', '一', '二', 'B'],
    ['乙', '单选题', '几？？', '一', '二', 'E'],
    ['丙', '抢答题', '=1+1', '一', '二', 'A'],
  ];
  const rows = sheet.map((cells, index) => rowXml(index + 1, cells)).join('');

  async function errorBook() {
    const reading = await readQuestionFile(workbookFile([{ name: '第一章', rows }]));
    const bytes = await writeErrorWorkbook(reading);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((bytes ?? new Uint8Array()).buffer as ArrayBuffer);
    return { book, bytes: bytes ?? new Uint8Array() };
  }

  it('gives the failing rows back, the cells at fault red and explained', async () => {
    const { book } = await errorBook();
    const page = book.getWorksheet('第一章');
    const texts = (row: number) =>
      Array.from({ length: 8 }, (_, index) => page?.getCell(row, index + 1).text ?? '');
    expect(texts(1)).toEqual([...(sheet[0] ?? []), '原行号', '原因']);
    expect(texts(2)).toEqual([...(sheet[2] ?? []), '3', expect.stringContaining('答案 E 不是任何一个选项')]);
    expect(texts(3).slice(0, 7)).toEqual([...(sheet[3] ?? []), '4']);
    expect(page?.rowCount).toBe(3);
    const fault = page?.getCell(2, 6);
    expect(fault?.fill).toMatchObject({ fgColor: { argb: 'FFF8CBCB' } });
    expect(JSON.stringify(fault?.note)).toContain('答案 E');
    expect(page?.getCell(2, 5).fill).toMatchObject({ pattern: 'none' });
  });

  it('is imported again as it is, and then mended', async () => {
    const { book, bytes } = await errorBook();
    const again = await readQuestionFile(bytes);
    expect(again.errors.map(({ code, row }) => [code, row])).toEqual([
      ['key-unknown', 2],
      ['type-unknown', 3],
    ]);
    const page = book.getWorksheet('第一章');
    if (page) {
      page.getCell(2, 6).value = 'A';
      page.getCell(3, 2).value = '单选题';
    }
    const mended = await readQuestionFile(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(mended.errors).toEqual([]);
    expect(mended.rows.map(({ question }) => question?.stem)).toEqual(['几？？', '=1+1']);
    expect(mended.warnings.map(({ code, column }) => [code, column])).toEqual([['column-unknown', '备注']]);
  });

  it('puts the failing questions of a text into the columns of the template', async () => {
    const reading = await readQuestionFile(bytesOf('1. 【单选题】几？\nA. 一\nB. 二\n答案：C\n解析：数一数'));
    const again = await readQuestionFile((await writeErrorWorkbook(reading)) ?? new Uint8Array());
    expect(again).toMatchObject({
      format: 'xlsx',
      errors: [{ code: 'key-unknown', column: '答案*', value: 'C' }],
    });
    expect(Object.fromEntries(again.rows[0]?.given ?? [])).toMatchObject({
      '题干*': '几？',
      选项B: '二',
      解析: '数一数',
    });
  });

  it('is none when no row failed', async () => {
    expect(await writeErrorWorkbook(await readQuestionFile(bytesOf(CSV)))).toBeNull();
  });
});
