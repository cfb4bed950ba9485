import type { ArticleFile, ArticleFileRefusal, ReadArticle } from '#article-files';
import { Worker } from 'node:worker_threads';

export type ReadingOrder = { readonly text: string } | { readonly file: ArticleFile };

const LONGEST_MS = 20_000;
const MOST_MEMORY_MB = 512;

/** The stories run from the sources, and a thread only what was built. */
const HERE = import.meta.url.replace(/\/apps\/api\/src\/articles\/read-in-thread\.ts$/, '/dist$&');

/** Reads a text or a file in a thread of its own: it takes up to a second, in which nobody else would be served. */
export function readInThread(order: ReadingOrder): Promise<ReadArticle | ArticleFileRefusal> {
  const thread = new Worker(new URL('./read-article.thread.js', HERE), {
    workerData: order,
    // Nothing of ours is told by flags, and a test runner's would lead the thread to the sources.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<ReadArticle | ArticleFileRefusal>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`not read after ${LONGEST_MS} ms`)), LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
