import { describe, expect, it } from 'vitest';
import { drawQuestions, type PlannedSlot, type PoolQuestion } from './draw-questions.js';

const pool = (...ids: string[]): PoolQuestion[] =>
  ids.map((id) => ({ questionVersionId: id, factId: `fact of ${id}` }));
const draws = (draw: number, count: number, section = 1): PlannedSlot[] =>
  Array.from({ length: count }, () => ({ slot: 0, section, points: 1, draw, pinned: null }));
const numbered = (slots: readonly PlannedSlot[]) =>
  slots.map((each, index) => ({ ...each, slot: index + 1 }));
const pinned = (question: PoolQuestion, points = 2): PlannedSlot => ({
  slot: 0,
  section: 1,
  points,
  draw: null,
  pinned: question,
});
const request = { seen: new Set<string>(), seed: 7, shuffle: false };
const idsOf = (drawn: ReturnType<typeof drawQuestions>) =>
  typeof drawn === 'number' ? drawn : drawn.map(({ questionVersionId }) => questionVersionId);

describe('drawQuestions', () => {
  it('gives the same questions for the same seed, and others for another', () => {
    const slots = numbered(draws(1, 4));
    const pools = new Map([[1, pool(...'abcdefghijklmnop')]]);
    const one = idsOf(drawQuestions({ ...request, slots, pools }));
    expect(idsOf(drawQuestions({ ...request, slots, pools }))).toEqual(one);
    expect(idsOf(drawQuestions({ ...request, slots, pools, seed: 8 }))).not.toEqual(one);
    expect(new Set(Array.isArray(one) ? one : []).size).toBe(4);
  });

  it('draws what the learner has not seen, as long as there is any', () => {
    const slots = numbered(draws(1, 3));
    const pools = new Map([[1, pool(...'abcdef')]]);
    const first = drawQuestions({ ...request, slots, pools, seen: new Set('abc') });
    expect([idsOf(first)].flat().sort()).toEqual(['d', 'e', 'f']);
    const second = drawQuestions({ ...request, slots, pools, seen: new Set('abcd') });
    expect([idsOf(second)].flat().filter((id) => 'ef'.includes(String(id)))).toHaveLength(2);
  });

  it('never takes two questions of one fact, pinned ones included', () => {
    const twin = (id: string): PoolQuestion => ({ questionVersionId: id, factId: 'the same' });
    const pools = new Map([[1, [twin('a'), twin('b'), ...pool('c')]]]);
    const slots = numbered([pinned(twin('z')), ...draws(1, 1)]);
    expect(idsOf(drawQuestions({ ...request, slots, pools }))).toEqual(['z', 'c']);
  });

  it('lets the narrow rule choose before the wide one', () => {
    const slots = numbered([...draws(1, 2), ...draws(2, 1)]);
    const pools = new Map([
      [1, pool('a', 'b', 'c')],
      [2, pool('a')],
    ]);
    for (let seed = 0; seed < 50; seed += 1) {
      expect([idsOf(drawQuestions({ ...request, slots, pools, seed }))].flat().sort()).toEqual([
        'a',
        'b',
        'c',
      ]);
    }
  });

  it('names the rule whose pool is too small', () => {
    const slots = numbered([...draws(1, 1), ...draws(2, 3)]);
    const pools = new Map([
      [1, pool('a')],
      [2, pool('b', 'c')],
    ]);
    expect(drawQuestions({ ...request, slots, pools })).toBe(2);
  });

  it('shuffles within sections only, and the points go with the question', () => {
    const slots = numbered([
      pinned({ questionVersionId: 'a', factId: null }, 5),
      pinned({ questionVersionId: 'b', factId: null }),
      { ...pinned({ questionVersionId: 'c', factId: null }), section: 2 },
    ]);
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = drawQuestions({ ...request, slots, pools: new Map(), seed, shuffle: true });
      const rows = typeof drawn === 'number' ? [] : drawn;
      expect(rows[2]?.questionVersionId).toBe('c');
      expect(rows.find(({ questionVersionId }) => questionVersionId === 'a')?.points).toBe(5);
      seen.add(rows.map(({ questionVersionId }) => questionVersionId).join(''));
    }
    expect([...seen].sort()).toEqual(['abc', 'bac']);
  });
});
