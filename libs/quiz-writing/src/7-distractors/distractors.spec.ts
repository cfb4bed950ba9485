import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, type Figure } from '../numbers.js';
import { seededRandom } from '../random.js';
import { otherDates } from './dates.js';
import { otherFigures, otherRanks } from './figures.js';
import { otherItems, swappedPhrases } from './phrases.js';

function figure(text: string): Figure {
  const [first] = findFigures(text);
  if (!first) throw new Error(`no figure in ${text}`);
  return first;
}

describe('otherFigures', () => {
  it.each(['近160名', '300多万家', '12.5%', '约3.2亿元', '二期', '1200个', '80%以上', '两个'])(
    'writes figures as %s is written',
    (text) => {
      const answer = figure(text);
      const others = otherFigures(answer, '', [], seededRandom(1)).slice(0, 3);
      expect(others.length).toBeGreaterThanOrEqual(2);
      for (const other of others.map(figure)) {
        expect(other.unit).toBe(answer.unit);
        expect(other.hedge).toBe(answer.hedge);
        expect(other.value).not.toBe(answer.value);
      }
    },
  );

  it('stays plausible whatever the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.integer(), (value, seed) => {
        const answer = figure(`${value}个`);
        for (const other of otherFigures(answer, '', [], seededRandom(seed)).map(figure)) {
          expect(other.value).toBeGreaterThan(0);
          expect(other.value / value).toBeLessThan(20);
          expect(other.value).not.toBe(value);
        }
      }),
    );
  });

  it('has nothing to put beside zero', () => {
    expect(otherFigures(figure('0℃'), '', [], seededRandom(1))).toEqual([]);
  });

  it('never exceeds a hundred per cent, nor repeats a figure of the stem', () => {
    const others = otherFigures(figure('96%'), '占比由80%提高到多少？', [], seededRandom(2)).map(figure);
    expect(others.every(({ value }) => value <= 100 && value !== 80)).toBe(true);
  });

  it('offers a figure of the article with the same unit', () => {
    const others = otherFigures(figure('36个'), '', [figure('63个'), figure('63家')], seededRandom(1));
    expect(others[0]).toBe('63个');
  });
});

describe('otherDates', () => {
  it.each([
    ['2020年初', /^\d{4}年初$/],
    ['1898年3月6日', /^\d{4}年\d{1,2}月\d{1,2}日$/],
    ['“十四五”时期', /^“十[一二三五]五”时期$/],
  ])('keeps the form of %s', (answer, form) => {
    const others = otherDates(answer, [], seededRandom(3));
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const other of others) {
      expect(other).toMatch(form);
      expect(other).not.toBe(answer);
    }
  });
});

describe('otherRanks', () => {
  it('offers neighbouring places', () => {
    expect(otherRanks('第三', seededRandom(1)).toSorted()).toEqual(
      ['第一', '第二', '第五', '第六', '第四'].toSorted(),
    );
  });
});

describe('swappedPhrases', () => {
  it('changes the front word for one of its rank', () => {
    expect(swappedPhrases('人才短缺', '人才短缺', seededRandom(1))).toContain('资金短缺');
  });
  it('offers nothing the article holds', () => {
    expect(swappedPhrases('人才短缺', '人才短缺，资金短缺。', seededRandom(1))).not.toContain('资金短缺');
  });
  it('leaves the middle of a longer phrase alone', () => {
    expect(swappedPhrases('打造北方海洋装备之都', '', seededRandom(1))).toEqual([]);
  });
});

describe('otherItems', () => {
  const cases: readonly (readonly [string, readonly string[], readonly (readonly string[])[], RegExp])[] = [
    ['offers words of the members’ rank', ['人才', '资金', '数据'], [], /^[\u3400-\u9fff]{2,3}$/],
    ['changes what stands before a common ending', ['外种皮', '中种皮', '内种皮'], [], /^.种皮$/],
    [
      'takes members of a list that is built alike',
      ['推进项目', '加快建设'],
      [['提升质量', '港口']],
      /^[\u3400-\u9fff]{3,5}$/,
    ],
  ];
  it.each(cases)('%s', (_name, items, lists, wanted) => {
    const others = otherItems(items, lists, items.join('、'), seededRandom(1));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others.slice(0, 2)) {
      expect(other).toMatch(wanted);
      expect(items).not.toContain(other);
    }
  });

  it('offers nothing that stands in the sentence', () => {
    expect(otherItems(['人才', '资金'], [], '人才、资金等，另有技术。', seededRandom(1))).not.toContain(
      '技术',
    );
  });
});
