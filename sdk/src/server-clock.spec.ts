import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.js';

const NOW = 1_790_000_000_000;
const SKEW = 2 * 3600_000;

/** A device whose clock the test sets, and a server that is `SKEW` ahead of true time. */
function device(ahead = 0) {
  const state = { true: NOW, ahead };
  const clock = createServerClock(() => state.true + state.ahead);
  const call = (there: number, back: number) => {
    const sent = state.true + state.ahead;
    const serverTime = state.true + there + SKEW;
    state.true += there + back;
    clock.observe(sent, state.true + state.ahead, serverTime);
  };
  return { state, clock, call, error: () => Math.abs(clock.now() - state.true - SKEW) };
}

describe('knowing the time of the server', () => {
  it('takes the device for right before the first reply', () => {
    expect(device().clock.now()).toBe(NOW);
  });

  it('is off by at most half of the fastest round trip', () => {
    const trips = fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(trips, fc.integer({ min: -86_400_000, max: 86_400_000 }), (calls, ahead) => {
        const phone = device(ahead);
        for (const [there, back] of calls) phone.call(there, back);
        const fastest = Math.min(...calls.map(([there, back]) => there + back));
        expect(phone.error()).toBeLessThanOrEqual(fastest / 2);
      }),
    );
  });

  it('does not let one slow reply spoil a good measurement', () => {
    const phone = device();
    phone.call(10, 10);
    phone.call(10, 4000);
    expect(phone.error()).toBeLessThanOrEqual(10);
  });

  it('measures anew after five minutes, for clocks drift', () => {
    const phone = device();
    phone.call(10, 10);
    phone.state.ahead += 400;
    phone.state.true += 5 * 60_000;
    phone.call(100, 500);
    expect(phone.error()).toBeLessThanOrEqual(300);
  });

  it('notices that the clock of the device was set', () => {
    const phone = device();
    phone.call(10, 10);
    phone.state.ahead = -60_000;
    phone.call(50, 50);
    expect(phone.error()).toBeLessThanOrEqual(50);
  });

  it.each([Number.NaN, 0, -5])('ignores the server time %s', (serverTime) => {
    const clock = createServerClock(() => NOW);
    clock.observe(NOW, NOW, serverTime);
    expect(clock.now()).toBe(NOW);
  });

  it('ignores a sample over which the clock was set back', () => {
    const clock = createServerClock(() => NOW);
    clock.observe(NOW, NOW - 1000, NOW + SKEW);
    expect(clock.now()).toBe(NOW);
  });
});
