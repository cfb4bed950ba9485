import { writeQuiz } from '#quiz-writing';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage, WritingOrder } from './write-in-thread.js';

/** Progress comes by the sentence; nobody reads faster than this. */
const TELL_EVERY_MS = 200;

const { text, seed, count, types }: WritingOrder = workerData;
let toldAt = 0;

const written = writeQuiz(text, {
  seed,
  ...(count !== null && { count }),
  ...(types !== null && { types }),
  onProgress: (progress) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    send({ progress });
  },
});
send({ written });

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message, []);
}
