import { describe, expect, it } from 'vitest';
import { findFigures, magnitudeOf, readChinese } from './numbers.js';

describe('findFigures', () => {
  const cases: readonly (readonly [string, string, number, string | null])[] = [
    ['培养了近160名学员', '近160名', 160, 'below'],
    ['聚集300多万家企业', '300多万家', 3_000_000, 'above'],
    ['服务将近6万家企业', '将近6万家', 60_000, 'below'],
    ['增长12.5%', '12.5%', 12.5, null],
    ['投资约3.2亿元', '约3.2亿元', 320_000_000, 'approx'],
    ['办了二期培训班', '二期', 2, null],
    ['占百分之十五', '百分之十五', 15, null],
    ['达到80%以上', '80%以上', 80, 'above'],
    ['一千三百个场景', '一千三百个', 1300, null],
    ['重8千克', '8千克', 8, null],
    ['投资12,500万元', '12,500万元', 125_000_000, null],
  ];
  it.each(cases)('reads %s', (text, figure, value, hedge) => {
    expect(findFigures(text).map(({ text, value, hedge }) => ({ text, value, hedge }))).toContainEqual({
      text: figure,
      value,
      hedge,
    });
  });

  it.each(['统一领导', '5G网络', '十四五规划', '同一办法'])('sees no figure in %s', (text) => {
    expect(findFigures(text)).toEqual([]);
  });

  it.each(['3—5年', '15℃至35℃', '第三名', '2小时10分钟'])('marks %s as part of something larger', (text) => {
    expect(findFigures(text).every(({ tied }) => tied)).toBe(true);
  });

  it('compares figures by what they are worth', () => {
    const [a, b] = [findFigures('3.2亿元')[0], findFigures('32000万元')[0]];
    expect(a && magnitudeOf(a)).toBe(b && magnitudeOf(b));
  });
});

describe('readChinese', () => {
  it.each([
    ['一千三百', 1300],
    ['二十三', 23],
    ['九亿两千万', 920_000_000],
    ['二〇二〇', 2020],
    ['三点五', 3.5],
  ])('reads %s', (text, value) => {
    expect(readChinese(text)).toBe(value);
  });
});
