import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../testing/file-formats.js';
import { readQuestionFile } from '../index.js';

const read = (text: string) => readQuestionFile(bytesOf(text), { format: 'text' });

async function first(text: string) {
  const { rows, errors } = await read(text);
  expect(errors).toEqual([]);
  expect(rows).toHaveLength(1);
  return rows[0];
}

const SINGLE = {
  type: 'single',
  stem: '水的沸点是多少？',
  key: 'b',
  options: [{ text: '90 ℃' }, { text: '100 ℃' }],
};

describe('a question as people write it', () => {
  it.each([
    ['plainly', '1. 水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B'],
    ['with other signs', '1、水的沸点是多少？\nA、90 ℃\nB、100 ℃\n【答案】B'],
    ['wide', '１．水的沸点是多少？\nＡ．90 ℃\nＢ．100 ℃\n答案：Ｂ'.replace('１．', '1．')],
    ['in brackets', '（1）水的沸点是多少？\n（A）90 ℃\n（B）100 ℃\n[正确答案]：B'],
    ['with its number spelled out', '第1题 水的沸点是多少？\nA) 90 ℃\nB) 100 ℃\n参考答案: b'],
    ['with the options on one line', '1. 水的沸点是多少？\nA. 90 ℃  B. 100 ℃\n答案 B'],
    ['with the answer behind the options', '1. 水的沸点是多少？\nA. 90 ℃\nB. 100 ℃ 答案：B'],
    ['with its type before it', '1. 【单选题】水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B'],
    [
      'with its type and points behind it',
      '1. 水的沸点是多少？（单选题）（2分）\nA. 90 ℃\nB. 100 ℃\n答案：B',
    ],
    ['below a heading', '一、单选题（每题 2 分，共 20 分）\n1. 水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B'],
    ['without a number', '水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B'],
    [
      'with labels for everything',
      '题型：单选题\n题干：水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B'.replace('题型：单选题\n', ''),
    ],
  ])('reads a single choice written %s', async (_, text) => {
    expect((await first(text))?.question).toMatchObject(SINGLE);
  });

  it('reads answer and explanation from one line', async () => {
    const row = await first(
      '1. 水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B 解析：在标准大气压下。\n难度：易\n知识点：常识',
    );
    expect(row).toMatchObject({
      question: { ...SINGLE, explanation: '在标准大气压下。' },
      difficulty: 1,
      tags: ['常识'],
    });
  });

  it('takes the answer from the brackets of the stem', async () => {
    const row = await first('1. 水的沸点是（ B ）。\nA. 90 ℃\nB. 100 ℃');
    expect(row?.question).toMatchObject({ stem: '水的沸点是（　　）。', key: 'b' });
  });

  it('tells the other types by what stands there', async () => {
    const { rows, errors } = await read(
      [
        '1. 哪些是能源？\nA. 风\nB. 石头\nC. 水\n答案：AC',
        '2. 水会结冰。（√）',
        '3. 一年有____个季节。\n答案：四 / 4',
        '4. 一天有（　　）小时。\n答案：24',
        '5. 【排序】从小到大\nA. 米\nB. 毫米\nC. 千米\n答案：B → A → C',
        '6. 【配对题】配对\n1) 东\n2) 西\nA. 日落\nB. 日出\n答案：1-B，2-A',
        '7. 【简答题】为什么？\n答案：因为冷。\n评分点：讲到冷（2）\n评分点：讲到冰（1）',
      ].join('\n\n'),
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ question }) => question?.type)).toEqual([
      'multi',
      'tf',
      'fill',
      'fill',
      'order',
      'match',
      'short',
    ]);
    expect(rows[2]?.question).toMatchObject({ key: [['四', '4']] });
    expect(rows[6]?.question).toMatchObject({
      key: { model: '因为冷。', rubric: [{ share: 2 }, { share: 1 }] },
    });
    expect(rows.map(({ row }) => row)).toEqual([1, 7, 9, 12, 15, 21, 28]);
  });

  it('takes answers from the end, numbered anew below each heading', async () => {
    const { rows, errors } = await read(
      [
        '2026 年期末试题',
        '',
        '一、单选题',
        ...[1, 2, 3].flatMap((n) => [`${n}. 第${n}问？`, 'A. 甲', 'B. 乙', 'C. 丙']),
        '二、判断题',
        '1. 水会结冰。',
        '2. 冰会融化。',
        '',
        '参考答案',
        '一、单选题 1-3 BCA',
        '二、判断题',
        '1. √  2. 对',
      ].join('\n'),
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ question }) => question?.type !== 'match' && question?.key)).toEqual([
      'b',
      'c',
      'a',
      true,
      true,
    ]);
  });

  it('keeps numbered lines of a stem and of an explanation where they belong', async () => {
    const { rows } = await read(
      '1. 下列说法：\n（3）水会结冰\n（4）冰会化\n对的是？\nA. 甲\nB. 乙\n答案：A\n解析：分两步：\n1. 先看水\n2026 年也一样\n\n2. 下一问？\nA. 甲\nB. 乙\n答案：B',
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.question).toMatchObject({
      stem: expect.stringContaining('（4）冰会化'),
      explanation: expect.stringContaining('1. 先看水'),
    });
  });

  it.each([
    ['1. 题干？\nA. 甲\nB. 乙', 'answer-missing', '答案*'],
    ['1. 题干？\nA. 甲\nB. 乙\n答案：E', 'key-unknown', '答案*'],
    ['1. 说说你的看法。\n答案：随便', 'type-missing', '题型*'],
    ['1. 【抢答题】题干？\n答案：A', 'type-missing', '题型*'],
  ])('says what is missing in %j', async (text, code, column) => {
    expect((await read(text)).errors).toMatchObject([{ row: 1, code, column }]);
  });

  it('says which lines it passed over', async () => {
    const { warnings } = await read('期末试题\n\n1. 水会结冰。\n答案：对');
    expect(warnings).toMatchObject([{ row: 1, code: 'content-skipped', value: '期末试题' }]);
  });

  it('finds no question in an article', async () => {
    expect((await read('今天天气很好。')).errors).toMatchObject([{ code: 'no-questions' }]);
  });
});
