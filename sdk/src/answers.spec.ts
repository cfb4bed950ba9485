import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_PLATFORM } from '../testing/every-platform.js';
import {
  BASE_URL,
  problem,
  serviceThat,
  type Answer,
  type SeenCall,
  type ServiceDouble,
} from '../testing/service-double.js';
import { createQuizClient, type Response } from './index.js';

const appId = 'wx0123456789abcdef';
const choose = (choice: string): Response => ({ type: 'single', choice });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function outcome<T>(call: Promise<T>): Promise<unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

interface Stored {
  sequence: number;
  response: Response | null;
}

/** Keeps the answers of attempt a1 by the rules of the service; `spoil` may replace a reply after the fact. */
class AttemptKeeper {
  readonly slots = new Map<number, Stored>([
    [1, { sequence: 0, response: null }],
    [2, { sequence: 4, response: choose('a') }],
  ]);
  spoil: (call: SeenCall, earlier: number) => Answer | null = () => null;
  readonly service: ServiceDouble = serviceThat((call, earlier) => {
    const answer = this.answer(call);
    return this.spoil(call, earlier) ?? answer;
  });

  private answer({ method, path, body }: SeenCall): Answer {
    if (method !== 'PUT') return { body: { id: 'a1', slots: this.list() }, afterMs: 20 };
    const slot = Number(path.split('/').at(-1));
    const { sequence, response } = body as { sequence: number; response: Response };
    const stored = this.slots.get(slot);
    if (!stored) return problem(404, 'not-found');
    const repeated =
      sequence === stored.sequence && JSON.stringify(response) === JSON.stringify(stored.response);
    const saved = sequence > stored.sequence || repeated;
    if (sequence > stored.sequence) this.slots.set(slot, { sequence, response });
    return { body: { slot, saved, sequence: this.slots.get(slot)?.sequence }, afterMs: 20 };
  }

  private list() {
    return [...this.slots].map(([slot, { sequence, response }]) => ({ slot, sequence, response }));
  }

  /** The sequences sent for a slot, in order. */
  sent(slot: number): number[] {
    return this.service
      .to('PUT', `/v1/attempts/a1/answers/${slot}`)
      .map(({ body }) => (body as { sequence: number }).sequence);
  }
}

describe.each(EVERY_PLATFORM)('answering on %s', (_, platformOver) => {
  const clientOf = (keeper: AttemptKeeper) =>
    createQuizClient({ baseUrl: BASE_URL, appId, platform: platformOver(keeper.service) });

  it('counts on from what the server has stored', async () => {
    const keeper = new AttemptKeeper();
    const { attempts } = clientOf(keeper);
    await outcome(attempts.start('q1'));
    await outcome(attempts.answer('a1', 1, choose('b')));
    await outcome(attempts.answer('a1', 2, choose('c')));
    await outcome(attempts.answer('a1', 2, choose('d')));
    expect([keeper.sent(1), keeper.sent(2)]).toEqual([[1], [5, 6]]);
    expect(keeper.slots.get(2)).toEqual({ sequence: 6, response: choose('d') });
    expect(keeper.service.to('GET', '/v1/attempts/a1')).toHaveLength(0);
  });

  it('reads the attempt once, when it was not started here', async () => {
    const keeper = new AttemptKeeper();
    const { attempts } = clientOf(keeper);
    const both = [attempts.answer('a1', 1, choose('b')), attempts.answer('a1', 2, choose('b'))];
    await outcome(Promise.all(both));
    expect(keeper.service.to('GET', '/v1/attempts/a1')).toHaveLength(1);
    expect([keeper.sent(1), keeper.sent(2)]).toEqual([[1], [5]]);
  });

  it('sends the answers to one slot one after another, so that the last one stays', async () => {
    const keeper = new AttemptKeeper();
    const { attempts } = clientOf(keeper);
    const taps = ['a', 'b', 'c', 'd'].map((choice) => attempts.answer('a1', 1, choose(choice)));
    await outcome(Promise.all(taps));
    expect(keeper.sent(1)).toEqual([1, 2, 3, 4]);
    expect(keeper.slots.get(1)?.response).toEqual(choose('d'));
  });

  it('repeats a lost answer under its number', async () => {
    const keeper = new AttemptKeeper();
    keeper.spoil = ({ method }, earlier) =>
      method === 'PUT' && earlier === 0 ? { fail: 'ERR_CONNECTION_RESET' } : null;
    const { attempts } = clientOf(keeper);
    expect(await outcome(attempts.answer('a1', 1, choose('b')))).toMatchObject({ saved: true, sequence: 1 });
    expect(keeper.sent(1)).toEqual([1, 1]);
  });

  it('does not let an answer that had to be repeated overtake the one given after it', async () => {
    const keeper = new AttemptKeeper();
    keeper.spoil = ({ method }, earlier) =>
      method === 'PUT' && earlier === 0 ? problem(503, 'unavailable') : null;
    const { attempts } = clientOf(keeper);
    await outcome(
      Promise.all([attempts.answer('a1', 1, choose('a')), attempts.answer('a1', 1, choose('b'))]),
    );
    expect(keeper.slots.get(1)?.response).toEqual(choose('b'));
  });

  it('takes the next number when another phone has gone further', async () => {
    const keeper = new AttemptKeeper();
    const { attempts } = clientOf(keeper);
    await outcome(attempts.start('q1'));
    keeper.slots.set(1, { sequence: 7, response: choose('other phone') });
    expect(await outcome(attempts.answer('a1', 1, choose('b')))).toMatchObject({ saved: true, sequence: 8 });
    expect(keeper.slots.get(1)?.response).toEqual(choose('b'));
  });

  it('takes the next number when another phone used the same one', async () => {
    const keeper = new AttemptKeeper();
    const { attempts } = clientOf(keeper);
    await outcome(attempts.start('q1'));
    keeper.slots.set(1, { sequence: 1, response: choose('other phone') });
    expect(await outcome(attempts.answer('a1', 1, choose('b')))).toMatchObject({ saved: true, sequence: 2 });
  });

  it('never says saved when it is not', async () => {
    const keeper = new AttemptKeeper();
    let sequence = 10;
    keeper.spoil = ({ method }) =>
      method === 'PUT' ? { body: { slot: 1, saved: false, sequence: (sequence += 10) } } : null;
    const { attempts } = clientOf(keeper);
    expect(await outcome(attempts.answer('a1', 1, choose('b')))).toMatchObject({
      kind: 'conflict',
      code: 'answer-not-saved',
    });
  });

  it('goes on with the next answer after one that was refused', async () => {
    const keeper = new AttemptKeeper();
    keeper.spoil = ({ method }, earlier) =>
      method === 'PUT' && earlier === 0 ? problem(400, 'validation-failed') : null;
    const { attempts } = clientOf(keeper);
    const [refused, kept] = [attempts.answer('a1', 1, choose('?')), attempts.answer('a1', 1, choose('b'))];
    expect(await outcome(refused)).toMatchObject({ kind: 'validation' });
    expect(await outcome(kept)).toMatchObject({ saved: true });
  });

  it('asks for the attempt again when reading it failed', async () => {
    const keeper = new AttemptKeeper();
    keeper.spoil = ({ method }, earlier) =>
      method === 'GET' && earlier === 0 ? problem(404, 'not-found') : null;
    const { attempts } = clientOf(keeper);
    expect(await outcome(attempts.answer('a1', 1, choose('a')))).toMatchObject({ kind: 'not-found' });
    expect(await outcome(attempts.answer('a1', 1, choose('b')))).toMatchObject({ saved: true });
  });

  it('submits after the answers on their way have arrived, even if one of them fails', async () => {
    const keeper = new AttemptKeeper();
    keeper.spoil = ({ path }) => (path.endsWith('/answers/2') ? problem(400, 'validation-failed') : null);
    const { attempts } = clientOf(keeper);
    const answers = [attempts.answer('a1', 1, choose('b')), attempts.answer('a1', 2, choose('?'))];
    const submitted = attempts.submit('a1');
    await outcome(Promise.allSettled([...answers, submitted]));
    expect(keeper.service.calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'PUT', 'PUT', 'POST']);
    await expect(submitted).resolves.toBeDefined();
  });
});
