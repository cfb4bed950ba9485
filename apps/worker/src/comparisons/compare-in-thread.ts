import type { ComparedVersion, StatementsOfText } from '#database';
import { runThread } from '../run-thread.js';

export interface ComparisonOrder {
  /** The new text as it was read. */
  readonly text: string;
  /** The same, cleaned; null when nobody did that yet. */
  readonly cleanText: string | null;
  readonly older: readonly StatementsOfText[];
}

/** Cleans a new text and sorts the statements of older ones by what it did to them, in a thread of its own. */
export function compareInThread(order: ComparisonOrder, signal: AbortSignal): Promise<ComparedVersion> {
  return runThread(new URL('./compare-versions.thread.js', import.meta.url), order, signal);
}
