import { QUESTION_TYPE_NAMES, QUESTION_TYPES, type Option, type Question } from '#question';
import { FACT_KIND_NAMES } from './fact-kind-names.js';
import { letterAt, letterOf, lettersOf } from './letters.js';
import type { FiledQuestion, QuestionSet } from './question-set.js';

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** What a cell below may hold, when that is a closed list. */
  readonly choices?: readonly string[];
}

/** A table of texts and numbers; how a file stores it is the file's matter. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const FEWEST_OPTIONS = 6;

/**
 * The Chinese question template: one row a question. Letters name options; ；divides accepted forms (written `;`), `|`
 * blanks, and a matching has its left items in the stem and its right ones as options.
 */
export function questionSheet({ questions }: QuestionSet): Sheet {
  const most = Math.max(FEWEST_OPTIONS, ...questions.map(({ question }) => optionsOf(question).length));
  const options = Array.from({ length: most }, (_, index) => ({
    header: `选项${letterAt(index)}`,
    width: 18,
  }));
  return {
    name: '题目',
    columns: [
      { header: '题型*', width: 10, choices: QUESTION_TYPES.map((type) => QUESTION_TYPE_NAMES[type]) },
      { header: '题干*', width: 48 },
      ...options,
      { header: '答案*', width: 14 },
      { header: '解析', width: 44 },
      { header: '难度(1-5)', width: 11, choices: ['1', '2', '3', '4', '5'] },
      { header: '知识点/标签', width: 14 },
      { header: '课程', width: 12 },
      { header: '原文标题', width: 16 },
      { header: '原文链接', width: 16 },
      { header: '原文依据', width: 56 },
      { header: '分值', width: 8 },
    ],
    rows: questions.map((filed) => rowOf(filed, most)),
  };
}

/** What stands in each column, for whoever fills in more. */
export function explanationSheet(): Sheet {
  return {
    name: '填写说明',
    columns: [
      { header: '列', width: 16 },
      { header: '怎么填', width: 90 },
    ],
    rows: [
      ['题型*', `${QUESTION_TYPES.map((type) => QUESTION_TYPE_NAMES[type]).join('、')}，必填。`],
      ['题干*', '必填。填空题用四条下划线 ____ 表示一个空；配对题把左项写在题干里，一行一个：1) …。'],
      ['选项A …', '单选、多选、排序题的选项，配对题的右项；判断题和填空题留空。'],
      [
        '答案*',
        '单选 B；多选 A,C；判断 正确 或 错误；填空的几种写法用 ; 隔开、几个空用 | 隔开；排序按正确的顺序写 C,A,B；配对 1-B,2-A。',
      ],
      ['解析', '答完以后给学员看的讲解；错误的判断题在这里写明改正。'],
      ['难度(1-5)', '1 最易，5 最难。'],
      ['原文依据', '证明答案的原句，一行一句。'],
      ['知识点/标签、课程、原文标题、原文链接、分值', '可以留空。'],
    ],
  };
}

function rowOf({ question, difficulty }: FiledQuestion, most: number): (string | number)[] {
  const options = optionsOf(question).map(({ text }) => text);
  return [
    QUESTION_TYPE_NAMES[question.type],
    stemOf(question),
    ...Array.from({ length: most }, (_, index) => options[index] ?? ''),
    answerOf(question),
    explanationOf(question),
    difficulty === undefined ? '' : Math.min(5, 1 + Math.floor(difficulty * 5)),
    question.factKind ? FACT_KIND_NAMES[question.factKind] : '',
    '',
    '',
    '',
    question.evidence.map(({ quote }) => quote.replace(/\s+/g, ' ')).join('\n'),
    '',
  ];
}

function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'match') return question.rights;
  return 'options' in question ? question.options : [];
}

function stemOf(question: Question): string {
  if (question.type !== 'match') return question.stem;
  return [question.stem, ...question.lefts.map(({ text }, index) => `${index + 1}) ${text}`)].join('\n');
}

function explanationOf(question: Question): string {
  const { explanation } = question;
  if (question.type !== 'tf' || !question.correction || explanation.includes(question.correction))
    return explanation;
  return [explanation, `改正：${question.correction}`].filter((part) => part !== '').join('\n');
}

function answerOf(question: Question): string {
  switch (question.type) {
    case 'single':
      return letterOf(question.options, question.key);
    case 'multi':
      return lettersOf(question.options, question.key).join(',');
    case 'tf':
      return question.key ? '正确' : '错误';
    case 'fill':
      return question.key.map((forms) => forms.map(withoutDividers).join(';')).join('|');
    case 'order':
      return question.key.map((id) => letterOf(question.options, id)).join(',');
    case 'match':
      return question.key
        .map(({ left, right }) => {
          const place = question.lefts.findIndex(({ id }) => id === left) + 1;
          return `${place}-${letterOf(question.rights, right)}`;
        })
        .join(',');
    case 'short':
      return question.key.model;
  }
}

/** Marking takes the wide mark and the narrow one for the same. */
function withoutDividers(form: string): string {
  return form.replaceAll(';', '；').replaceAll('|', '｜');
}
