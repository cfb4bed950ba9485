import { QUESTION_TYPE_NAMES, type Option, type Question } from '#question';
import { joinNotes } from '../answer-notes.js';
import { joinBlanks } from '../fill-answers.js';
import { letterAt, letterOf, lettersOf } from '../letters.js';
import { storable } from '../plain-text.js';
import type { FiledQuestion, QuestionSet } from '../question-set.js';
import { filedQuotes } from '../table/question-sheet.js';

/**
 * A sheet for people: stems with lettered options, then 答案, 解析 and 依据 under each question. Further lines of a text
 * begin with `|`, so that the sheet can be read in again. Levels of difficulty are left out.
 */
export function writeText({ questions }: QuestionSet): string {
  return questions.map((filed, index) => sheetOf(filed, index + 1)).join('\n');
}

export const INDENT = '   ';

function sheetOf(filed: FiledQuestion, number: number): string {
  const { question } = filed;
  const [answer = '', ...notes] = joinNotes(answerOf(question), question).split(
    /\n(?=误差：|顺序：|评分点：)/,
  );
  const parts = [
    ...choiceLines(question),
    `答案：${answer}`,
    ...notes,
    ...labelled('改正', question.type === 'tf' ? question.correction : ''),
    ...labelled('解析', question.explanation),
    ...filedQuotes(filed).flatMap((quote) => labelled('依据', quote)),
    ...labelled('标签', filed.tags?.join('；')),
    ...labelled('课程', filed.courseTitle),
    ...labelled('出处', filed.source?.title),
    ...labelled('链接', filed.source?.url),
    ...labelled('分值', filed.points),
    ...labelled('编号', filed.externalId),
  ];
  const head = `${number}. 【${QUESTION_TYPE_NAMES[question.type]}】${inLines(question.stem)}`;
  return `${[head, ...parts.map((part) => INDENT + inLines(part))].join('\n')}\n`;
}

function labelled(label: string, text: string | number | null | undefined): string[] {
  return text === null || text === undefined || text === '' ? [] : [`${label}：${text}`];
}

function inLines(text: string): string {
  return storable(text.replace(/\r\n?/g, '\n')).replaceAll('\n', `\n${INDENT}| `);
}

function choiceLines(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return lettered(question.options);
    case 'match':
      return [...question.lefts.map(({ text }, i) => `${i + 1}) ${text}`), ...lettered(question.rights)];
    case 'tf':
    case 'fill':
    case 'short':
      return [];
  }
}

function answerOf(question: Question): string {
  switch (question.type) {
    case 'single':
      return letterOf(question.options, question.key);
    case 'multi':
      return lettersOf(question.options, question.key).join('、');
    case 'tf':
      return question.key ? '正确' : '错误';
    case 'fill':
      return joinBlanks(question.key, /_{5,}/.test(question.stem) ? 'sheet' : 'text');
    case 'order':
      return question.key.map((id) => letterOf(question.options, id)).join(' → ');
    case 'match':
      return question.key
        .map(({ left, right }) => {
          const place = question.lefts.findIndex(({ id }) => id === left) + 1;
          return `${place}—${letterOf(question.rights, right)}`;
        })
        .join('，');
    case 'short':
      return question.key.model;
  }
}

function lettered(options: readonly Option[]): string[] {
  return options.map(({ text }, index) => `${letterAt(index)}. ${text}`);
}
