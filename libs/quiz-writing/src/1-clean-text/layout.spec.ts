import { describe, expect, it } from 'vitest';
import { cleanArticle } from './index.js';

const BEGUN = '滨海港务公司去年实现营业收入创下历史新高，集装箱吞吐量连续三年保持两位数增长';
const paragraphs = (...all: string[]) => all.join('\n\n');

describe('a paragraph that breaks off', () => {
  it.each([
    ['inside a year', `${BEGUN}，这份规划编制于20`, '23年，明年修订。'],
    ['inside a decimal', `${BEGUN}，全年完成投资12.`, '5亿元，同比增长一成。'],
    ['between a figure and its unit', `${BEGUN}，全年新增员工120`, '名，同比增长一成。'],
    ['inside a title', '公司印发了《滨海港安全生产', '三年行动方案》，要求各单位遵照执行。'],
    ['inside brackets', '公司成立了安全生产委员会（以下简称', '安委会），由总经理担任主任。'],
    ['before a mark', '公司在今年春天推出了免费堆存', '、夜间通关和线上预约等举措。'],
    ['before its last character', `${BEGUN}，服务受到客户的欢`, '迎。'],
    ['behind a comma', `${BEGUN}，`, '全年新增员工一百二十名。'],
  ])('%s is joined with its rest', (_, before, after) => {
    expect(cleanArticle(paragraphs(before, after, '明年扩建。')).article).toBe(
      paragraphs(before + after, '明年扩建。'),
    );
  });

  it('is joined across a caption that stood in the column', () => {
    const { article, repairs } = cleanArticle(
      paragraphs(`${BEGUN}，各项业`, '▲自动化码头的桥吊', '务都有了起色。'),
    );
    expect(article).toBe(`${BEGUN}，各项业务都有了起色。`);
    expect(repairs.map(({ code }) => code)).toEqual(['by-line', 'broken-paragraph']);
  });

  it.each([
    ['only lacks its full stop', BEGUN, '公司明年再添置四台桥吊。'],
    ['is a heading with a year', '滨海港2020', '年内，公司添置了四台桥吊。'],
    ['leads to a list', `${BEGUN}，今年的重点领域为`, '- 海工装备、船舶制造和港口机械。'],
    ['leads to numbers', `${BEGUN}，今年要做好以下工作，即`, '1. 海工装备、船舶制造和港口机械。'],
    ['is a row of a table', '| 一月 | 12', '万吨 | 二月 |'],
  ])('is left alone when it %s', (_, before, after) => {
    expect(cleanArticle(paragraphs(before, after)).article).toBe(paragraphs(before, after));
  });
});

describe('lines broken at a page width', () => {
  const wrapped = [
    '滨海港的新码头在春天动工，施工单位用了不到两年时间就完成了全部主',
    '体工程，比原来的计划提前了三个多月，节约了大约四千万元的建设资金，受',
    '到了验收专家组的一致好评，码头启用以后大型集装箱船可以直接靠泊，不用再',
    '到外海锚地过驳，每艘船平均节省六个小时，码头公司计划明年再添置四台桥',
    '吊，进一步提高装卸效率，公司还准备在三年之内把岸线再延长八百米，并且建',
    '设一座新的客运站。',
  ];
  const whole = wrapped.join('');

  it('are joined when every second line is blank', () => {
    expect(cleanArticle(wrapped.join('\n\n')).article).toBe(whole);
  });

  it.each([
    ['a page number', ['', '- 12 -', '']],
    ['a page number and nothing else', ['- 12 -']],
    ['a caption', ['', '▲自动化码头的桥吊', '']],
  ])('are joined across the page with %s', (_, between) => {
    const text = [...wrapped.slice(0, 3), ...between, ...wrapped.slice(3)].join('\n');
    expect(cleanArticle(text).article).toBe(whole);
  });

  it('lose the hyphen of a divided word', () => {
    const divided = [
      '设一座新的客运站，同时准备在明年春天以前就与国外的 Binhai Port Ter-',
      'minal 公司合作经营。',
    ];
    const { article } = cleanArticle([...wrapped.slice(0, 5), ...divided].join('\n'));
    expect(article).toContain('Binhai Port Terminal公司');
  });

  it('are read column by column when two columns stood side by side', () => {
    const left = [
      '滨海港的新码头在春天动工，施工单',
      '位用了不到两年时间就完成了全部主',
      '体工程，比原来的计划提前了三个多',
      '月，节约了大约四千万元的建设资金',
      '，受到了验收专家组的一致好评。',
      '    今年春天又有两座仓库开工建设，',
      '预计明年投入使用。',
    ];
    const right = [
      '码头启用以后，大型集装箱船可以直',
      '接靠泊，不用再到外海锚地过驳，每',
      '艘船平均节省六个小时，码头公司计',
      '划明年再添置四台桥吊，进一步提高',
      '装卸效率，公司还准备在三年之内把',
      '岸线再延长八百米，并且建设一座新',
      '的客运站。',
    ];
    const width = (text: string) => text.length + (text.match(/[^ ]/g)?.length ?? 0);
    const page = left
      .map((line, index) => line + ' '.repeat(40 - width(line)) + (right[index] ?? ''))
      .join('\n');
    const { article, repairs } = cleanArticle(page);
    expect(article).toBe(
      paragraphs(left.slice(0, 5).join(''), left.slice(5).join('').trim(), right.join('')),
    );
    expect(repairs.map(({ code }) => code)).toEqual(['columns', 'wrapped-lines']);
    expect(repairs[0]?.places).toEqual([{ start: 0, end: page.length }]);
  });

  it('leave the rows of a table alone', () => {
    const table = [
      '指标      一季度      二季度',
      '吞吐量    120万吨     130万吨',
      '营业收入  3.5亿元     3.8亿元',
      '利润      0.5亿元     0.6亿元',
      '员工      1200人      1210人',
      '船舶      12艘        13艘',
    ].join('\n');
    expect(cleanArticle(table).article).toBe(table.replaceAll('\n', '\n\n'));
  });
});
