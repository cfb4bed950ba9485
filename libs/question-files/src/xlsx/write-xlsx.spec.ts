import ExcelJS, { type Worksheet } from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { NASTY, questions } from '../../testing/questions.js';
import { questionSheet } from '../table/question-sheet.js';
import { writeXlsx } from './write-xlsx.js';

const set = { article: '', questions };
let book: ExcelJS.Workbook;
let sheet: Worksheet;

beforeAll(async () => {
  book = new ExcelJS.Workbook();
  const bytes = await writeXlsx(set);
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  sheet = book.worksheets[0] ?? book.addWorksheet();
});

function cellsOf(row: number): unknown[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value ?? '');
}

/** The cells of a question under their headers. */
function filed(row: number): Record<string, unknown> {
  const headers = cellsOf(1).map(String);
  return Object.fromEntries(cellsOf(row + 1).map((cell, index) => [headers[index] ?? '', cell]));
}

describe('writeXlsx, read back', () => {
  it('has the cells that were written, row by row', () => {
    const { columns, rows } = questionSheet(set);
    expect(cellsOf(1)).toEqual(columns.map(({ header }) => header));
    expect(rows).toHaveLength(questions.length);
    rows.forEach((row, index) => expect(cellsOf(index + 2)).toEqual(row));
  });

  it('is the template that instructors know, with a frozen header and an explanation', () => {
    expect(cellsOf(1).join('|')).toBe(
      '题型*|题干*|选项A|选项B|选项C|选项D|选项E|选项F|答案*|解析|难度(1-5)|知识点/标签|课程|原文标题|原文链接|原文依据|分值|外部编号',
    );
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(sheet.getColumn(2).width).toBe(48);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['题目', '填写说明']);
  });

  it('keeps a formula a text, also when somebody edits the cell', () => {
    const [formula, nasty] = [sheet.getCell(2, 3), sheet.getCell(2, 5)];
    expect(formula).toMatchObject({ value: '=1+1', type: ExcelJS.ValueType.String, numFmt: '@' });
    expect(nasty).toMatchObject({ value: NASTY, type: ExcelJS.ValueType.String, numFmt: '@' });
    const types: ExcelJS.ValueType[] = [];
    for (const each of book.worksheets) each.eachRow((row) => row.eachCell((cell) => types.push(cell.type)));
    expect(types.length).toBeGreaterThan(50);
    expect(types).not.toContain(ExcelJS.ValueType.Formula);
  });

  it.each([
    [1, { '题型*': '单选题', '答案*': 'C', '难度(1-5)': 1, '知识点/标签': '时间' }],
    [2, { '题型*': '多选题', '答案*': 'A,B,D', 选项C: '-南码头' }],
    [3, { '题型*': '判断题', '答案*': '正确', 选项A: '' }],
    [4, { '题型*': '判断题', '答案*': '错误', 解析: expect.stringMatching(/\n改正：滨海港建于1990年。$/) }],
    [5, { '题型*': '填空题', '答案*': '1990年;一九九〇年;5*5={25}', '题干*': '滨海港建于____。' }],
    [6, { '答案*': '滨海港;滨海\\|港|1990年;一九九〇年;90\\;年' }],
    [7, { '题型*': '排序题', '答案*': 'B,C,A' }],
    [
      8,
      { '题型*': '配对题', '答案*': '1-B,2-A', '题干*': '请配对。\n1) 东 -> 港\n2) 西=港', '难度(1-5)': 5 },
    ],
  ])('writes question %i so that it can be filled in the same way', (row, cells) => {
    expect(filed(row)).toMatchObject(cells);
  });

  it('offers the types to choose from, also in the rows that are still empty', () => {
    const choices = { type: 'list', formulae: ['"单选题,多选题,判断题,填空题,排序题,配对题,简答题"'] };
    for (const row of [2, 10, 2000]) expect(sheet.getCell(row, 1).dataValidation).toMatchObject(choices);
    expect(sheet.getCell(2, 2).dataValidation).toBeUndefined();
  });
});

describe('questionSheet', () => {
  it('grows with the options, and has a header without questions', () => {
    const options = Array.from({ length: 8 }, (_, index) => ({ id: `o${index}`, text: `选项${index}` }));
    const question = {
      type: 'single',
      stem: '？',
      options,
      key: 'o7',
      explanation: '',
      evidence: [],
    } as const;
    const { columns, rows } = questionSheet({ article: '', questions: [{ id: 'Q1', question }] });
    expect(columns.map(({ header }) => header)).toContain('选项H');
    expect(rows[0]?.[10]).toBe('H');
    expect(questionSheet({ article: '', questions: [] }).columns).toHaveLength(18);
  });
});
