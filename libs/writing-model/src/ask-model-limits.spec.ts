import { afterEach, describe, expect, it } from 'vitest';
import { startEndpointDouble, type Behaviour, type EndpointDouble } from '../testing/endpoint-double.js';
import { modelAt } from '../testing/model-at.js';
import { GOOD, KEY, MANY, proposeFactsAt, SENTENCES } from '../testing/propose-facts-at.js';

let double: EndpointDouble;
afterEach(() => double.close());

async function propose(...how: Parameters<typeof proposeFactsAt>) {
  const result = await proposeFactsAt(...how);
  double = result.double;
  return result;
}

describe('an endpoint without schemas', () => {
  const noSchema = (asked: { responseFormat: string | null }): Behaviour =>
    asked.responseFormat === 'json_schema'
      ? { status: 400, body: '{"error":{"message":"This response_format type is unavailable now"}}' }
      : GOOD;

  it('is asked in object mode once it has said so, and from then on', async () => {
    double = await startEndpointDouble(noSchema);
    const { failures } = await modelAt(double.baseUrl, { concurrency: 1 }).proposeFacts(MANY.slice(0, 3));
    expect(failures).toEqual([]);
    expect(double.seen.map(({ responseFormat }) => responseFormat)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
      'json_object',
    ]);
  });

  it('is not asked a third time when it refuses the request itself', async () => {
    const { codes, calls } = await propose([{ status: 400 }]);
    expect(codes).toEqual(['refused']);
    expect(calls).toBe(2);
  });
});

describe('limits', () => {
  it('never has more requests open than the settings allow', async () => {
    double = await startEndpointDouble(() => ({ says: '{"facts":[]}', afterMs: 15 }));
    const { failures } = await modelAt(double.baseUrl, { concurrency: 3 }).proposeFacts(MANY);
    expect(failures).toEqual([]);
    expect(double.seen).toHaveLength(MANY.length);
    expect(double.mostAtOnce()).toBe(3);
  });

  it('makes no more calls than the budget has, retries included', async () => {
    const { codes, calls, proposed } = await propose(
      [GOOD, { status: 500 }, GOOD],
      { concurrency: 1, budget: { maxCalls: 4 } },
      { sentences: MANY },
    );
    expect(calls).toBe(4);
    expect(proposed.cost.calls).toBe(4);
    expect(new Set(codes)).toEqual(new Set(['budget-spent']));
  });

  it('never spends more tokens than the budget has, although calls run together', async () => {
    const behaviour = { says: '{"facts":[]}', usage: { prompt_tokens: 2500, completion_tokens: 256 } };
    const { proposed } = await propose(
      [behaviour],
      { concurrency: 4, maxTokens: 256, budget: { maxTokens: 20_000 } },
      { sentences: MANY },
    );
    const spent = proposed.cost.promptTokens + proposed.cost.completionTokens;
    expect(spent).toBeGreaterThan(10_000);
    expect(spent).toBeLessThanOrEqual(20_000);
    expect(proposed.failures.map(({ code }) => code)).toContain('budget-spent');
  });

  it.each([
    ['refuses the key', { status: 401 }, 1],
    ['is down', { status: 500 }, 3 * 3],
  ] as [string, Behaviour, number][])('stops asking an endpoint that %s', async (_, behaviour, calls) => {
    const result = await propose([behaviour], { concurrency: 1 }, { sentences: MANY });
    expect(result.calls).toBe(calls);
    expect(result.codes).toHaveLength(MANY.length);
  });

  it('keeps what other chunks gave when one chunk fails', async () => {
    const { proposed, codes } = await propose(
      [GOOD, { says: '{', finish: 'length' }, { says: '{"facts":[]}' }],
      { concurrency: 1 },
      { sentences: MANY.slice(0, 3) },
    );
    expect(proposed.proposals).toHaveLength(1);
    expect(codes).toEqual(['reply-truncated']);
  });

  it('ends at once when whoever asked goes away', async () => {
    const controller = new AbortController();
    double = await startEndpointDouble(() => {
      controller.abort();
      return { hang: 'before-head' };
    });
    const model = modelAt(double.baseUrl, { concurrency: 1 }, { signal: controller.signal });
    const { failures } = await model.proposeFacts(MANY);
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['cancelled']));
    expect(double.seen).toHaveLength(1);
  });
});

describe('the cache', () => {
  const cacheOf = (entries: Map<string, string>) => ({
    get: (key: string) => Promise.resolve(entries.get(key)),
    set: (key: string, reply: string) => {
      entries.set(key, reply);
      return Promise.resolve();
    },
  });

  it('answers the same question without a call, whatever key signs it', async () => {
    const entries = new Map<string, string>();
    const first = await propose([GOOD], {}, { cache: cacheOf(entries) });
    const again = modelAt(double.baseUrl, { apiKey: 'another-key' }, { cache: cacheOf(entries) });
    const second = await again.proposeFacts(SENTENCES);
    expect(second.proposals).toEqual(first.proposed.proposals);
    const paidBefore = { calls: 0, cacheHits: 1, savedTokens: 120, promptTokens: 0, completionTokens: 0 };
    expect(second.cost).toEqual(paidBefore);
    expect([first.proposed.tokensEach, second.tokensEach]).toEqual([120, 120]);
    expect(double.seen).toHaveLength(1);
    expect(JSON.stringify([...entries])).not.toContain(KEY);
    expect([...entries.keys()].every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it('keeps apart models and articles', async () => {
    const entries = new Map<string, string>();
    await propose([GOOD], {}, { cache: cacheOf(entries) });
    await modelAt(double.baseUrl, { model: 'other' }, { cache: cacheOf(entries) }).proposeFacts(SENTENCES);
    await modelAt(double.baseUrl, {}, { cache: cacheOf(entries) }).proposeFacts([
      { id: 'S1', text: '别的。' },
    ]);
    expect(double.seen).toHaveLength(3);
    expect(entries.size).toBe(3);
  });

  it('keeps no reply that was of no use', async () => {
    const entries = new Map<string, string>();
    await propose([{ says: '抱歉' }], {}, { cache: cacheOf(entries) });
    expect(entries.size).toBe(0);
  });

  it('is asked past when it fails or holds rubbish', async () => {
    const down = {
      get: () => Promise.reject(new Error('down')),
      set: () => Promise.reject(new Error('down')),
    };
    expect((await propose([GOOD], {}, { cache: down })).codes).toEqual([]);
    await double.close();
    const rubbish = { get: () => Promise.resolve('%%%'), set: () => Promise.resolve() };
    const { codes, calls } = await propose([GOOD], {}, { cache: rubbish });
    expect([codes, calls]).toEqual([[], 1]);
  });
});
