import type { WritableType } from '#question';
import type { Proposals, WritingProgress, WrittenQuiz } from '#quiz-writing';
import { runThread } from '../run-thread.js';

export interface WritingOrder {
  readonly text: string;
  readonly seed: number;
  readonly count: number | null;
  readonly types: readonly WritableType[] | null;
  readonly forms: number;
  readonly proposals?: Proposals;
}

/** Writes a quiz in a thread of its own. */
export function writeInThread(
  order: WritingOrder,
  signal: AbortSignal,
  onProgress: (progress: WritingProgress) => void,
): Promise<WrittenQuiz> {
  return runThread(new URL('./write-quiz.thread.js', import.meta.url), order, signal, onProgress);
}
