import { describe, expect, it } from 'vitest';
import { WordSet } from './word-set.js';

describe('WordSet', () => {
  const words = new WordSet(['滨海', '滨海港务', '滨海港务集团', '云雀', '云雀']);

  it('knows each word once', () => {
    expect(words.size).toBe(4);
  });

  const cases: readonly (readonly [string, number, string | null])[] = [
    ['滨海港务集团成立', 0, '滨海港务集团'],
    ['在滨海港务局', 1, '滨海港务'],
    ['滨海市', 0, '滨海'],
    ['在滨海', 0, null],
    ['云', 0, null],
  ];
  it.each(cases)('finds the longest in %s at %i', (text, at, word) => {
    expect(words.longestAt(text, at)).toBe(word);
  });

  it('sees whether one stands anywhere, but for those left out', () => {
    expect(words.standsIn('他驾驶云雀')).toBe(true);
    expect(words.standsIn('他驾驶云雀', new Set(['云雀']))).toBe(false);
    expect(words.standsIn('雀云')).toBe(false);
  });
});
