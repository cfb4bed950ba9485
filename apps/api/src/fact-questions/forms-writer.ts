import type { WriteFormsOptions, WrittenQuiz } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';

export type FormsOrder = WriteFormsOptions & { readonly text: string };

const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 1024;

/** The stories run from the sources, and a thread only what was built. */
const HERE = import.meta.url.replace(/\/apps\/api\/src\/fact-questions\/forms-writer\.ts$/, '/dist$&');

/** Asks facts anew in threads, one after another: a long article takes seconds, in which nobody else would be served. */
@Injectable()
export class FormsWriter {
  private last: Promise<unknown> = Promise.resolve();

  write(order: FormsOrder): Promise<WrittenQuiz> {
    const turn = this.last.then(() => writeInThread(order));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

function writeInThread(order: FormsOrder): Promise<WrittenQuiz> {
  const thread = new Worker(new URL('./write-forms.thread.js', HERE), {
    workerData: order,
    // Nothing of ours is told by flags, and a test runner's would lead the thread to the sources.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<WrittenQuiz>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`not written after ${LONGEST_MS} ms`)), LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
