import { failed, type Outcome } from './failure.js';

export interface ChatPost {
  readonly fetch: typeof globalThis.fetch;
  readonly address: string;
  readonly apiKey: string | null;
  readonly body: unknown;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

export interface ChatAnswer {
  readonly status: number;
  /** Empty unless the status is 200. */
  readonly body: string;
  readonly retryAfterMs: number | null;
}

/** A reply to one chunk is a few thousand characters; more than this is a mistake or an attack. */
export const MAX_REPLY_BYTES = 1_000_000;

/** Sends one request and reads its bounded reply within the time limit. Never throws; errors carry no address or key. */
export async function postChat(post: ChatPost): Promise<Outcome<ChatAnswer>> {
  const timeout = AbortSignal.timeout(post.timeoutMs);
  const own = new AbortController();
  const signal = AbortSignal.any([timeout, own.signal, ...(post.signal ? [post.signal] : [])]);
  try {
    const response = await post.fetch(post.address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(post.apiKey !== null && { Authorization: `Bearer ${post.apiKey}` }),
      },
      body: JSON.stringify(post.body),
      // A redirect would carry the article to a host that nobody chose.
      redirect: 'manual',
      signal,
    });
    const { status } = response;
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), post.now());
    if (status !== 200) {
      await response.body?.cancel();
      return { ok: true, value: { status, body: '', retryAfterMs } };
    }
    const body = await readBounded(response);
    if (body === null) return failed('reply-too-large', { status });
    return { ok: true, value: { status, body, retryAfterMs } };
  } catch {
    // The error is dropped on purpose: its message may hold the address or a header.
    if (post.signal?.aborted) return failed('cancelled');
    return failed(timeout.aborted ? 'timed-out' : 'unreachable');
  } finally {
    own.abort();
  }
}

async function readBounded(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_REPLY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Retry-After is a number of seconds or a date. */
function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
