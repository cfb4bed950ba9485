import type { Loss, QuestionFileFormat, QuestionFileReading, QuestionSet } from '#question-files';
import { Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { SentFile } from '../requests/file-body.js';
import { Lanes } from '../threads/lanes.js';
import { builtBeside, runInThread } from '../threads/run-in-thread.js';
import { refuseFlawed, refuseUnreadable } from './question-file-problems.js';

export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly format?: QuestionFileFormat;
  /** Its text is read as pasted text is. */
  readonly isWord: boolean;
}

export type FileOrder =
  | { readonly what: 'read' | 'mark-errors'; readonly file: GivenFile }
  | { readonly what: 'write'; readonly format: QuestionFileFormat; readonly set: QuestionSet }
  | { readonly what: 'write-template' };

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

interface FileHints {
  readonly name?: string;
  readonly format?: QuestionFileFormat;
}

/** Threads at one time. */
const LANES = 2;
const LIMITS = { longestMs: 60_000, mostMemoryMb: 512 };
const MODULE = builtBeside(import.meta.url, './question-files.thread.js');
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Reads and writes files of questions in threads of their own: thousands of questions take seconds. */
@Injectable()
export class QuestionFilesService {
  private readonly lanes = new Lanes(LANES);
  private template: Promise<Uint8Array> | null = null;

  /** Throws Problem file-* for what is no file of questions; what is wrong with the questions is in the reading. */
  async read(sent: SentFile, hints: FileHints): Promise<QuestionFileReading> {
    const order = { what: 'read', file: given(sent, hints) } as const;
    const reading = await this.run<QuestionFileReading>(order).catch(refuseAsDamaged);
    refuseUnreadable(reading);
    return reading;
  }

  /** The failing rows to be mended and sent again; null when there are none. Throws Problem as `read` does, and questions-flawed for errors of no row. */
  async markErrors(sent: SentFile, hints: FileHints): Promise<Uint8Array | null> {
    const order = { what: 'mark-errors', file: given(sent, hints) } as const;
    const { reading, workbook } = await this.run<{
      reading: QuestionFileReading;
      workbook: Uint8Array | null;
    }>(order).catch(refuseAsDamaged);
    refuseUnreadable(reading);
    if (!workbook) refuseFlawed(reading);
    return workbook;
  }

  write(format: QuestionFileFormat, set: QuestionSet): Promise<WrittenFile> {
    return this.run({ what: 'write', format, set });
  }

  /** The same for everybody. */
  writeTemplate(): Promise<Uint8Array> {
    this.template ??= this.run<Uint8Array>({ what: 'write-template' }).catch((error: unknown) => {
      this.template = null;
      throw error;
    });
    return this.template;
  }

  private run<Reply>(order: FileOrder): Promise<Reply> {
    return this.lanes.run(() => runInThread<Reply>(MODULE, order, LIMITS));
  }
}

function given({ bytes, contentType }: SentFile, { name, format }: FileHints): GivenFile {
  const isWord = contentType === WORD || /\.docx$/i.test(name ?? '');
  return { bytes, isWord, ...(name !== undefined && { name }), ...(format && { format }) };
}

function refuseAsDamaged(cause: unknown): never {
  const detail = '这个文件读不了：太大、太复杂或已损坏。请另存一份，或把题目粘贴成文字。';
  throw new Problem('file-damaged', { detail, cause });
}
