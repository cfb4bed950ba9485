import { describe, expect, it } from 'vitest';
import { cleanArticle } from './index.js';

describe('cleanArticle', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'takes full-width digits and letters as half-width',
      '２０２０年５Ｇ基站达３００座。',
      '2020年5G基站达300座。',
    ],
    ['closes the gaps that OCR leaves between characters', '滨 海 市 建 成 码 头。', '滨海市建成码头。'],
    [
      'turns western marks behind Chinese into Chinese ones',
      '他说:今天开工,明年投产。',
      '他说：今天开工，明年投产。',
    ],
    ['keeps decimal points and thousands separators', '投资12,500.5万元。', '投资12,500.5万元。'],
    ['takes Markdown marks off', '## 概况\n\n**滨海港**位于东岸。', '概况\n\n滨海港位于东岸。'],
    [
      'takes HTML tags off',
      '<p>滨海港<b>位于</b>东岸。</p><p>&nbsp;1990年建港。</p>',
      '滨海港位于东岸。\n\n1990年建港。',
    ],
    [
      'drops the by-line',
      '滨海港开港\n\n□文/本报记者 张三 图/李四\n\n码头昨日启用。',
      '滨海港开港\n\n码头昨日启用。',
    ],
    ['drops page numbers', '第一章讲港口。\n- 12 -\n第二章讲航运。', '第一章讲港口。\n\n第二章讲航运。'],
    [
      'drops jump lines',
      '码头年内完工。（下转第三版）\n\n（上接第一版）次年通航。',
      '码头年内完工。\n\n次年通航。',
    ],
  ];
  it.each(cases)('%s', (_name, pasted, clean) => {
    expect(cleanArticle(pasted).article).toBe(clean);
  });

  it('drops a head that stands on three pages', () => {
    const page = (text: string) => `港口简报 第三期\n\n${text}\n\n`;
    const { article, repairs } = cleanArticle(page('甲段。') + page('乙段。') + page('丙段。'));
    expect(article).toBe('甲段。\n\n乙段。\n\n丙段。');
    expect(repairs.map(({ code }) => code)).toEqual(['running-head', 'running-head', 'running-head']);
  });

  it('joins lines that were broken at the page width, and keeps indented paragraphs apart', () => {
    const lines = [
      '    滨海港的新码头在春天动工，施工单位用了不到两年时间就完成了全部主',
      '体工程，比原来的计划提前了三个多月，节约了大约四千万元的建设资金，受',
      '到了验收专家组的一致好评。',
      '    码头启用以后，大型集装箱船可以直接靠泊，不用再到外海锚地过驳，每',
      '艘船平均节省六个小时，码头公司计划明年再添置四台桥吊，进一步提高装卸',
      '效率。',
    ];
    const { article, repairs } = cleanArticle(lines.join('\n'));
    expect(article.split('\n\n').map((paragraph) => paragraph.slice(-6))).toEqual(
      ['一致好评。', '装卸效率。'].map((end) => expect.stringMatching(`${end}$`)),
    );
    expect(repairs.map(({ code }) => code)).toContain('wrapped-lines');
  });

  it('rejoins a paragraph that breaks off inside a word', () => {
    const broken =
      '为了稳住客户，滨海港务公司在今年春天推出了一系列新的举措，包括免费堆存、夜间通关和线上预约等，各项业';
    const { article, repairs } = cleanArticle(`${broken}\n\n务都有了起色。`);
    expect(article).toBe(`${broken}务都有了起色。`);
    expect(repairs).toEqual([
      {
        code: 'broken-paragraph',
        detail: '接回了从词中间断开的段落。',
        quote: '上预约等，各项业|务都有了起色。',
        places: [{ start: broken.length - 1, end: broken.length + 3 }],
      },
    ]);
  });

  it('finds the rest of a broken word behind paragraphs that were pasted in between, and puts those first', () => {
    const heading = '码头的新面貌';
    const broken =
      '为了稳住客户，滨海港务公司在今年春天推出了一系列新的举措，包括免费堆存、夜间通关和线上预约等，各项业';
    const lead = '滨海港昨天迎来了今年的第一百万个集装箱，比去年提前了整整一个月，码头上的工人们都很高兴。';
    const { article, repairs } = cleanArticle(
      [`滨海港百万箱`, heading, broken, lead, '务都有了起色。'].join('\n\n'),
    );
    expect(article).toBe(['滨海港百万箱', lead, heading, `${broken}务都有了起色。`].join('\n\n'));
    expect(repairs.map(({ code }) => code)).toEqual(['broken-paragraph', 'misplaced-lead']);
  });
});
