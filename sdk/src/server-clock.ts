const FRESH_MS = 5 * 60_000;

/** Knows the server's time from the X-Server-Time of its replies. */
export interface ServerClock {
  /** 服务端时间，毫秒。Server time in milliseconds; the device's own until the first reply. */
  now(): number;
  /** Takes one sample: when the call left, when it came back, and the server's time in between. */
  observe(sent: number, received: number, serverTime: number): void;
}

/**
 * Half of the shortest round trip seen within five minutes is the largest error, so that sample wins.
 * A device whose clock jumped is noticed: a sample that contradicts the kept one by more than both trips replaces it.
 */
export function createServerClock(deviceNow: () => number): ServerClock {
  let offset = 0;
  let trip = Number.POSITIVE_INFINITY;
  let at = 0;
  return {
    now: () => deviceNow() + offset,
    observe(sent, received, serverTime) {
      const took = received - sent;
      if (!(serverTime > 0) || took < 0) return;
      const measured = serverTime + took / 2 - received;
      const jumped = Math.abs(measured - offset) > (took + trip) / 2 + 1;
      if (took > trip && !jumped && Math.abs(received - at) < FRESH_MS) return;
      [offset, trip, at] = [measured, took, received];
    },
  };
}
