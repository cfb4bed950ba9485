import { isQuizError, type QuizError } from './quiz-error.js';
import { wait } from './timers.js';

/** Longer than this nobody waits in front of a spinner: the error goes to the caller, who sees retryAfter. */
const LONGEST_WAIT_MS = 10_000;

export interface Retries {
  readonly times: number;
  readonly random: () => number;
}

/** Whether the same call may succeed a moment later. */
export function isTransient({ kind, status }: QuizError): boolean {
  return kind === 'network' || kind === 'timeout' || status === 429 || status >= 500;
}

/**
 * Runs again after a passing failure: 0.25–0.5 s, 0.5–1 s, 1–2 s … at most 5 s, or what Retry-After asks for.
 * Stops at once for what another try cannot mend.
 */
export async function retrying<T>(
  { times, random }: Retries,
  run: () => Promise<T>,
  canRetry: (error: QuizError) => boolean = isTransient,
): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await run();
    } catch (error) {
      if (!isQuizError(error) || failed >= times || !canRetry(error)) throw error;
      const backoff = Math.min(5000, 500 * 2 ** failed) * (0.5 + random() / 2);
      const asked = (error.retryAfter || 0) * 1000;
      if (asked > LONGEST_WAIT_MS) throw error;
      await wait(Math.max(asked, backoff));
    }
  }
}
