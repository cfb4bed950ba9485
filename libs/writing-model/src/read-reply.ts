import { failed, type Outcome } from './failure.js';

export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface ChatReply {
  /** What the model wrote, or why that is of no use. */
  readonly content: Outcome<string>;
  /** As the endpoint counted; null when it did not say. */
  readonly usage: TokenUsage | null;
}

/** Reads the body of a chat completion. Usage is told even for a reply of no use: it was paid for. */
export function readChatReply(body: string): ChatReply {
  const envelope = parse(body);
  if (!isRecord(envelope)) return { content: failed('reply-malformed'), usage: null };
  const usage = readUsage(envelope['usage']);
  const choice: unknown = Array.isArray(envelope['choices']) ? envelope['choices'][0] : undefined;
  const message = isRecord(choice) ? choice['message'] : undefined;
  if (!isRecord(choice) || !isRecord(message)) return { content: failed('reply-malformed'), usage };
  const reason = choice['finish_reason'];
  if (reason === 'length') return { content: failed('reply-truncated'), usage };
  if (reason === 'content_filter' || isText(message['refusal'])) {
    return { content: failed('reply-filtered'), usage };
  }
  const content = readContent(message['content']);
  if (content === null) return { content: failed('reply-malformed'), usage };
  if (content.trim() === '') return { content: failed('reply-empty'), usage };
  return { content: { ok: true, value: content }, usage };
}

/**
 * Finds the JSON object in what a model wrote: bare, behind its <think>, in a fence, or between other words. It only
 * looks for it; JSON that is broken stays broken.
 */
export function findJson(content: string): Outcome<Record<string, unknown>> {
  const thought = content.lastIndexOf('</think>');
  const said = thought < 0 ? content : content.slice(thought + '</think>'.length);
  for (const candidate of [content, said, insideFence(said), insideBraces(said)]) {
    const value = candidate === null ? undefined : parse(candidate);
    if (isRecord(value)) return { ok: true, value };
    if (value !== undefined) return failed('reply-wrong-shape');
  }
  return failed('reply-not-json');
}

function insideFence(text: string): string | null {
  const open = text.indexOf('```');
  const line = open < 0 ? -1 : text.indexOf('\n', open);
  const close = line < 0 ? -1 : text.lastIndexOf('```');
  return close > line ? text.slice(line, close) : null;
}

function insideBraces(text: string): string | null {
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  return open >= 0 && close > open ? text.slice(open, close + 1) : null;
}

/** Some endpoints answer in parts. */
function readContent(content: unknown): string | null {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return null;
  return content
    .map((part: unknown) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('');
}

function readUsage(usage: unknown): TokenUsage | null {
  if (!isRecord(usage)) return null;
  const { prompt_tokens: prompt, completion_tokens: completion } = usage;
  if (!isCount(prompt) || !isCount(completion)) return null;
  return { promptTokens: prompt, completionTokens: completion };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000_000;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
