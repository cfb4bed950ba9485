import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeOrigins,
  originOf,
  originsOf,
  placesInSource,
  readArticleText,
  type OffsetMap,
} from './index.js';

const stood = (source: string, places: readonly { start: number; end: number }[]) =>
  places.map(({ start, end }) => source.slice(start, end));

describe('placesInSource', () => {
  it.each([
    ['one piece', '<p>青岛市南</p>', '岛市', ['岛市']],
    ['pieces with a tag between', '<p>青<b>岛市</b>南</p>', '青岛市南', ['青<b>岛市</b>南']],
    ['pieces with an entity', '<p>A&amp;B 公司</p>', 'A&B', ['A&amp;B']],
    ['pieces with a comment between', '<p>青<!-- 注 -->岛</p>', '青岛', ['青<!-- 注 -->岛']],
    ['pieces with dropped words between', '<p>青<script>let x</script>岛</p>', '青岛', ['青', '岛']],
    ['cells of a row', '<table><tr><td>甲<td>1<tr><td>乙<td>2</table>', '甲 | 1', ['甲<td>1']],
    ['a cell that is repeated', '<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>', '甲 | 2', ['甲', '2']],
  ])('of %s', (_, page, quote, expected) => {
    const { text, source, origins } = readArticleText(page, 'html');
    const start = text.lastIndexOf(quote);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(stood(source, placesInSource(origins, source, start, start + quote.length))).toEqual(expected);
  });

  it.each([
    [
      'a Markdown link',
      '# 甲\n\n见[港口志](http://a.b/c)一书。',
      '港口志一书',
      ['港口志](http://a.b/c)一书'],
    ],
    ['Markdown emphasis', '# 甲\n\n青**岛**市', '青岛市', ['青**岛**市']],
    ['a list item', '- 甲\n- 青岛\n\n**乙**', '- 青岛', ['青岛']],
  ])('of %s', (_, page, quote, expected) => {
    const { text, source, origins } = readArticleText(page, 'markdown');
    const start = text.indexOf(quote);
    expect(stood(source, placesInSource(origins, source, start, start + quote.length))).toEqual(expected);
  });
});

/** Maps of texts made by cutting another one up: pieces of it in any order, some respelt, with marks of ours between. */
const cut = (length: number): fc.Arbitrary<OffsetMap> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(6), fc.nat(2), fc.boolean()), { maxLength: 8 }).map((pieces) => {
    let at = 0;
    const runs = pieces.flatMap(([start, size, gap, isWhole]) => {
      const end = Math.min(length, start + size);
      if (end === start) return [];
      const run = { at: at + gap, length: isWhole ? 1 : end - start, start, end };
      at = run.at + run.length;
      return [run];
    });
    return { runs };
  });

const units = ({ runs }: OffsetMap, at: number): number[] =>
  runs.flatMap((run) => {
    if (at < run.at || at >= run.at + run.length) return [];
    if (run.length === run.end - run.start) return [run.start + at - run.at];
    return Array.from({ length: run.end - run.start }, (_, index) => run.start + index);
  });

describe('composeOrigins', () => {
  it('leads where the two maps lead one after the other', () => {
    fc.assert(
      fc.property(cut(20), cut(30), fc.nat(30), (later, earlier, at) => {
        const places = units(later, at).flatMap((unit) => units(earlier, unit));
        const composed = units(composeOrigins(later, earlier), at);
        // A stretch that is mapped as a whole covers all between its first and last piece.
        const hull = places.length > 0 ? [Math.min(...places), Math.max(...places)] : [];
        expect(composed.length > 0 ? [Math.min(...composed), Math.max(...composed)] : []).toEqual(hull);
        const isExact = units(later, at).length <= 1;
        expect(composed.filter((unit) => isExact && !places.includes(unit))).toEqual([]);
      }),
    );
  });
});

describe('originsOf', () => {
  it('names all units that the stretch comes from and no other', () => {
    fc.assert(
      fc.property(cut(20), fc.nat(30), fc.nat(30), (map, start, length) => {
        const places = originsOf(map, start, start + length);
        const expected = Array.from({ length }, (_, index) => units(map, start + index)).flat();
        const named = places.flatMap((place) =>
          Array.from({ length: place.end - place.start }, (_, index) => place.start + index),
        );
        expect(new Set(named)).toEqual(new Set(expected));
        expect(places.length > 0).toBe(originOf(map, start, start + length) !== null);
      }),
    );
  });
});
