import type { ProblemCode } from '../problem-codes.js';
import { MAX_QUESTION_ROWS, MAX_TEXT_LENGTH, MAX_TOTAL_TEXT, type Flaw } from '../question-file.js';

/** A table as a file holds it, before anybody looks for questions in it. */
export interface RawSheet {
  readonly name: string | null;
  readonly hidden: boolean;
  /** Rows that hold something, by their numbers in the file. */
  readonly rows: readonly RawRow[];
  /** A column beyond the last that is read. */
  readonly tooWide: boolean;
}

export interface RawRow {
  readonly row: number;
  /** By column, from 0; no empty ones. */
  readonly cells: Map<number, RawCell>;
}

export interface RawCell {
  readonly text: string;
  readonly remark?: { readonly code: ProblemCode; readonly detail: string; readonly isError: boolean };
}

/** Thrown inside a reader when the file goes beyond a limit; caught where the file is opened. */
export class BeyondLimit extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw.detail);
  }
}

/** What one file may still use, over all its sheets. */
export class Allowance {
  private rows = MAX_QUESTION_ROWS + 100;
  private text = MAX_TOTAL_TEXT;

  /** A little more than the questions, for headers and explanations. */
  takeRow(): void {
    if (--this.rows < 0) throw new BeyondLimit(tooManyRows());
  }

  /** The text itself, cut where nobody reads on: it is refused as too long anyway. */
  takeText(text: string): string {
    this.text -= text.length;
    if (this.text < 0)
      throw new BeyondLimit({
        code: 'file-too-large',
        detail: '文件里的文字太多，请分成几个文件导入。',
      });
    return text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH + 1) : text;
  }
}

export function tooManyRows(): Flaw {
  return {
    code: 'too-many-rows',
    detail: `一次最多导入 ${MAX_QUESTION_ROWS} 道题，请分成几个文件。`,
  };
}
