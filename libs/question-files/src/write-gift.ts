import { BLANK, type Option, type Question } from '#question';
import { textOf } from './letters.js';
import type { FiledQuestion, QuestionSet } from './question-set.js';

/** Forms of an answer with several blanks; more than this would make a file nobody can read. */
const MOST_SPELLINGS = 40;
const LONGEST_NAME = 24;
/** Moodle draws the field inside the text where five stand; four it takes for text. */
const MOODLE_BLANK = '_____';

/**
 * Moodle's GIFT, explanation and 依据 as general feedback. What GIFT lacks is put into what it has: an ordering
 * becomes a matching of places, several blanks become one short answer with its parts divided by ；. In a multiple choice
 * every right option has its share and a wrong one takes all. `->` inside an answer is written → : GIFT cannot escape it.
 */
export function writeGift({ questions }: QuestionSet): string {
  return questions.map(entryOf).join('\n');
}

function entryOf({ id, question }: FiledQuestion): string {
  const stem = stemOf(question);
  const title = [...stem.replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('');
  const lines = [...answersOf(question), ...feedbackOf(question)];
  return `::${escape(`${id} ${title}`)}::[plain]${escape(stem)} {\n${lines.join('\n')}\n}\n`;
}

function stemOf(question: Question): string {
  const { stem } = question;
  switch (question.type) {
    case 'fill': {
      const text = stem.replaceAll(BLANK, MOODLE_BLANK);
      return question.key.length > 1 ? `${text}（各空的答案按顺序写，用“；”隔开）` : text;
    }
    case 'order':
      return `${stem}（为每个位次选出对应的一项）`;
    case 'single':
    case 'multi':
    case 'tf':
    case 'match':
    case 'short':
      return stem;
  }
}

function answersOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return question.options.map((option) => `${option.id === question.key ? '=' : '~'}${choice(option)}`);
    case 'multi': {
      const share = Number((100 / question.key.length).toFixed(5));
      return question.options.map(
        (option) => `~%${question.key.includes(option.id) ? share : -100}%${choice(option)}`,
      );
    }
    case 'tf':
      return [question.key ? 'TRUE' : 'FALSE'];
    case 'fill':
      return spellings(question.key).map((spelling) => `=${shortAnswer(spelling)}`);
    case 'order':
      return question.key.map((id, index) => pair(`第${index + 1}位`, textOf(question.options, id)));
    case 'match': {
      const unused = question.rights.filter(({ id }) => !question.key.some(({ right }) => right === id));
      return [
        ...question.key.map(({ left, right }) =>
          pair(textOf(question.lefts, left), textOf(question.rights, right)),
        ),
        ...unused.map(({ text }) => pair('', text)),
      ];
    }
    case 'short':
      return [];
  }
}

/** Every accepted form of one blank; of several blanks their combinations, the model answers first. */
function spellings(key: readonly (readonly string[])[]): string[] {
  const [only = [], ...others] = key;
  if (others.length === 0) return [...only];
  const combined = key.reduce<string[][]>(
    (rows, forms) => forms.flatMap((form) => rows.map((row) => [...row, form])).slice(0, MOST_SPELLINGS / 2),
    [[]],
  );
  return [...combined.map((row) => row.join('；')), ...combined.map((row) => row.join(';'))];
}

function feedbackOf(question: Question): string[] {
  const parts = [
    question.type === 'tf' && question.correction ? `改正：${question.correction}` : '',
    question.explanation ? `解析：${question.explanation}` : '',
    ...question.evidence.map(({ quote }) => `依据：${quote.replace(/\s+/g, ' ')}`),
  ].filter((part) => part !== '');
  return parts.length > 0 ? [`####${inBraces(parts.join('\n'))}`] : [];
}

/** A text that begins like a weight or a format would be read as one. */
function choice({ text }: Option): string {
  return /^\s*[%[]/.test(text) ? `[plain]${inBraces(text)}` : inBraces(text);
}

/** Short answers take `*` for anything, unless a backslash stands before it. */
function shortAnswer(text: string): string {
  return inBraces(text.replaceAll('*', '\\*'));
}

function pair(left: string, right: string): string {
  return `=${inBraces(left)} -> ${inBraces(right)}`;
}

/** An arrow would make a matching of any question. */
function inBraces(text: string): string {
  return escape(text.replaceAll('->', '→'));
}

function escape(text: string): string {
  return text
    .trim()
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n');
}
