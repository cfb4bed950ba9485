import { NOTHING, Purse, addCosts, estimateTokens, tokensOf, type Cost } from './cost.js';
import { failed, failure, type ModelFailure, type ModelFailureCode, type Outcome } from './failure.js';
import { postChat, type ChatAnswer } from './post-chat.js';
import { chatBody, cacheKey, type Prompt } from './prompt.js';
import type { JsonMode } from './presets.js';
import { createQueue } from './queue.js';
import { findJson, readChatReply, type TokenUsage } from './read-reply.js';
import type { CompleteSettings } from './settings.js';
import { waitFor, type Surroundings } from './surroundings.js';

export interface Answer<T> {
  readonly outcome: Outcome<T>;
  readonly cost: Cost;
}

/** Asks once more after a failure in passing, never for ever. `read` gives null for JSON of the wrong shape. */
export type AskModel = <T>(
  prompt: Prompt,
  read: (json: Record<string, unknown>) => T | null,
) => Promise<Answer<T>>;

const PASSING: readonly ModelFailureCode[] = ['unreachable', 'timed-out', 'rate-limited', 'overloaded'];
/** Another try may well be better, a third one is not. */
const CARELESS: readonly ModelFailureCode[] = [
  'reply-empty',
  'reply-not-json',
  'reply-wrong-shape',
  'reply-malformed',
];
/** What the next question would only meet again. */
const FINAL: readonly ModelFailureCode[] = [
  'unauthorized',
  'not-found',
  'redirected',
  'budget-spent',
  'cancelled',
];
const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 500;
/** So many questions in a row that failed in passing, retries included, and the endpoint counts as down. */
const DOWN_AFTER = 3;

/**
 * The line to one endpoint, with what it learns on the way: that it takes no schema, that it is down, what is left of
 * the budget. It lives as long as one piece of work; it does not recover by itself.
 */
export function openLine(settings: CompleteSettings, around: Surroundings): AskModel {
  const purse = new Purse(settings.budget);
  const queue = createQueue(settings.concurrency);
  let jsonMode: JsonMode = settings.jsonMode;
  let failuresInRow = 0;
  let closed: ModelFailure | null = null;

  /** One request and what it cost. In schema mode a 400 is tried once more without the schema. */
  const post = async (prompt: Prompt, mode: JsonMode): Promise<Answer<ChatReplyText>> => {
    const promptTokens = estimateTokens(prompt.system + prompt.user);
    const reserved = promptTokens + settings.maxTokens;
    if (!purse.reserve(reserved)) return { outcome: failed('budget-spent'), cost: NOTHING };
    const { fetch, now, signal } = around;
    const { address, apiKey, timeoutMs } = settings;
    const body = chatBody(prompt, settings, mode);
    const answer = await postChat({
      fetch,
      now,
      address,
      apiKey,
      timeoutMs,
      body,
      ...(signal && { signal }),
    });
    const reply = readAnswer(answer);
    const usage = reply.usage ?? guessUsage(answer, reply.text, promptTokens);
    purse.settle(reserved, usage.promptTokens + usage.completionTokens);
    return { outcome: reply.text, cost: { ...NOTHING, calls: 1, ...usage } };
  };

  const postInMode = async (prompt: Prompt): Promise<Answer<ChatReplyText>> => {
    const mode = jsonMode;
    const first = await post(prompt, mode);
    if (mode !== 'schema' || first.outcome.ok || first.outcome.failure.status !== 400) return first;
    const second = await post(prompt, 'object');
    if (second.outcome.ok || second.outcome.failure.status !== 400) jsonMode = 'object';
    return { outcome: second.outcome, cost: addCosts(first.cost, second.cost) };
  };

  const askUntilGood = async <T>(prompt: Prompt, read: Read<T>, key: string): Promise<Answer<T>> => {
    let cost = NOTHING;
    let careless = 0;
    for (let attempt = 0; ; attempt++) {
      const posted = await postInMode(prompt);
      cost = addCosts(cost, posted.cost);
      const outcome = posted.outcome.ok ? readText(posted.outcome.value.text, read) : posted.outcome;
      if (outcome.ok) {
        if (posted.outcome.ok)
          await remember(around, key, { reply: posted.outcome.value.text, tokens: tokensOf(cost) });
        return { outcome, cost };
      }
      const { code } = outcome.failure;
      if (CARELESS.includes(code)) careless += 1;
      const again = PASSING.includes(code) || (CARELESS.includes(code) && careless < 2);
      const delay = delayBefore(attempt, outcome.failure, around.random);
      if (!again || attempt >= settings.retries || delay === null) return { outcome, cost };
      try {
        await waitFor(delay, around);
      } catch {
        return { outcome: failed('cancelled'), cost };
      }
    }
  };

  return async (prompt, read) => {
    const key = cacheKey(prompt, settings);
    const kept = await recall(around, key);
    if (kept !== null) {
      const outcome = readText(kept.reply, read);
      if (outcome.ok) return { outcome, cost: { ...NOTHING, cacheHits: 1, savedTokens: kept.tokens } };
    }
    return queue(async () => {
      if (around.signal?.aborted) return { outcome: failed('cancelled'), cost: NOTHING };
      if (closed) return { outcome: { ok: false, failure: closed }, cost: NOTHING };
      const answer = await askUntilGood(prompt, read, key);
      const broken = answer.outcome.ok ? null : answer.outcome.failure;
      failuresInRow = broken && PASSING.includes(broken.code) ? failuresInRow + 1 : 0;
      if (broken && (FINAL.includes(broken.code) || failuresInRow >= DOWN_AFTER)) closed = broken;
      return answer;
    });
  };
}

interface ChatReplyText {
  readonly text: string;
}

type Read<T> = (json: Record<string, unknown>) => T | null;

function readText<T>(text: string, read: Read<T>): Outcome<T> {
  const json = findJson(text);
  if (!json.ok) return json;
  const value = read(json.value);
  return value === null ? failed('reply-wrong-shape') : { ok: true, value };
}

function readAnswer(answer: Outcome<ChatAnswer>): { text: Outcome<ChatReplyText>; usage: TokenUsage | null } {
  if (!answer.ok) return { text: answer, usage: null };
  const { status, body, retryAfterMs } = answer.value;
  if (status !== 200) {
    const more = retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
    return { text: { ok: false, failure: failure(codeOf(status), { status, ...more }) }, usage: null };
  }
  const { content, usage } = readChatReply(body);
  return { text: content.ok ? { ok: true, value: { text: content.value } } : content, usage };
}

function codeOf(status: number): ModelFailureCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408) return 'overloaded';
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}

/** For an endpoint that does not count, and for one that may have worked although nothing arrived. */
function guessUsage(
  answer: Outcome<ChatAnswer>,
  text: Outcome<ChatReplyText>,
  promptTokens: number,
): TokenUsage {
  if (answer.ok && answer.value.status !== 200) return { promptTokens: 0, completionTokens: 0 };
  if (!answer.ok && answer.failure.code === 'unreachable') return { promptTokens: 0, completionTokens: 0 };
  return { promptTokens, completionTokens: text.ok ? estimateTokens(text.value.text) : 0 };
}

/** Half of it fixed, half of it chance; not before Retry-After. null when that is too far away. */
function delayBefore(
  attempt: number,
  { retryAfterSeconds }: ModelFailure,
  random: () => number,
): number | null {
  const usual = FIRST_WAIT_MS * 2 ** attempt * (0.5 + random() / 2);
  const wait = Math.round(Math.max(usual, (retryAfterSeconds ?? 0) * 1000 + usual / 4));
  return wait > LONGEST_WAIT_MS ? null : wait;
}

/** An accepted reply as the cache keeps it. */
interface KeptReply {
  readonly reply: string;
  readonly tokens: number;
}

async function recall({ cache }: Surroundings, key: string): Promise<KeptReply | null> {
  try {
    const kept: unknown = JSON.parse((await cache?.get(key)) ?? 'null');
    return isKeptReply(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKeptReply(value: unknown): value is KeptReply {
  const { reply, tokens } = (value ?? {}) as Partial<KeptReply>;
  return typeof reply === 'string' && Number.isInteger(tokens);
}

async function remember({ cache }: Surroundings, key: string, kept: KeptReply): Promise<void> {
  try {
    await cache?.set(key, JSON.stringify(kept));
  } catch {
    // A cache that cannot keep it costs one more call next time, nothing else.
  }
}
