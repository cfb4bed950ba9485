import type { WriteFormsOptions, WrittenQuiz } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { Lanes } from '../threads/lanes.js';
import { builtBeside, runInThread } from '../threads/run-in-thread.js';

export type FormsOrder = WriteFormsOptions & { readonly text: string };

const LIMITS = { longestMs: 60_000, mostMemoryMb: 1024 };
const MODULE = builtBeside(import.meta.url, './write-forms.thread.js');

/** Asks facts anew in threads, one after another: a long article takes seconds, in which nobody else would be served. */
@Injectable()
export class FormsWriter {
  private readonly lanes = new Lanes(1);

  write(order: FormsOrder): Promise<WrittenQuiz> {
    return this.lanes.run(() => runInThread(MODULE, order, LIMITS));
  }
}
