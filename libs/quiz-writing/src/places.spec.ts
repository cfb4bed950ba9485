import { describe, expect, it } from 'vitest';
import { countApart, placesIn } from './places.js';

const LONG = `滨海港务集团。${'港口的道路连着城区，aaa与aaaa。'.repeat(400)}东方港务集团𠀀`;

describe('placesIn', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a name at both ends', LONG, '港务集团'],
    ['a piece that overlaps itself', LONG, 'aa'],
    ['one character', LONG, '𠀀'],
    ['half a character', LONG, '港'],
    ['nothing', LONG, '造船厂'],
    ['the first words', LONG, '滨海港务'],
    ['a short text', '港口，港口。', '港口'],
    ['a piece longer than the text', '港口', '港口的道路'],
  ];
  it.each(cases)('finds %s', (_name, text, piece) => {
    const places = Array.from({ length: text.length }, (_, at) => at).filter((at) =>
      text.startsWith(piece, at),
    );
    expect(placesIn(text)(piece)).toEqual(places);
  });

  it('counts as often as a text can be cut at the piece', () => {
    for (const piece of ['aa', 'aaa', '港', '港口', '集团'])
      expect(countApart(placesIn(LONG)(piece), piece.length)).toBe(LONG.split(piece).length - 1);
  });
});
