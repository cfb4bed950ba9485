import type { Question } from '#question';
import type { ProblemCode } from './problem-codes.js';
import type { QuestionSource } from './question-set.js';

export const QUESTION_FILE_FORMATS = ['xlsx', 'csv', 'text', 'gift', 'moodle-xml', 'interchange'] as const;

export type QuestionFileFormat = (typeof QUESTION_FILE_FORMATS)[number];

/** Known by what stands in them; a workbook by its first bytes. */
export type TextFormat = Exclude<QuestionFileFormat, 'xlsx'>;

export const MAX_QUESTION_FILE_BYTES = 5 * 2 ** 20;
export const MAX_QUESTION_ROWS = 5_000;
export const MAX_COLUMNS = 100;
/** Excel's own limit of one cell. */
export const MAX_TEXT_LENGTH = 32_767;
/** Of all texts together: a file can name one long text many times. */
export const MAX_TOTAL_TEXT = 20_000_000;

/**
 * What a file of questions says. Plain data, so that it can cross from a thread. Import all of `rows` or, when there are
 * `errors`, nothing.
 */
export interface QuestionFileReading {
  /** Null when the file could not be told to be any. */
  readonly format: QuestionFileFormat | null;
  readonly rows: readonly QuestionRow[];
  readonly errors: readonly RowProblem[];
  /** What was read otherwise than it stands there, or not at all; the rows are still good. */
  readonly warnings: readonly RowProblem[];
}

export interface QuestionRow {
  /** Excel and CSV: the row, header 1. Text and GIFT: the line it begins on. XML and JSON: its number, from 1. */
  readonly row: number;
  readonly sheet: string | null;
  /** Null when an error names this row. */
  readonly question: Question | null;
  readonly externalId: string | null;
  /** 1 easy … 5 hard. */
  readonly difficulty: number | null;
  readonly tags: readonly string[];
  readonly points: number | null;
  readonly courseTitle: string | null;
  readonly source: QuestionSource;
  /** Header and text of every cell, of failing rows only: what the error workbook gives back. */
  readonly given: readonly (readonly [header: string, text: string])[];
}

export interface RowProblem {
  readonly sheet: string | null;
  /** Null when it is about the whole file or sheet. */
  readonly row: number | null;
  /** The header of the cell as the file writes it, or the template's word for the part. */
  readonly column: string | null;
  /** What stands there, cut after 200 characters. */
  readonly value: string | null;
  /** Stable code for programs; docs/question-files.md lists them. */
  readonly code: ProblemCode;
  /** Chinese sentence for people: what is wrong and how to mend it. */
  readonly detail: string;
}

/** A problem before it has its place in a file. */
export type Flaw = Pick<RowProblem, 'code' | 'detail'> & {
  readonly column?: string | null;
  readonly value?: string | null;
};

const LONGEST_VALUE = 200;

export function problemAt(place: { sheet: string | null; row: number | null }, flaw: Flaw): RowProblem {
  const { code, detail, column = null, value = null } = flaw;
  const cut = value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return { ...place, column, value: cut, code, detail };
}

/** A file of which nothing is read. */
export function refuseFile(format: QuestionFileFormat | null, flaw: Flaw): QuestionFileReading {
  return { format, rows: [], errors: [problemAt({ sheet: null, row: null }, flaw)], warnings: [] };
}
