import { describe, expect, it } from 'vitest';
import { readSentences } from './2-sentences.js';

describe('readSentences', () => {
  it('gives every sentence offsets that find it again', () => {
    const article = '港口\n\n滨海港建于1990年。码头有五座！\n\n1. 申请：先填表。';
    for (const { text, start, end } of readSentences(article)) expect(article.slice(start, end)).toBe(text);
  });

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'keeps the closing quotation mark with its sentence',
      '他说：“船到了。”大家鼓掌。',
      ['他说：“船到了。”', '大家鼓掌。'],
    ],
    ['does not cut inside brackets', '滨海港（原名石湾。）很大。', ['滨海港（原名石湾。）很大。']],
    ['leaves list numbers out', '3. 出具报告。', ['出具报告。']],
    ['leaves section numbers out', '4.2 检查油位。', ['检查油位。']],
    [
      'leaves article numbers out of a set of rules',
      '第一条港口归市里管。\n第二条码头归港口管。\n第三条船归船东管。',
      ['港口归市里管。', '码头归港口管。', '船归船东管。'],
    ],
    ['leaves 第三条 in where it counts lines', '第三条生产线投产了。', ['第三条生产线投产了。']],
    [
      'takes a last sentence without a full stop',
      '甲完工。乙在建，预计明年',
      ['甲完工。', '乙在建，预计明年'],
    ],
  ];
  it.each(cases)('%s', (_name, article, texts) => {
    expect(readSentences(article).map(({ text }) => text)).toEqual(texts);
  });

  it('tells headings, prose, items, table rows and an interviewer apart', () => {
    const article = [
      '港口的历史',
      '滨海港建于1990年。',
      '- 东码头，五个泊位；',
      '| 码头 | 泊位 |',
      '记者：您哪年来的？',
      '老陈：我八五年来的。',
      '老陈：干了一辈子。',
    ].join('\n');
    expect(readSentences(article).map(({ kind }) => kind)).toEqual([
      'heading',
      'prose',
      'item',
      'row',
      'question',
      'prose',
      'prose',
    ]);
    expect(readSentences(article).at(-1)).toMatchObject({
      label: '老陈',
      text: '干了一辈子。',
      heading: '港口的历史',
    });
  });

  it('takes a long first line without a full stop for the title', () => {
    const title = '扎根车间三十年 让每一颗螺丝都有档案——访全国技术能手、滨海造船厂装配钳工罗文斌';
    expect(readSentences(`${title}\n罗文斌是钳工。`)[0]).toMatchObject({ kind: 'heading', text: title });
  });

  it('knows which sentences stand inside a quotation', () => {
    const inside = readSentences('“船到了。货也到了。”老陈说。').map(({ insideQuote }) => insideQuote);
    expect(inside).toEqual([false, true, false]);
  });
});
