import type { ModelSettings } from '../src/settings.js';
import type { Surroundings } from '../src/surroundings.js';
import { says, startEndpointDouble, type Behaviour } from './endpoint-double.js';
import { modelAt } from './model-at.js';

export const KEY = 'sk-very-secret-0123456789';
export const SENTENCES = [{ id: 'S1', text: '该平台连接了400多万家企业。' }];
/** Each of them is a chunk, and so a call. */
export const MANY = Array.from({ length: 12 }, (_, index) => ({
  id: `S${index + 1}`,
  text: '句'.repeat(1400),
}));
export const GOOD: Behaviour = says({
  facts: [
    {
      sentence: 'S1',
      quote: '连接了400多万家企业',
      kind: 'quantity',
      subject: '该平台',
      answer: '400多万家',
    },
  ],
});

/** Proposes facts at an endpoint that behaves like this, the last behaviour again and again. */
export async function proposeFactsAt(
  behaviours: readonly Behaviour[],
  settings: Partial<ModelSettings> = {},
  { sentences = SENTENCES, ...around }: Partial<Surroundings> & { sentences?: typeof SENTENCES } = {},
) {
  const double = await startEndpointDouble(
    (_, index) => behaviours[Math.min(index, behaviours.length - 1)] ?? GOOD,
  );
  const waits: number[] = [];
  const model = modelAt(double.baseUrl, { apiKey: KEY, ...settings }, around, waits);
  const proposed = await model.proposeFacts(sentences);
  const codes = proposed.failures.map(({ code }) => code);
  return { double, proposed, waits, codes, calls: double.seen.length };
}
