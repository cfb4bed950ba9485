import { setTimeout as sleep } from 'node:timers/promises';

/** Where accepted replies are kept between runs. Keys are hashes; one that fails counts as one without the entry. */
export interface ReplyCache {
  get(key: string): Promise<string | null | undefined>;
  set(key: string, reply: string): Promise<void>;
}

/** All that the model takes from outside. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly cache?: ReplyCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 ≤ x < 1, for the jitter between retries. */
  readonly random: () => number;
  /** Waits between retries; rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Ends everything under way: what is not there yet fails as `cancelled`. */
  readonly signal?: AbortSignal;
}

export async function waitFor(ms: number, { wait, signal }: Surroundings): Promise<void> {
  if (wait) await wait(ms, signal);
  else await sleep(ms, undefined, signal ? { signal } : {});
}
