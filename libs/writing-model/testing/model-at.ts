import { createWritingModel, type WritingModel } from '../src/writing-model.js';
import type { ModelSettings } from '../src/settings.js';
import type { Surroundings } from '../src/surroundings.js';

/** A model at a double, with a clock and waits that take no time. `waits` collects how long it would have waited. */
export function modelAt(
  baseUrl: string,
  settings: Partial<ModelSettings> = {},
  surroundings: Partial<Surroundings> = {},
  waits: number[] = [],
): WritingModel {
  const made = createWritingModel(
    { baseUrl, model: 'qwen-plus', preset: 'openai', timeoutMs: 5000, ...settings },
    {
      fetch: globalThis.fetch,
      now: () => 1_700_000_000_000,
      random: () => 0.5,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
      ...surroundings,
    },
  );
  if (!made.ok) throw new Error(made.failure.detail);
  return made.model;
}
