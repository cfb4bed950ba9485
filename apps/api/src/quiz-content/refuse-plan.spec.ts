import { describe, expect, it } from 'vitest';
import { refusePlan } from './refuse-plan.js';

const pinned = { questionId: 'q' };
const drawn = { draw: { type: 'single' as const }, count: 3 };

describe('refusePlan', () => {
  it('accepts pinned questions and rules side by side', () => {
    expect(refusePlan({ slots: [pinned, drawn] })).toEqual([]);
    expect(
      refusePlan({ sections: [{ title: '一' }, { title: '二' }], slots: [{ ...drawn, section: 2 }] }),
    ).toEqual([]);
  });

  it.each<[string, Parameters<typeof refusePlan>[0], string, string]>([
    [
      'closes before it opens',
      { opensAt: '2026-12-02', closesAt: '2026-12-01', slots: [pinned] },
      '/closesAt',
      'too-early',
    ],
    ['is neither pinned nor drawn', { slots: [{}] }, '/slots/0', 'one-of'],
    ['is both', { slots: [{ ...pinned, draw: {} }] }, '/slots/0', 'one-of'],
    ['counts a pinned question', { slots: [{ ...pinned, count: 2 }] }, '/slots/0/count', 'not-allowed'],
    [
      'wants at least 4 and at most 2',
      { slots: [{ draw: { difficultyFrom: 4, difficultyTo: 2 } }] },
      '/slots/0/draw/difficultyTo',
      'too-small',
    ],
    [
      'stands in a section that is not there',
      { slots: [{ ...pinned, section: 2 }] },
      '/slots/0/section',
      'not-found',
    ],
    [
      'has more slots than anybody answers',
      {
        slots: [
          { draw: {}, count: 150 },
          { draw: {}, count: 51 },
        ],
      },
      '/slots',
      'too-many',
    ],
  ])('refuses a plan that %s', (_name, plan, pointer, code) => {
    expect(refusePlan(plan)).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});
