import { describe, expect, it } from 'vitest';
import { cleanArticle } from './index.js';

const FIRST = '滨海港昨日开港，首日到港船舶12艘。';
const LAST = '码头全年吞吐量可达300万标箱。';
const lines = (...all: string[]) => all.join('\n\n');
const codesOf = (text: string) => [...new Set(cleanArticle(text).repairs.map(({ code }) => code))];

describe('what belongs to the page', () => {
  it.each([
    '本报记者 张三 李四',
    '本报记者张三 通讯员李四',
    '记者 张三 文/图',
    '半岛全媒体记者 张三 实习生 李四 报道',
    '文｜张三',
    '责任编辑：张三　校对：李四',
    '作者：张三',
    '张三/摄',
    '（本报记者 张三 摄）',
    '新华社发（张三摄）',
    '码头工人正在吊装。李四 摄',
    '图片由滨海港务公司提供',
    '（资料图片）',
    '（作者系滨海大学教授）',
    '□ 张三',
    '▲自动化码头的桥吊',
    '◎本刊记者 张三',
  ])('drops the credit %s', (credit) => {
    const text = lines(FIRST, credit, LAST);
    expect(cleanArticle(text).article).toBe(lines(FIRST, LAST));
    expect(codesOf(text)).toContain('by-line');
  });

  it.each([
    ['a list with marks of its own', lines('● 2020年，公司成立研发中心。', '● 2021年，公司取得专利12项。')],
    ['a sub-heading with a mark', lines(FIRST, '■ 港口概况', LAST)],
    ['a sentence that speaks of reporters', '王某告诉记者，码头明年投产。'],
    ['a sentence that speaks of pictures', '张三介绍，这组照片由他本人拍摄。'],
    [
      'a person who speaks again and again',
      lines('主持人：', FIRST, '主持人：', LAST, '主持人：', '谢谢大家。'),
    ],
    ['headings that count', lines('1 港口概况', FIRST, '2 港口历史', LAST, '3 港口未来', '明年扩建。')],
    ['an aside at the end of a sentence', `${FIRST}（见《港口志》）`],
    ['years in a column', lines('2020', FIRST, '2021', LAST, '2022')],
  ])('keeps %s', (_, text) => {
    expect(cleanArticle(text).article).toBe(text);
  });

  it.each([
    ['本报讯（记者 张三 通讯员 李四）', '本报讯（记者 张三 通讯员 李四）'],
    ['本报讯 ', '本报讯'],
    ['本报滨海3月5日讯 （记者张三）', '本报滨海3月5日讯 （记者张三）'],
    ['新华社滨海3月5日电（记者 张三）', '新华社滨海3月5日电（记者 张三）'],
    ['（记者 张三）', '（记者 张三）'],
  ])('takes the dateline %s off the first sentence', (dateline, quote) => {
    const { article, repairs } = cleanArticle(dateline + FIRST);
    expect(article).toBe(FIRST);
    expect(repairs).toContainEqual(expect.objectContaining({ code: 'dateline', quote }));
  });

  it.each(['（完）', '（记者 张三）', '（本报记者张三 李四）'])(
    'takes the signature %s off the last sentence',
    (signature) => {
      expect(cleanArticle(FIRST + signature).article).toBe(FIRST);
    },
  );

  it.each([
    [
      'page numbers in other hands',
      lines(FIRST, '·12·', LAST, '第十三页', '明年扩建。', 'P14'),
      'page-number',
    ],
    [
      'heads that carry the page number',
      lines('港口志　12', FIRST, '港口志　13', LAST, '港口志　14', '明年扩建。'),
      'running-head',
    ],
    [
      'feet that begin with it',
      lines(FIRST, '12 | 港口年报', LAST, '13 | 港口年报', '明年扩建。', '14 | 港口年报'),
      'running-head',
    ],
    [
      'a table of contents',
      lines('目 录', '一、概况……………………1', '二、历史......................12', FIRST, LAST, '明年扩建。'),
      'contents',
    ],
  ])('drops %s', (_, text, code) => {
    expect(cleanArticle(text).article).toBe(lines(FIRST, LAST, '明年扩建。'));
    expect(codesOf(text)).toEqual([code]);
  });

  it('drops bare numbers that count pages, and no others', () => {
    const page = (first: number) =>
      Array.from({ length: 6 }, (_, index) => `第${first + index}号泊位建成了。`);
    const text = [...page(1), '11', ...page(7), '12', ...page(13), '13', '全港人数', '300'].join('\n');
    const { article } = cleanArticle(text);
    expect(article.split('\n\n')).toEqual([...page(1), ...page(7), ...page(13), '全港人数', '300']);
  });
});

describe('what a web page says to its reader', () => {
  it.each(['— END —', '阅读 1000+', '点击上方蓝字关注我们', '长按识别二维码关注', '往期推荐', '阅读原文'])(
    'drops %s',
    (prompt) => {
      const text = lines(FIRST, prompt, LAST);
      expect(cleanArticle(text).article).toBe(lines(FIRST, LAST));
      expect(codesOf(text)).toContain('page-prompt');
    },
  );
});

describe('jump lines', () => {
  it.each([
    '（下转第三版）',
    '(下转A3版)',
    '【下转2版】',
    '（下转第3版·要闻）',
    '▶▶下转A03版',
    '下转第三版',
    '（紧接第一版）',
    '>>>上接1版',
    '（上接第一版《港口志》一文）',
  ])('drops %s', (words) => {
    const text = lines(FIRST + words, LAST);
    expect(cleanArticle(text).article).toBe(lines(FIRST, LAST));
    expect(codesOf(text)).toEqual(['jump-line']);
  });

  it('keeps words that only look like one', () => {
    const text = '改版以后，读者可以从首页下转到第三版块，再上接第二章。';
    expect(cleanArticle(text).article).toBe(text);
  });

  it('joins what they parted, however much stands between', () => {
    const begun = '港务公司推出了一系列举措，其中最受欢迎的是夜间通关';
    const rest = '服务，平均每天有三百辆货车进港。';
    const others = Array.from({ length: 9 }, (_, index) => `第${index + 1}中学昨天举行了运动会。`);
    for (const between of ['（上接第一版）', '（上接第一版）\n\n']) {
      const { article } = cleanArticle(lines(`${begun}（下转第三版）`, ...others, between + rest));
      expect(article).toBe(lines(begun + rest, ...others));
    }
  });

  it('joins nothing when it is unknown which of two goes on', () => {
    const parts = [
      '港务公司最受欢迎的是夜间通关（下转第三版）',
      '（上接第一版）船厂去年停产。',
      '（上接第一版）渔业也有增长。',
    ];
    expect(cleanArticle(lines(...parts)).repairs.map(({ code }) => code)).not.toContain('broken-paragraph');
  });
});
