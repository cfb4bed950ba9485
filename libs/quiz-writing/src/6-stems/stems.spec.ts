import { describe, expect, it } from 'vitest';
import { WRITABLE_TYPES } from '#question';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from '../4-facts/index.js';
import { writeStems } from './index.js';

function stemsOf(article: string, answer: string): string[] {
  const { around, readings } = readNames(article, readSentences(article));
  const { findings, joints } = findFacts(readings, around, () => {});
  return writeStems(findings, joints, WRITABLE_TYPES)
    .filter(({ type, finding }) => type === 'single' && finding.fact.answer === answer)
    .map(({ stem }) => stem);
}

describe('writeStems', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'puts 为 before a figure that no verb governs',
      '滨海港通车里程18642公里。',
      '18642公里',
      ['滨海港通车里程为多少公里？'],
    ],
    ['puts no second one', '滨海港的质保期为5年。', '5年', ['滨海港的质保期为多少年？']],
    ['puts none behind 高达', '滨海港的设备价格高达900万元。', '900万元', ['滨海港的设备价格高达多少元？']],
    ['puts none behind a verb', '滨海港新建码头12座。', '12座', ['滨海港新建码头多少座？']],
    [
      'asks of which year a document is, not when it was annulled',
      '2015年印发的《滨海港暂行办法》同时废止。',
      '2015年',
      ['哪一年印发的《滨海港暂行办法》同时废止？'],
    ],
    [
      'never cuts a subject to ask for the year',
      '2006年，滨海瓷烧制技艺被列入名录。',
      '2006年',
      ['滨海瓷烧制技艺被列入名录是在哪一年？'],
    ],
    [
      'asks in which year where the year stands inside',
      '滨海港2003年改制为滨海港集团。',
      '2003年',
      ['滨海港在哪一年改制为滨海港集团？'],
    ],
    ['puts no 在 behind 于', '滨海港始建于1898年。', '1898年', ['滨海港始建于哪一年？']],
    ['asks for no figure with another one behind its 、', '滨海港收缴热水壶31件、电吹风19件。', '31件', []],
  ];
  it.each(cases)('%s', (_name, article, answer, stems) => {
    expect(stemsOf(article, answer)).toEqual(stems);
  });

  it('asks for the order of the steps that are counted behind them', () => {
    const article = '滨海碳纤维的生产依次经过聚合、纺丝、碳化和上浆四道工序。';
    const { around, readings } = readNames(article, readSentences(article));
    const { findings, joints } = findFacts(readings, around, () => {});
    expect(writeStems(findings, joints, ['order']).map(({ stem }) => stem)).toEqual([
      '滨海碳纤维的生产依次经过下列四道工序。请排出正确的顺序。',
    ]);
  });

  it('asks how much where a table cell holds an amount of an unknown unit', () => {
    const article = '主要类型\n\n| 类型 | 标称电压 |\n\n| --- | --- |\n\n| 磷酸铁锂电池 | 3.2伏 |';
    expect(stemsOf(article, '3.2伏')).toEqual(['在“主要类型”的表格中，磷酸铁锂电池的标称电压是多少？']);
  });

  const fills = (article: string) => {
    const { around, readings } = readNames(article, readSentences(article));
    const { findings, joints } = findFacts(readings, around, () => {});
    return writeStems(findings, joints, ['fill']).map(({ stem }) => stem);
  };

  it('leaves a member of a list blank only where the list is closed and counted', () => {
    expect(fills('滨海市的铣削分为顺铣、逆铣和侧铣三种。')).toContain(
      '滨海市的铣削分为____、逆铣和侧铣三种。',
    );
    expect(fills('滨海市建有船厂、钢厂和纸厂。')).toEqual([]);
  });

  it('keeps 年 behind the blank for a year', () => {
    expect(fills('2017年，滨海港改制。')).toContain('____年，滨海港改制。');
  });

  it('calls no long sentence true', () => {
    const article =
      '2020年，滨海市扩建港口、拓宽航道、更新设备、培训职工、引进人才、改造仓库并且在各个码头新建泊位12座。';
    const { around, readings } = readNames(article, readSentences(article));
    const { findings, joints } = findFacts(readings, around, () => {});
    const judged = writeStems(findings, joints, ['tf']);
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.every(({ truth }) => truth === false || truth === undefined)).toBe(true);
  });
});
