import type { ArticleFile, ArticleFileRefusal, ReadArticle } from '#article-files';
import type { CleanArticle } from '#quiz-writing';
import { builtBeside, runInThread } from '../threads/run-in-thread.js';

type GivenOrder = { readonly text: string } | { readonly file: ArticleFile };

/** What was given is read; a text that was read is cleaned. */
export type ReadingOrder = GivenOrder | { readonly readText: string };

const LIMITS = { longestMs: 20_000, mostMemoryMb: 512 };
const MODULE = builtBeside(import.meta.url, './read-article.thread.js');

/** Reads a text or a file in a thread of its own: it takes up to a second, in which nobody else would be served. */
export function readInThread(order: GivenOrder): Promise<ReadArticle | ArticleFileRefusal> {
  return runInThread(MODULE, order, LIMITS);
}

export function cleanInThread(readText: string): Promise<CleanArticle> {
  return runInThread(MODULE, { readText } satisfies ReadingOrder, LIMITS);
}
