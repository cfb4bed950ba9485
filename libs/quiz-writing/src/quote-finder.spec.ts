import { standsIn } from '#question';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from './quote-finder.js';

const ARTICLE =
  '2020年9月，学院在青岛成立，首期学员120人。\n“灯塔工厂”共有112家，另有12家在建；全年产量3.5万台。\n学院有20人。';
const find = quoteFinder(ARTICLE);

describe('quoteFinder', () => {
  it.each([
    ['word by word', '首期学员120人', '首期学员120人'],
    ['in full width', '首期学员１２０人', '首期学员120人'],
    ['with other blanks', ' 2020 年 9 月，学院在青岛成立 ', '2020年9月，学院在青岛成立'],
    ['over the end of a line', '120人。 “灯塔工厂”', '120人。\n“灯塔工厂'],
    ['with other quotation marks', '"灯塔工厂"共有112家', '灯塔工厂”共有112家'],
    ['with other commas', '2020年9月,学院', '2020年9月，学院'],
    ['where its number is whole', '12家', '12家'],
    ['where its number begins', '20人', '20人'],
  ])('finds what was copied %s', (_how, quote, found) => {
    const evidence = find(quote);
    expect(evidence?.quote).toBe(found);
    expect(evidence && standsIn(ARTICLE, [evidence])).toBe(true);
  });

  it.each([
    ['学院在济南成立'],
    ['全年产量3'],
    ['5万台'],
    ['首期学员12'],
    [''],
    [' 　'],
    ['“”'],
    ['首期学员120人'.repeat(20)],
  ])('does not find %j', (quote) => {
    expect(find(quote)).toBeNull();
  });

  it('takes the second place when the first cuts a number', () => {
    expect(find('12家')?.start).toBe(ARTICLE.indexOf('另有12家') + 2);
    expect(find('20人')?.start).toBe(ARTICLE.indexOf('有20人') + 1);
  });
});
