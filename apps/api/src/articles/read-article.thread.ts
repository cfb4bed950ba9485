import { readArticleFile, readArticleText } from '#article-files';
import { cleanArticle } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingOrder } from './read-in-thread.js';

const order: ReadingOrder = workerData;
parentPort?.postMessage(await follow(order), []);

async function follow(order: ReadingOrder) {
  if ('file' in order) return readArticleFile(order.file);
  return 'readText' in order ? cleanArticle(order.readText) : readArticleText(order.text);
}
