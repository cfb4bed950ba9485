import { QUESTION_TYPE_NAMES, type Option, type Question } from '#question';
import { letterAt, letterOf, lettersOf } from './letters.js';
import type { QuestionSet } from './question-set.js';

/** A sheet for people: stems with lettered options, then 答案, 解析 and 依据 under each question. */
export function writeText({ questions }: QuestionSet): string {
  return questions.map(({ question }, index) => sheetOf(question, index + 1)).join('\n');
}

function sheetOf(question: Question, number: number): string {
  const lines = [
    `${number}. 【${QUESTION_TYPE_NAMES[question.type]}】${question.stem}`,
    ...choiceLines(question),
  ];
  lines.push(`   答案：${answerOf(question)}`);
  if (question.type === 'tf' && question.correction) lines.push(`   改正：${question.correction}`);
  if (question.explanation) lines.push(`   解析：${question.explanation}`);
  for (const { quote } of question.evidence) lines.push(`   依据：${quote.replace(/\s+/g, ' ')}`);
  return `${lines.join('\n')}\n`;
}

function choiceLines(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return lettered(question.options);
    case 'match':
      return [...question.lefts.map(({ text }, i) => `   ${i + 1}) ${text}`), ...lettered(question.rights)];
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
      return question.key.map((forms) => forms.join(' / ')).join('；');
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
  return options.map(({ text }, index) => `   ${letterAt(index)}. ${text}`);
}
