import { describe, expect, it } from 'vitest';
import { rowXml, workbookFile } from '../../testing/workbook-file.js';
import { readQuestionFile, type QuestionFileReading } from '../index.js';

const HEADERS = ['题型', '题干', 'A', 'B', 'C', 'D', '答案', '解析'];

async function readRows(...rows: readonly (readonly string[])[]): Promise<QuestionFileReading> {
  const xml = rows.map((cells, index) => rowXml(index + 1, cells)).join('');
  return readQuestionFile(workbookFile([{ name: 'Sheet1', rows: xml }]));
}

describe('headers', () => {
  it.each([
    ['题型*', '题干*', '选项A', '选项B', '答案*'],
    ['题型（必填）', '试题（必填）', '选项A（必填）', '选项B(必填)', '正确选项（必填）'],
    ['试题类型', '题目', 'A', 'B', '正确答案'],
    ['类型', '问题', 'Ａ', 'Ｂ', '标准答案'],
    ['type', 'Question', 'Option A', 'Option B', 'Answer'],
    ['题型', '试题内容', '选项1', '选项2', '参考答案'],
    ['题 型', '题干内容', '选项（A）', '选项（B）', '答案（多个用逗号隔开）'],
  ])('knows %s | %s | %s | %s | %s', async (...headers) => {
    const { rows, errors, warnings } = await readRows(headers, ['单选', '几？', '一', '二', 'B']);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(rows[0]?.question).toMatchObject({ type: 'single', stem: '几？', key: 'b' });
  });

  it('reads columns in any order, below a title, with empty rows between', async () => {
    const { rows, errors } = await readRows(
      ['2026 年题库'],
      [],
      ['答案', '知识点名称', '难度', '试题', '题型', '分值'],
      [],
      ['对', '基础；安全', '较难', '水会结冰。', '判断', '2.5分'],
    );
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([
      { row: 5, tags: ['基础', '安全'], difficulty: 4, points: 2.5, sheet: 'Sheet1' },
    ]);
  });

  it('takes the name of a sheet for the type when there is no such column', async () => {
    const sheet = (name: string, ...rows: string[][]) => ({
      name,
      rows: rows.map((cells, index) => rowXml(index + 1, cells)).join(''),
    });
    const { rows, errors } = await readQuestionFile(
      workbookFile([
        sheet('单选题', ['题干', 'A', 'B', '答案'], ['几？', '一', '二', 'A']),
        sheet('二、判断题', ['题干', '答案'], ['水会结冰。', '√']),
      ]),
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ sheet: name, question }) => [name, question?.type])).toEqual([
      ['单选题', 'single'],
      ['二、判断题', 'tf'],
    ]);
  });

  it('reads all options from one cell', async () => {
    for (const cell of [
      'A.甲 B.乙 C.丙',
      'A、甲\nB、乙\nC、丙',
      '甲|乙|丙',
      '甲\n乙\n丙',
      '（A）甲；（B）乙；（C）丙',
    ]) {
      const { rows } = await readRows(['题型', '题干', '选项', '答案'], ['单选', '几？', cell, 'C']);
      expect(rows[0]?.question).toMatchObject({
        options: [{ text: '甲' }, { text: '乙' }, { text: '丙' }],
        key: 'c',
      });
    }
  });

  it('tells of columns that it does not know, whatever they are called', async () => {
    const { rows, warnings } = await readRows(
      ['题型', '题干', '答案', '出题人', '__proto__', 'constructor', '序号', '原因'],
      ['判断', '水会结冰。', '对', '张三', 'x', 'y', '1', '旧的原因'],
    );
    expect(rows[0]?.question).toMatchObject({ type: 'tf' });
    expect(warnings.map(({ code, column, row }) => [code, column, row])).toEqual([
      ['column-unknown', '出题人', 1],
      ['column-unknown', '__proto__', 1],
      ['column-unknown', 'constructor', 1],
    ]);
  });
});

describe('errors', () => {
  it.each([
    [['', '题干', 'A', 'B', '', '', 'A'], 'type-missing', '题型', null],
    [['抢答题', '题干', 'A', 'B', '', '', 'A'], 'type-unknown', '题型', '抢答题'],
    [['单选', '', '甲', '乙', '', '', 'A'], 'empty-stem', '题干', null],
    [['单选', '题干', '甲', '乙', '', '', ''], 'answer-missing', '答案', null],
    [['单选', '题干', '甲', '乙', '', '', 'E'], 'key-unknown', '答案', 'E'],
    [['单选', '题干', '甲', '乙', '', '', 'AB'], 'key-count', '答案', 'AB'],
    [['单选', '题干', '甲', '乙', '', '', '第二个'], 'answer-unreadable', '答案', '第二个'],
    [['单选', '题干', '甲', '', '丙', '', 'A'], 'option-gap', 'B', null],
    [['单选', '题干', '甲', '甲', '', '', 'A'], 'option-duplicate', 'B', '甲'],
    [['单选', '题干', '', '', '', '', 'A'], 'option-count', 'A', null],
    [['多选', '题干', '甲', '乙', '丙', '', 'A'], 'key-count', '答案', 'A'],
    [['多选', '题干', '甲', '乙', '丙', '丁', 'A-D'], 'answer-unreadable', '答案', 'A-D'],
    [['判断', '题干', '', '', '', '', '也许'], 'answer-unreadable', '答案', '也许'],
    [['判断', '题干', '', '', '', '', '错'], 'correction-missing', '解析', null],
    [['填空', '____和____', '', '', '', '', '一'], 'blank-count', '答案', '一'],
    [['排序', '题干', '甲', '乙', '丙', '', 'AB'], 'key-count', '答案', 'AB'],
    [['配对', '题干', '甲', '乙', '', '', '1-A,2-B'], 'option-count', '题干', '题干'],
    [['配对', '题干\n1) 东\n2) 西', '甲', '乙', '', '', '1-A'], 'key-count', '答案', '1-A'],
    [['填空', '____', '', '', '', '', '约九\n误差：±0.1'], 'number-form', '答案', '约九\n误差：±0.1'],
    [['填空', '____', '', '', '', '', '9\n误差：很小'], 'answer-unreadable', '答案', '9\n误差：很小'],
    [['填空', '____', '', '', '', '', '9\n顺序：不限'], 'any-order', '答案', '9\n顺序：不限'],
  ])('says what is wrong with %j: %s', async (cells, code, column, value) => {
    const { rows, errors } = await readRows(HEADERS, cells);
    expect(errors).toMatchObject([{ sheet: 'Sheet1', row: 2, code, column, value }]);
    expect(errors[0]?.detail).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(rows).toMatchObject([{ row: 2, question: null }]);
    expect(rows[0]?.given).toHaveLength(HEADERS.length);
  });

  it.each([
    ['难度', '很高', 'difficulty-unreadable'],
    ['难度', '6', 'difficulty-unreadable'],
    ['分值', '零', 'points-unreadable'],
    ['分值', '-2', 'points-unreadable'],
    ['分值', '1e9', 'points-unreadable'],
    ['原文链接', 'javascript:alert(1)', 'link-unreadable'],
  ])('refuses %s %s', async (header, value, code) => {
    const { errors } = await readRows(['题型', '题干', '答案', header], ['判断', '水会结冰。', '对', value]);
    expect(errors).toMatchObject([{ column: header, value, code }]);
  });

  it('wants an external id once only, and tells of the same question twice', async () => {
    const { rows, errors, warnings } = await readRows(
      ['题型', '题干', '答案', '外部编号'],
      ['判断', '水会结冰。', '对', 'Q1'],
      ['判断', '冰会融化。', '对', 'Q1'],
      ['判断', '水会结冰。', '对', ''],
    );
    expect(errors).toMatchObject([{ row: 3, code: 'external-id-duplicate', value: 'Q1' }]);
    expect(rows.map(({ question }) => question !== null)).toEqual([true, false, true]);
    expect(warnings).toMatchObject([{ row: 4, code: 'duplicate' }]);
  });

  it.each([
    [
      [
        ['姓名', '学号'],
        ['张三', '1'],
      ],
      'header-missing',
    ],
    [
      [
        ['题型', '题干', '试题', '答案'],
        ['判断', '一', '二', '对'],
      ],
      'header-duplicate',
    ],
    [[HEADERS], 'no-questions'],
  ])('refuses a sheet as a whole: %j', async (rows, code) => {
    expect((await readRows(...rows)).errors).toMatchObject([{ code }]);
  });
});
