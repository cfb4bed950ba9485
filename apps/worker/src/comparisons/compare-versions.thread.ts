import type { ComparedVersion } from '#database';
import { compareVersions, numberSentences } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage } from '../run-thread.js';
import type { ComparisonOrder } from './compare-in-thread.js';

const { text, cleanText, older }: ComparisonOrder = workerData;
const article = cleanText ?? numberSentences(text).article;
const changes = older.flatMap((statements) => compareVersions(statements, { article }));

send({ result: { article, changes } });

function send(message: ThreadMessage<ComparedVersion, never>): void {
  parentPort?.postMessage(message, []);
}
