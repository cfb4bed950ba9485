import type { ArticleFile, ArticleFileRefusal, ReadArticle } from '#article-files';
import type { CleanArticle } from '#quiz-writing';
import { Worker } from 'node:worker_threads';

type GivenOrder = { readonly text: string } | { readonly file: ArticleFile };

/** What was given is read; a text that was read is cleaned. */
export type ReadingOrder = GivenOrder | { readonly readText: string };

const LONGEST_MS = 20_000;
const MOST_MEMORY_MB = 512;

/** The stories run from the sources, and a thread only what was built. */
const HERE = import.meta.url.replace(/\/apps\/api\/src\/articles\/read-in-thread\.ts$/, '/dist$&');

/** Reads a text or a file in a thread of its own: it takes up to a second, in which nobody else would be served. */
export function readInThread(order: GivenOrder): Promise<ReadArticle | ArticleFileRefusal> {
  return inThread(order);
}

export function cleanInThread(readText: string): Promise<CleanArticle> {
  return inThread({ readText });
}

function inThread<Reply>(order: ReadingOrder): Promise<Reply> {
  const thread = new Worker(new URL('./read-article.thread.js', HERE), {
    workerData: order,
    // Nothing of ours is told by flags, and a test runner's would lead the thread to the sources.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<Reply>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`not read after ${LONGEST_MS} ms`)), LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
