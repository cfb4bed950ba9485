import type { Question } from '#question';
import { describe, expect, it } from 'vitest';
import { rowXml, workbookFile } from '../../testing/workbook-file.js';
import { readQuestionFile, type QuestionFileReading } from '../index.js';

const HEADERS = ['题型', '题干', 'A', 'B', 'C', 'D', '答案', '解析'];
const CHOICES = ['甲', '乙', '丙', '丁'];

async function readRows(...rows: readonly (readonly string[])[]): Promise<QuestionFileReading> {
  const xml = rows.map((cells, index) => rowXml(index + 1, cells)).join('');
  return readQuestionFile(workbookFile([{ name: 'Sheet1', rows: xml }]));
}

async function questionOf(
  type: string,
  options: readonly string[],
  answer: string,
  stem = '题干',
  explanation = '解析',
) {
  const padded = [...options, '', '', '', ''].slice(0, 4);
  const { rows, errors } = await readRows(HEADERS, [type, stem, ...padded, answer, explanation]);
  expect(errors).toEqual([]);
  return rows[0]?.question ?? null;
}

function keyOf(question: Question | null): unknown {
  return question && question.type !== 'match' ? question.key : null;
}

describe('spellings of answers', () => {
  it.each(['B', 'b', 'Ｂ', ' B ', 'B.', '（B）', '选B', '乙'])(
    'reads %j as the second option',
    async (answer) => {
      expect(keyOf(await questionOf('单选题', CHOICES, answer))).toBe('b');
    },
  );

  it.each(['A,C', 'AC', 'A;C', 'A、C', 'A C', 'Ａ，Ｃ', 'a|c', 'A；C', 'A/C', 'A和C', '[A][C]', 'CA'])(
    'reads %j as the first and the third option',
    async (answer) => {
      const key = keyOf(await questionOf('多选题', CHOICES, answer));
      expect(Array.isArray(key) ? key.toSorted() : key).toEqual(['a', 'c']);
    },
  );

  it.each(['正确', '对', '√', '是', 'T', 'true', '✓', 'Y', '1', '对。'])(
    'reads %j as true',
    async (answer) => {
      expect(keyOf(await questionOf('判断题', [], answer))).toBe(true);
    },
  );

  it.each(['错误', '错', '×', '否', 'F', 'FALSE', '✗', 'N', '0', '不正确'])(
    'reads %j as false',
    async (answer) => {
      expect(keyOf(await questionOf('判断题', [], answer))).toBe(false);
    },
  );

  it('reads the letter of a statement with 正确 and 错误 as options', async () => {
    expect(keyOf(await questionOf('判断题', ['正确', '错误'], 'B'))).toBe(false);
  });

  it.each([
    ['1990年', '建于____。', [['1990年']]],
    ['1990年;一九九〇年', '建于____。', [['1990年', '一九九〇年']]],
    ['1990年；一九九〇年', '建于____。', [['1990年', '一九九〇年']]],
    ['港|1990年', '____建于____。', [['港'], ['1990年']]],
    ['港;港口｜1990年', '____建于____。', [['港', '港口'], ['1990年']]],
    ['港；1990年', '____建于____。', [['港'], ['1990年']]],
    ['港、1990年', '____建于____。', [['港'], ['1990年']]],
    ['港 1990年', '____建于____。', [['港'], ['1990年']]],
    ['a\\;b;c', '____', [['a;b', 'c']]],
    ['C:\\new', '____', [['C:\\new']]],
    ['km/h', '____', [['km/h']]],
    ['1 / 2', '____', [['1', '2']]],
  ])('reads the blanks of %j', async (answer, stem, key) => {
    expect(keyOf(await questionOf('填空题', [], answer, stem))).toEqual(key);
  });

  it.each(['建于（　　）。', '建于( )。', '建于________。', '建于__。', '建于【 】。'])(
    'takes %j for a stem with one blank',
    async (stem) => {
      expect(await questionOf('填空题', [], '1990年', stem)).toMatchObject({ stem: '建于____。' });
    },
  );

  it.each(['C,A,B', 'CAB', 'C → A → B', 'C->A->B', 'C-A-B', 'C>A>B'.replaceAll('>', '、')])(
    'reads %j as an order',
    async (answer) => {
      expect(keyOf(await questionOf('排序题', CHOICES.slice(0, 3), answer))).toEqual(['c', 'a', 'b']);
    },
  );

  it.each(['1-B,2-A', '1—B，2—A', '1B 2A', '1：B；2：A', '①-B ②-A', '1→B、2→A', '2-A,1-B', '(1)B(2)A'])(
    'reads %j as pairs',
    async (answer) => {
      const question = await questionOf('配对题', ['日落', '日出'], answer, '配对。\n1) 东\n2) 西');
      expect(question).toMatchObject({
        stem: '配对。',
        lefts: [{ text: '东' }, { text: '西' }],
        key: [
          { left: 'l1', right: 'rb' },
          { left: 'l2', right: 'ra' },
        ],
      });
    },
  );

  it.each([
    ['9.8±0.05', [{ kind: 'absolute', amount: '0.05' }]],
    ['9.8±1%', [{ kind: 'relative', amount: '0.01' }]],
    ['9.8\n误差：±0.05 米', [{ kind: 'absolute', amount: '0.05', unit: '米' }]],
    [
      '9.8\n误差：±0.05 米（必须写单位）',
      [{ kind: 'absolute', amount: '0.05', unit: '米', unitRequired: true }],
    ],
  ])('reads the tolerance of %j', async (answer, tolerances) => {
    expect(await questionOf('填空题', [], answer, '约____。')).toMatchObject({ key: [['9.8']], tolerances });
  });

  it('reads the points of a short answer with their shares', async () => {
    expect(
      await questionOf('简答题', [], '体积变大。\n评分点：讲到体积（2分）\n得分点也是正文\n评分点：讲到保温'),
    ).toMatchObject({
      key: {
        model: '体积变大。',
        rubric: [
          { id: 'p1', share: 1 },
          { id: 'p2', text: '讲到保温', share: 1 },
        ],
      },
    });
  });

  it.each([
    ['B', 'single'],
    ['A,B', 'multi'],
  ])('takes 选择题 with the answer %s for a %s', async (answer, type) => {
    expect(await questionOf('选择题', CHOICES, answer)).toMatchObject({ type });
  });

  it('takes the explanation of a false statement for its correction, and says so', async () => {
    const { rows, warnings } = await readRows(HEADERS, [
      '判断',
      '地球是方的。',
      '',
      '',
      '',
      '',
      '错',
      '地球近似球体。',
    ]);
    expect(rows[0]?.question).toMatchObject({ correction: '地球近似球体。' });
    expect(warnings).toMatchObject([{ code: 'correction-assumed', row: 2, column: '解析' }]);
  });

  it.each(['排序题', '配对题'])(
    'shows a %s that was written in its right order in another one',
    async (type) => {
      const stem = type === '配对题' ? '配对\n1) 东\n2) 西\n3) 南' : '排序';
      const answer = type === '配对题' ? '1-A,2-B,3-C' : 'ABC';
      const { rows, errors, warnings } = await readRows(HEADERS, [
        type,
        stem,
        ...CHOICES.slice(0, 3),
        '',
        answer,
        '',
      ]);
      expect(errors).toEqual([]);
      expect(rows[0]?.question).toMatchObject({ type: type === '配对题' ? 'match' : 'order' });
      expect(warnings).toMatchObject([{ code: 'options-rearranged' }]);
    },
  );
});
