import { readArticleFile, readArticleText } from '#article-files';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingOrder } from './read-in-thread.js';

const order: ReadingOrder = workerData;
const read = 'file' in order ? await readArticleFile(order.file) : readArticleText(order.text);
parentPort?.postMessage(read, []);
