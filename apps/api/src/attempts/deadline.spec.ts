import { describe, expect, it } from 'vitest';
import { deadline, type TimeRules } from './deadline.js';

const start = new Date('2026-11-22T09:00:00Z');
const none: TimeRules = {
  timeLimitSeconds: null,
  closesAt: null,
  graceSeconds: 0,
  extraPercent: 0,
  extraSeconds: 0,
};
const at = (time: string) => new Date(`2026-11-22T${time}Z`);

describe('deadline', () => {
  it.each<[string, Partial<TimeRules>, Date | null, Date | null]>([
    ['has none without a limit', {}, null, null],
    ['is the limit after the start', { timeLimitSeconds: 1200 }, at('09:20:00'), at('09:20:00')],
    [
      'is when the quiz closes, if that is sooner',
      { timeLimitSeconds: 1200, closesAt: at('09:10:00') },
      at('09:10:00'),
      at('09:10:00'),
    ],
    [
      'is when the quiz closes, without a limit',
      { closesAt: at('10:00:00') },
      at('10:00:00'),
      at('10:00:00'),
    ],
    [
      'gives +30 % of the limit',
      { timeLimitSeconds: 1200, extraPercent: 30 },
      at('09:26:00'),
      at('09:26:00'),
    ],
    [
      'gives extra seconds besides',
      { timeLimitSeconds: 1000, extraPercent: 25, extraSeconds: 90 },
      at('09:22:20'),
      at('09:22:20'),
    ],
    [
      'takes answers during the grace',
      { timeLimitSeconds: 600, graceSeconds: 30 },
      at('09:10:00'),
      at('09:10:30'),
    ],
    ['leaves an attempt without limit alone, however much extra there is', { extraPercent: 100 }, null, null],
  ])('%s', (_name, rules, dueAt, closesAt) => {
    expect(deadline({ ...none, ...rules }, start)).toEqual({ dueAt, closesAt });
  });
});
