import type { QuestionType } from '#question';
import type { WritingProgress, WrittenQuiz } from '#quiz-writing';
import { Worker } from 'node:worker_threads';

export interface WritingOrder {
  readonly text: string;
  readonly seed: number;
  readonly count: number | null;
  readonly types: readonly QuestionType[] | null;
}

export type ThreadMessage = { readonly progress: WritingProgress } | { readonly written: WrittenQuiz };

/** The writer itself failed: a crash, no memory, no end. Trying again would fail again. */
export class WriterFailure extends Error {}

const LONGEST_MS = 10 * 60_000;
const MOST_MEMORY_MB = 1024;

/**
 * Writes a quiz in a thread of its own, so that the worker stays awake and a text that breaks the writer breaks only
 * that. Rejects with WriterFailure, or with the signal's reason when the worker is told to stop.
 */
export function writeInThread(
  order: WritingOrder,
  signal: AbortSignal,
  onProgress: (progress: WritingProgress) => void,
): Promise<WrittenQuiz> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./write-quiz.thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<WrittenQuiz>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new WriterFailure(`not finished after ${LONGEST_MS} ms`)),
      LONGEST_MS,
    );
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    thread.on('message', (message: ThreadMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.written);
    });
    thread.on('error', (cause) => reject(new WriterFailure(cause.message, { cause })));
    thread.on('exit', (code) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      reject(new WriterFailure(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
