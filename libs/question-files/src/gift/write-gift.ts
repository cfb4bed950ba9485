import { BLANK, type Option, type Question } from '#question';
import { joinNotes } from '../answer-notes.js';
import { givenDetailsOf } from '../filed-details.js';
import { joinFeedback } from '../labelled-lines.js';
import { textOf } from '../letters.js';
import { MOODLE_BLANK, placeName, PLACES, SEVERAL_BLANKS, tagsOfDetails } from '../moodle-question.js';
import { storable } from '../plain-text.js';
import type { FiledQuestion, QuestionSet } from '../question-set.js';
import { filedQuotes, filedTags } from '../table/question-sheet.js';

/** Forms of an answer with several blanks; more than this would make a file nobody can read. */
export const MOST_SPELLINGS = 40;
const LONGEST_NAME = 24;

/**
 * Moodle's GIFT, explanation and 依据 as general feedback, what else is known as tags. What GIFT lacks is put into what it
 * has: an ordering becomes a matching of places, several blanks become one short answer with its parts divided by ；. In a
 * multiple choice every right option has its share and a wrong one takes all. `->` inside an answer is written → : GIFT
 * cannot escape it. `lossesOf('gift', …)` names what does not come back.
 */
export function writeGift({ questions }: QuestionSet): string {
  return questions.map(entryOf).join('\n');
}

function entryOf(filed: FiledQuestion): string {
  const { id, question } = filed;
  const stem = stemOf(question);
  const title = [...stem.replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('');
  const lines = [...answersOf(question), ...feedbackOf(filed)];
  return `${remarksOf(filed)}::${escape(`${id} ${title}`)}::[plain]${escape(stem)} {\n${lines.join('\n')}\n}\n`;
}

/** Moodle reads ids and tags from a remark before the question. */
function remarksOf(filed: FiledQuestion): string {
  const remark = (kind: string, text: string) =>
    `[${kind}:${storable(text).replace(/\s+/g, ' ').replaceAll(']', '\\]')}]`;
  const remarks = [
    ...(filed.externalId ? [remark('id', filed.externalId)] : []),
    ...tagsOfDetails(givenDetailsOf(filed), filedTags(filed)).map((tag) => remark('tag', tag)),
  ];
  return remarks.length > 0 ? `// ${remarks.join(' ')}\n` : '';
}

function stemOf(question: Question): string {
  const { stem } = question;
  switch (question.type) {
    case 'fill': {
      const text = stem.replaceAll(BLANK, MOODLE_BLANK);
      return question.key.length > 1 ? `${text}${SEVERAL_BLANKS}` : text;
    }
    case 'order':
      return `${stem}${PLACES}`;
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
    case 'fill': {
      const [tolerance] = question.tolerances ?? [];
      if (question.key.length === 1 && tolerance?.kind === 'absolute')
        return [`#${(question.key[0] ?? []).map((form) => `=${form}:${tolerance.amount}`).join(' ')}`];
      return spellings(question.key).map((spelling) => `=${shortAnswer(spelling)}`);
    }
    case 'order':
      return question.key.map((id, index) => pair(placeName(index), textOf(question.options, id)));
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

function feedbackOf(filed: FiledQuestion): string[] {
  const { question } = filed;
  const feedback = joinFeedback({
    model: question.type === 'short' ? joinNotes(question.key.model, question) : '',
    correction: question.type === 'tf' ? (question.correction ?? '') : '',
    explanation: question.explanation,
    quotes: filedQuotes(filed),
  });
  return feedback === '' ? [] : [`####${inBraces(feedback)}`];
}

/** A text that begins like a weight or a format would be read as one. */
function choice({ text }: Option): string {
  return withFormat(text, inBraces(text));
}

function withFormat(text: string, written: string): string {
  return /^\s*[%[]/.test(text) ? `[plain]${written}` : written;
}

/** Short answers take `*` for anything, unless a backslash stands before it. */
function shortAnswer(text: string): string {
  return withFormat(text, inBraces(text.replaceAll('*', '\\*')));
}

function pair(left: string, right: string): string {
  return `=${withFormat(left, inBraces(left))} -> ${inBraces(right)}`;
}

/** An arrow would make a matching of any question. */
function inBraces(text: string): string {
  return escape(text.replaceAll('->', '→'));
}

function escape(text: string): string {
  return storable(text)
    .trim()
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n');
}
