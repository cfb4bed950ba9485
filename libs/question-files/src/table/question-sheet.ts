import { QUESTION_TYPE_NAMES, QUESTION_TYPES, type Option, type Question } from '#question';
import { joinNotes } from '../answer-notes.js';
import { levelOfDifficulty } from '../details.js';
import { FACT_KIND_NAMES } from '../fact-kind-names.js';
import { headerOf, type Field } from '../field.js';
import { joinBlanks } from '../fill-answers.js';
import { joinCorrection } from '../labelled-lines.js';
import { joinLefts } from '../left-items.js';
import { letterOf, lettersOf } from '../letters.js';
import type { FiledQuestion, QuestionSet } from '../question-set.js';

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
  /** Cells to show in red, with what is said about them; rows and columns from 0, the header not counted. */
  readonly marks?: readonly { readonly row: number; readonly column: number; readonly note: string }[];
}

export const QUESTION_SHEET_NAME = '题目';
const FEWEST_OPTIONS = 6;

/** The columns of the template with so many options; more options, more columns. */
export function questionColumns(options = FEWEST_OPTIONS): SheetColumn[] {
  const column = (field: Field, width: number, choices?: readonly string[]) => ({
    header: headerOf(field),
    width,
    ...(choices && { choices }),
  });
  return [
    column(
      'type',
      10,
      QUESTION_TYPES.map((type) => QUESTION_TYPE_NAMES[type]),
    ),
    column('stem', 48),
    ...Array.from({ length: Math.max(options, FEWEST_OPTIONS) }, (_, place) => column(`option${place}`, 18)),
    column('answer', 14),
    column('explanation', 44),
    column('difficulty', 11, ['1', '2', '3', '4', '5']),
    column('tags', 14),
    column('course', 12),
    column('title', 16),
    column('url', 16),
    column('quotes', 56),
    column('points', 8),
    column('externalId', 12),
  ];
}

/** The Chinese question template with questions in it: one row a question, readable again by the reader of the template. */
export function questionSheet({ questions }: QuestionSet): Sheet {
  const most = Math.max(FEWEST_OPTIONS, ...questions.map(({ question }) => optionsOf(question).length));
  return {
    name: QUESTION_SHEET_NAME,
    columns: questionColumns(most),
    rows: questions.map((filed) => rowOf(filed, most)),
  };
}

function rowOf(filed: FiledQuestion, most: number): (string | number)[] {
  const { question, difficulty, source } = filed;
  const options = optionsOf(question).map(({ text }) => text);
  return [
    QUESTION_TYPE_NAMES[question.type],
    question.type === 'match'
      ? joinLefts(
          question.stem,
          question.lefts.map(({ text }) => text),
        )
      : question.stem,
    ...Array.from({ length: most }, (_, index) => options[index] ?? ''),
    joinNotes(answerOf(question), question),
    question.type === 'tf'
      ? joinCorrection(question.explanation, question.correction ?? '')
      : question.explanation,
    difficulty === undefined ? '' : levelOfDifficulty(difficulty),
    filedTags(filed).join('；'),
    filed.courseTitle ?? '',
    source?.title ?? '',
    source?.url ?? '',
    filedQuotes(filed).join('\n'),
    filed.points ?? '',
    filed.externalId ?? '',
  ];
}

/** Its own tags, and the kind of fact it asks for as one of them. */
export function filedTags({ question, tags = [] }: FiledQuestion): string[] {
  return [...new Set([...(question.factKind ? [FACT_KIND_NAMES[question.factKind]] : []), ...tags])];
}

export function filedQuotes({ question, source }: FiledQuestion): string[] {
  const quotes = question.evidence.length > 0 ? question.evidence.map(({ quote }) => quote) : source?.quotes;
  return (quotes ?? []).map((quote) => quote.replace(/\s+/g, ' ').trim()).filter((quote) => quote !== '');
}

function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'match') return question.rights;
  return 'options' in question ? question.options : [];
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
      return joinBlanks(question.key, 'sheet');
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
