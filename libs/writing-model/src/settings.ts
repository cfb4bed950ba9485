import { failure, type ModelFailure } from './failure.js';
import { presetFor, type JsonMode, type Preset, type PresetName } from './presets.js';

/** What one model may cost in all; a call that might go over it is not made. */
export interface Budget {
  readonly maxCalls: number;
  /** Prompt and completion tokens together. */
  readonly maxTokens: number;
}

/** What an operator says about the endpoint; what is left out comes from the preset. */
export interface ModelSettings {
  /**
   * The address before /chat/completions, such as https://api.deepseek.com/v1. http is taken for this machine only,
   * or with `allowHttp`. It is the operator's word, never a user's: private addresses (a GPU server in the same
   * network) are therefore not refused.
   */
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly model: string;
  /** By name; otherwise the host of `baseUrl` tells. */
  readonly preset?: PresetName;
  readonly jsonMode?: JsonMode;
  /** The longest reply to one call. */
  readonly maxTokens?: number;
  /** For one call, its body included. */
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  /** How often a call that failed in passing is made again: 0 to 2. */
  readonly retries?: number;
  readonly budget?: Partial<Budget>;
  readonly allowHttp?: boolean;
}

/** The settings with every gap filled. */
export interface CompleteSettings extends Omit<Preset, 'baseUrl'> {
  /** Of the chat endpoint itself. */
  readonly address: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly maxTokens: number;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly retries: number;
  readonly budget: Budget;
}

const LIMITS = {
  maxTokens: [64, 65_536, 4096],
  timeoutMs: [10, 600_000, 60_000],
  concurrency: [1, 16, 4],
  retries: [0, 2, 2],
  maxCalls: [1, 100_000, 400],
  budgetTokens: [1, 1_000_000_000, 1_000_000],
} as const;

/** Fills the settings from the preset, or says what is wrong with them without repeating the key. */
export function completeSettings(given: ModelSettings): CompleteSettings | ModelFailure {
  const preset = presetFor(given.preset, given.baseUrl, given.model);
  const address = chatAddress(given.baseUrl ?? preset.baseUrl, given.allowHttp ?? false);
  if (typeof address !== 'string') return address;
  const numbers = {
    maxTokens: inRange(given.maxTokens, LIMITS.maxTokens),
    timeoutMs: inRange(given.timeoutMs, LIMITS.timeoutMs),
    concurrency: inRange(given.concurrency, LIMITS.concurrency),
    retries: inRange(given.retries, LIMITS.retries),
  };
  const maxCalls = inRange(given.budget?.maxCalls, LIMITS.maxCalls);
  const budgetTokens = inRange(given.budget?.maxTokens, LIMITS.budgetTokens);
  const { maxTokens, timeoutMs, concurrency, retries } = numbers;
  if (!given.model.trim()) return invalid('缺少模型名称 model。');
  if (given.apiKey !== undefined && !/^[\x21-\x7e]+$/.test(given.apiKey)) {
    return invalid('密钥 apiKey 含有空格、换行或非 ASCII 字符。');
  }
  if (maxTokens === null) return invalid(rangeText('maxTokens', LIMITS.maxTokens));
  if (timeoutMs === null) return invalid(rangeText('timeoutMs', LIMITS.timeoutMs));
  if (concurrency === null) return invalid(rangeText('concurrency', LIMITS.concurrency));
  if (retries === null) return invalid(rangeText('retries', LIMITS.retries));
  if (maxCalls === null) return invalid(rangeText('budget.maxCalls', LIMITS.maxCalls));
  if (budgetTokens === null) return invalid(rangeText('budget.maxTokens', LIMITS.budgetTokens));
  return {
    address,
    apiKey: given.apiKey ?? null,
    model: given.model.trim(),
    jsonMode: given.jsonMode ?? preset.jsonMode,
    tokenLimitField: preset.tokenLimitField,
    temperature: preset.temperature,
    maxTokens,
    timeoutMs,
    concurrency,
    retries,
    budget: { maxCalls, maxTokens: budgetTokens },
  };
}

function chatAddress(baseUrl: string | null, allowHttp: boolean): string | ModelFailure {
  if (baseUrl === null) return invalid('缺少大模型的地址 baseUrl。');
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (!url || url.search !== '' || url.hash !== '')
    return invalid('大模型的地址 baseUrl 不是一个完整的网址。');
  const secure =
    url.protocol === 'https:' || (url.protocol === 'http:' && (allowHttp || isLoopback(url.hostname)));
  if (!secure || url.username !== '' || url.password !== '') return failure('address-refused');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/chat/completions`;
}

/** URL has already brought 127.1, 0x7f.1 and [0:0::1] to their one spelling. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function inRange(
  value: number | undefined,
  [least, most, usual]: readonly [number, number, number],
): number | null {
  if (value === undefined) return usual;
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

function rangeText(name: string, [least, most]: readonly [number, number, number]): string {
  return `${name} 应是 ${least} 到 ${most} 之间的整数。`;
}

function invalid(detail: string): ModelFailure {
  return { ...failure('settings-invalid'), detail };
}
