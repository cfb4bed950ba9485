import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSentences } from './chunk-sentences.js';

const sentences = (lengths: readonly number[]) =>
  lengths.map((length, index) => ({ id: `S${index + 1}`, text: '字'.repeat(length) }));
const ids = (lengths: readonly number[]) =>
  chunkSentences(sentences(lengths), 100).map((chunk) => chunk.map(({ id }) => id).join(' '));

describe('chunkSentences', () => {
  const cases: [string, number[], string[]][] = [
    ['keeps a short article whole', [30, 30], ['S1 S2']],
    ['begins a chunk with the last sentence of the one before', [60, 30, 40, 40], ['S1 S2', 'S2 S3', 'S4']],
    ['makes no chunk of nothing', [], []],
    ['does not split a very long sentence', [20, 400, 20], ['S1', 'S1 S2', 'S3']],
  ];
  it.each(cases)('%s', (_, lengths, expected) => {
    expect(ids(lengths)).toEqual(expected);
  });

  it('gives every sentence to the model, each for the first time once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 250 }), { maxLength: 40 }), (lengths) => {
        const given = new Set<string>();
        for (const chunk of chunkSentences(sentences(lengths), 100)) {
          expect(chunk.filter(({ id }) => !given.has(id)).length).toBeGreaterThan(0);
          expect(chunk.filter(({ id }) => given.has(id)).length).toBeLessThanOrEqual(1);
          for (const { id } of chunk) given.add(id);
        }
        expect([...given]).toEqual(sentences(lengths).map(({ id }) => id));
      }),
    );
  });
});
