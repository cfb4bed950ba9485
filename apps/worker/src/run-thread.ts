import { Worker } from 'node:worker_threads';

/** The thread itself failed: a crash, no memory, no end. Trying again would fail again. */
export class ThreadFailure extends Error {}

/** What a thread sends: news as often as it likes, then its result. */
export type ThreadMessage<Result, News> = { readonly news: News } | { readonly result: Result };

const LONGEST_MS = 10 * 60_000;
const MOST_MEMORY_MB = 1024;

/**
 * Runs a script in a thread of its own, so that the worker stays awake and an input that breaks the script breaks only
 * that. Rejects with ThreadFailure, or with the signal's reason when the worker is told to stop.
 */
export function runThread<Result, News = never>(
  script: URL,
  workerData: object,
  signal: AbortSignal,
  onNews: (news: News) => void = () => {},
): Promise<Result> {
  signal.throwIfAborted();
  const thread = new Worker(script, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<Result>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new ThreadFailure(`not finished after ${LONGEST_MS} ms`)),
      LONGEST_MS,
    );
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    thread.on('message', (message: ThreadMessage<Result, News>) => {
      if ('news' in message) onNews(message.news);
      else resolve(message.result);
    });
    thread.on('error', (cause) => reject(new ThreadFailure(cause.message, { cause })));
    thread.on('exit', (code) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      reject(new ThreadFailure(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
