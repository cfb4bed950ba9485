import type { ComparedVersion } from '#database';
import { cleanArticle, compareVersions } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage } from '../run-thread.js';
import type { ComparisonOrder } from './compare-in-thread.js';

const { text, cleanText, older }: ComparisonOrder = workerData;
const cleaned = cleanText === null ? cleanArticle(text) : null;
const article = cleaned?.article ?? cleanText ?? '';
const changes = older.flatMap((statements) => compareVersions(statements, { article }));

send({ result: { cleaned, changes } });

function send(message: ThreadMessage<ComparedVersion, never>): void {
  parentPort?.postMessage(message, []);
}
