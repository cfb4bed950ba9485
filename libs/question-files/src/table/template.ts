import { BLANK, type Question } from '#question';
import { lettered } from '../compose-question.js';
import type { FiledQuestion } from '../question-set.js';
import { TYPE_NAME_LIST } from '../type-names.js';
import { questionColumns, questionSheet, type Sheet } from './question-sheet.js';

export const EXPLANATION_SHEET_NAME = '填写说明';
export const EXAMPLE_SHEET_NAME = '示例';

/** The empty template: questions to be filled in, how, and an example of every type. */
export function templateSheets(): Sheet[] {
  return [questionSheet({ article: '', questions: [] }), explanationSheet(), exampleSheet()];
}

/** What stands in each column, for whoever fills in more. */
export function explanationSheet(): Sheet {
  return {
    name: EXPLANATION_SHEET_NAME,
    columns: [
      { header: '列', width: 16 },
      { header: '怎么填', width: 90 },
    ],
    rows: [
      ['题型*', `${TYPE_NAME_LIST}，必填。这一列整列不要时，用工作表的名字作题型。`],
      ['题干*', `必填。填空题用四条下划线 ${BLANK} 表示一个空；配对题把左项写在题干里，一行一个：1) …。`],
      [
        '选项A …',
        '单选、多选、排序题的选项，配对题的右项；判断、填空、简答题留空。要更多选项，加“选项G”“选项H”列。',
      ],
      [
        '答案*',
        '单选 B；多选 A,C；判断 正确 或 错误；填空的几种写法用 ; 隔开、几个空用 | 隔开；排序按正确的顺序写 C,A,B；配对 1-B,2-A；简答写参考答案。',
      ],
      [
        '答案*（续）',
        '填空可以另起一行写“误差：±0.05 米”（几个空用 | 隔开）和“顺序：不限”；简答可以另起一行写“评分点：讲到安全（2）”，一行一个，括号里是份额。',
      ],
      ['解析', '答完以后给学员看的讲解；错误的判断题在这里另起一行写“改正：……”。'],
      ['难度(1-5)', '1 最易，5 最难。'],
      ['知识点/标签', '可以写几个，用 ； 隔开。'],
      ['原文依据', '证明答案的原句，一行一句。'],
      [
        '课程、原文标题、原文链接、分值、外部编号',
        '可以留空。外部编号是这道题在别的系统里的编号，同一个文件里不能重复。',
      ],
      ['特殊字符', '填空的答案里本来就有 ; 或 | 时，前面加一条反斜线：\\; \\|。'],
      ['出错时', '有错的行会装进一个新文件还给您，错处标红，最后一列写着原因：改好以后直接再导入那个文件。'],
    ],
  };
}

export function exampleSheet(): Sheet {
  const { columns, rows } = questionSheet({ article: '', questions: EXAMPLES });
  return { name: EXAMPLE_SHEET_NAME, columns: questionColumns(columns.length), rows };
}

const words = (stem: string, explanation: string) => ({ stem, explanation, evidence: [] });

const QUESTIONS: readonly Question[] = [
  {
    type: 'single',
    ...words('海平面附近，水在标准大气压下的沸点是多少？', '标准大气压下水的沸点是 100 ℃。'),
    options: lettered(['90 ℃', '100 ℃', '110 ℃', '120 ℃']),
    key: 'b',
  },
  {
    type: 'multi',
    ...words('下列哪些是可再生能源？', '煤燃烧以后不能在短时间内再生。'),
    options: lettered(['太阳能', '煤', '风能', '水能']),
    key: ['a', 'c', 'd'],
  },
  {
    type: 'tf',
    ...words('声音可以在真空中传播。', '声音的传播需要介质。'),
    key: false,
    correction: '声音不能在真空中传播。',
  },
  {
    type: 'fill',
    ...words(`一年有${BLANK}个季节，一天有${BLANK}小时。`, ''),
    key: [
      ['四', '4'],
      ['24', '二十四'],
    ],
  },
  {
    type: 'fill',
    ...words(`地面附近的重力加速度约为${BLANK}。`, '误差在 0.05 以内都算对。'),
    key: [['9.8']],
    tolerances: [{ kind: 'absolute', amount: '0.05', unit: '米/秒²' }],
  },
  {
    type: 'order',
    ...words('把下列长度单位从小到大排列。', ''),
    options: lettered(['米', '毫米', '千米', '厘米']),
    key: ['b', 'd', 'a', 'c'],
  },
  {
    type: 'match',
    ...words('把物理量和它的单位配对。', ''),
    lefts: [
      { id: 'l1', text: '力' },
      { id: 'l2', text: '功' },
      { id: 'l3', text: '功率' },
    ],
    rights: lettered(['瓦特', '牛顿', '焦耳'], 'r'),
    key: [
      { left: 'l1', right: 'rb' },
      { left: 'l2', right: 'rc' },
      { left: 'l3', right: 'ra' },
    ],
  },
  {
    type: 'short',
    ...words('为什么冬天的室外水管要包保温材料？', ''),
    key: {
      model: '水结冰时体积变大，会胀裂水管；保温材料减慢散热，使水不结冰。',
      rubric: [
        { id: 'p1', text: '讲到水结冰时体积变大', share: 1 },
        { id: 'p2', text: '讲到保温材料减慢散热', share: 1 },
      ],
    },
  },
];

/** Of every type one, written for the template. */
export const EXAMPLES: readonly FiledQuestion[] = QUESTIONS.map((question, index) => ({
  id: `${index + 1}`,
  question,
  difficulty: 0.3,
  tags: ['常识'],
  points: 2,
}));
