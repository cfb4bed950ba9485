import type { TokenUsage } from './read-reply.js';
import type { Budget } from './settings.js';

/** What answers cost. */
export interface Cost extends TokenUsage {
  /** Requests sent, those that failed included. */
  readonly calls: number;
  readonly cacheHits: number;
  /** What the replies from the cache cost when they were given. */
  readonly savedTokens: number;
}

export const NOTHING: Cost = { calls: 0, cacheHits: 0, savedTokens: 0, promptTokens: 0, completionTokens: 0 };

export function addCosts(...costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      calls: sum.calls + cost.calls,
      cacheHits: sum.cacheHits + cost.cacheHits,
      savedTokens: sum.savedTokens + cost.savedTokens,
      promptTokens: sum.promptTokens + cost.promptTokens,
      completionTokens: sum.completionTokens + cost.completionTokens,
    }),
    NOTHING,
  );
}

/** What answers took, whether it was paid now or before: the same for a reply and for its copy in the cache. */
export function tokensOf({ promptTokens, completionTokens, savedTokens }: Cost): number {
  return promptTokens + completionTokens + savedTokens;
}

/** No tokeniser in use needs more for a Chinese character. */
const TOKENS_PER_CHARACTER = 1.5;

export function estimateTokens(text: string): number {
  return Math.ceil(text.length * TOKENS_PER_CHARACTER);
}

/**
 * Keeps to the budget: a call is only made when its worst case still fits, so calls under way together cannot go over
 * it either. What it really cost is settled afterwards.
 */
export class Purse {
  private calls = 0;
  private tokens = 0;

  constructor(private readonly budget: Budget) {}

  /** Sets `tokens` aside for one call, or says that they are not there. */
  reserve(tokens: number): boolean {
    if (this.calls + 1 > this.budget.maxCalls || this.tokens + tokens > this.budget.maxTokens) return false;
    this.calls += 1;
    this.tokens += tokens;
    return true;
  }

  settle(reserved: number, spent: number): void {
    this.tokens += spent - reserved;
  }
}
