import { describe, expect, it } from 'vitest';
import { cleanArticle } from './index.js';

describe('the spelling', () => {
  it.each([
    [
      'blanks between Chinese and figures',
      '2020 年 5 月，滨海港建成码头 12 座。',
      '2020年5月，滨海港建成码头12座。',
    ],
    [
      'blanks beside Latin words',
      '码头使用 5G 网络和 GE Digital 的 AI 技术。',
      '码头使用5G网络和GE Digital的AI技术。',
    ],
    ['a line read character by character', '第 一 章 滨 海 港', '第一章滨海港'],
    ['blanks in items of a list', '- 其中 深水 码头 3 座', '- 其中深水码头3座'],
    [
      'wide gaps in a sentence',
      '一词由 GE 公司在多年以前提出，  "IIoT" 用于各种设备和系统。',
      '一词由GE公司在多年以前提出，“IIoT”用于各种设备和系统。',
    ],
    ['blanks behind marks', '开港了。 今年扩建， 明年投产。', '开港了。今年扩建，明年投产。'],
    ['full-width signs', '５Ｇ＋工业（２０２０－２０２２年）占３０％。', '5G+工业（2020-2022年）占30%。'],
    ['half-width Chinese marks', '有码头12座､仓库30座｡', '有码头12座、仓库30座。'],
    ['radicals that a PDF gives for characters', '⻘岛⼯业互联⽹成⽴于⻛⼝。', '青岛工业互联网成立于风口。'],
    ['western full stops behind Chinese', '开港了. 今年扩建.', '开港了。今年扩建。'],
    [
      'western full stops where there are no others',
      '开港了.今年扩建.明年投产.后年完工',
      '开港了。今年扩建。明年投产。后年完工',
    ],
    ['corner brackets', '称为「北方门户」，出版了『港口志』。', '称为“北方门户”，出版了‘港口志’。'],
    ['straight quotation marks', '他说"好"，又说"明天见"。', '他说“好”，又说“明天见”。'],
    ['marks that are turned round', '滨海港被称为”北方门户“。', '滨海港被称为“北方门户”。'],
    ['an opening mark for a closing one', '滨海港打造“智慧港口“。', '滨海港打造“智慧港口”。'],
  ])('of %s is made one', (_, pasted, clean) => {
    expect(cleanArticle(pasted).article).toBe(clean);
  });

  it.each([
    ['the blank between the words of a heading', '第一章 港口概况'],
    ['the blank behind the number of a chapter', '本书第三章 港口概况，讲港口。'],
    ['the number in front of a heading', '1 港口概况'],
    ['blanks between the figures of a row', '吞吐量 120 130 140'],
    ['English words', '公司名为Binhai Port Group Ltd.'],
    ['the dot in a name', '马克.吐温写过轮船。'],
    ['a quotation over several paragraphs', '“港口要建。\n\n“船也要造。”他说。'],
    ['a quotation inside another', '他说：“我把“智慧港口”当作目标。”'],
    ['an unclosed quotation of straight marks', '他说"好。今天开工了。'],
    ['two quotations with words between', '“甲”他说，“乙”。'],
  ])('keeps %s', (_, text) => {
    expect(cleanArticle(text).article).toBe(text);
  });
});
