import { WRITING_STAGES, writeQuiz, type WritingProgress, type WrittenQuiz } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage } from '../run-thread.js';
import type { WritingOrder } from './write-in-thread.js';

/** Progress comes by the sentence; nobody reads faster than this. */
const TELL_EVERY_MS = 200;
const LAST_STAGE = WRITING_STAGES.at(-1);

const { text, seed, count, types, forms, proposals }: WritingOrder = workerData;
let toldAt = 0;

const result = writeQuiz(text, {
  seed,
  forms,
  ...(count !== null && { count }),
  ...(types !== null && { types }),
  ...(proposals && { proposals }),
  onProgress: (news) => {
    if (Date.now() - toldAt < TELL_EVERY_MS && news.stage !== LAST_STAGE) return;
    toldAt = Date.now();
    send({ news });
  },
});
send({ result });

function send(message: ThreadMessage<WrittenQuiz, WritingProgress>): void {
  parentPort?.postMessage(message, []);
}
