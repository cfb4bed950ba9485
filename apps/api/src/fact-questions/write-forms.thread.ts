import { writeForms } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { FormsOrder } from './forms-writer.js';

const { text, ...options }: FormsOrder = workerData;
parentPort?.postMessage(writeForms(text, options), []);
