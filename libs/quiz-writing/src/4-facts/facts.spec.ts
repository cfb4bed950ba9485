import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from './index.js';

function factsOf(article: string) {
  const { around, readings } = readNames(article, readSentences(article));
  return findFacts(readings, around, () => {});
}

function statementOf(article: string, answer: string): string | undefined {
  return factsOf(article).findings.find(({ fact }) => fact.answer === answer)?.fact.statement;
}

describe('a statement stands alone', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'leaves off what follows the answer',
      '2020年，滨海市建成码头12座，解决了堵船的问题。',
      '12座',
      '2020年，滨海市建成码头12座。',
    ],
    [
      'keeps the time the sentence opens with',
      '2020年，滨海市扩建港口，新建码头12座。',
      '12座',
      '2020年，滨海市扩建港口，新建码头12座。',
    ],
    ['leaves off words that only link', '此外，滨海市还建成码头12座。', '12座', '滨海市建成码头12座。'],
    [
      'names the speaker',
      '滨海大学校长周明远介绍，学校开设了58个专业。',
      '58个',
      '据周明远介绍，滨海大学开设了58个专业。',
    ],
    [
      'turns the speaker’s 我 into his name',
      '老陈：我参加建造的船有136艘。\n老陈：干了一辈子。',
      '136艘',
      '老陈参加建造的船有136艘。',
    ],
    [
      'writes a bare 公司 in full',
      '蓝鲸精密机械股份有限公司总部在无锡。公司拥有员工2860人。',
      '2860人',
      '蓝鲸精密机械股份有限公司拥有员工2860人。',
    ],
    [
      'gives a figure the subject named before it',
      '厦门港务局改制为厦门港集团，注册资本36亿元。',
      '36亿元',
      '厦门港务局改制为厦门港集团，注册资本36亿元。',
    ],
    [
      'says a trend of the nearest subject',
      '滨海港集装箱吞吐量2371万标准箱，增长7.7%。',
      '7.7%',
      '滨海港集装箱吞吐量增长7.7%。',
    ],
    [
      'marks a time that only the article’s day explains',
      '今年，滨海市将新建码头12座。',
      '12座',
      '据文中介绍，今年，滨海市将新建码头12座。',
    ],
    [
      'drops the note of a short name',
      '蓝鲸精密机械股份有限公司（以下简称“蓝鲸”）成立于1998年4月。',
      '1998年4月',
      '蓝鲸精密机械股份有限公司成立于1998年4月。',
    ],
    ['keeps the hedge', '滨海大学培养了近160名学员。', '近160名', '滨海大学培养了近160名学员。'],
    [
      'lets 突破 be the verb',
      '2021年，滨海港吞吐量首次突破100万标准箱。',
      '100万标准箱',
      '2021年，滨海港吞吐量首次突破100万标准箱。',
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });

  const told: readonly (readonly [string, string, string, string])[] = [
    [
      'writes a bare 协定 as its title',
      '《海洋合作协定》已经签署。2022年1月1日，协定对10个国家生效。',
      '10个',
      '2022年1月1日，《海洋合作协定》对10个国家生效。',
    ],
    [
      'writes a bare 平台 as its name',
      '养殖平台“耕海一号”投产。平台配备9名工作人员。',
      '9名',
      '“耕海一号”配备9名工作人员。',
    ],
    [
      'leaves another platform alone',
      '养殖平台“耕海一号”投产。滨海市对新建平台补贴5000万元。',
      '5000万元',
      '滨海市对新建平台补贴5000万元。',
    ],
    [
      'takes 同年 for the year just named',
      '1950年，云岭县人民政府成立。同年，云岭县收回土地12.3万亩。',
      '12.3万亩',
      '1950年，云岭县收回土地12.3万亩。',
    ],
    [
      'keeps the moment that holds for the figure',
      '《海洋合作协定》生效首年，全国海关签发证书67.3万份。',
      '67.3万份',
      '《海洋合作协定》生效首年，全国海关签发证书67.3万份。',
    ],
    [
      'keeps whom a rule is for',
      '制造业扶持办法\n\n对入选国家级工厂的企业，奖励300万元。',
      '300万元',
      '按照《制造业扶持办法》，对入选国家级工厂的企业，奖励300万元。',
    ],
    [
      'says the growth of what grew, not of who sold it',
      '蓝鲸精密机械股份有限公司实现营业收入46亿元，增长18.7%。',
      '18.7%',
      '蓝鲸精密机械股份有限公司实现营业收入46亿元，增长18.7%。',
    ],
    [
      'never takes 同比 for a subject',
      '工业机器人产量2860套，同比增长3.2%。',
      '3.2%',
      '据文中介绍，工业机器人产量同比增长3.2%。',
    ],
    [
      'keeps the period of a paragraph of statistics',
      '2023年，滨海市出口额达到82亿元。滨海港吞吐量增长4.5%。',
      '4.5%',
      '2023年，滨海港吞吐量增长4.5%。',
    ],
    [
      'leaves off where a figure is from',
      '滨海市统计局发布的数据显示，2023年，滨海市出口额达到82亿元。',
      '82亿元',
      '2023年，滨海市出口额达到82亿元。',
    ],
    [
      'carries a name across a semicolon',
      '蓝鲸精密机械股份有限公司拥有员工2860人；研发投入8亿元。',
      '8亿元',
      '蓝鲸精密机械股份有限公司研发投入8亿元。',
    ],
    [
      'finds who answers in an interview',
      '对话沈怀瑾：看得见的机器\n\n问：实验室大吗？\n\n答：我们实验室有教师36人。',
      '36人',
      '沈怀瑾所在的实验室有教师36人。',
    ],
  ];
  it.each(told)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['它建成了12座码头。', 'no-subject', '12座'],
    ['滨海市扩建了港口。同年，滨海市新建码头12座。', 'pointing-time', '12座'],
    ['滨海港2022年8月发生的起重机事故表明，多数违章出现在夜班。', 'loose-end', '2022年8月'],
  ];
  it.each(refused)('makes nothing of %s', (article, code, answer) => {
    expect(statementOf(article, answer)).toBeUndefined();
    expect(factsOf(article).notes.map((note) => note.code)).toContain(code);
  });

  it('takes the subject of a report from the city in its title', () => {
    const article = '望海市2023年工作报告\n\n2023年，全市生产总值增长6.1%；新增企业14家。';
    expect(statementOf(article, '6.1%')).toBe('2023年，望海市生产总值增长6.1%。');
    expect(statementOf(article, '14家')).toBe('2023年，望海市新增企业14家。');
  });
});

describe('facts', () => {
  const found = (article: string) => factsOf(article).findings.map(({ fact }) => fact);

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['person-role', '滨海大学校长周明远出席了开学典礼。', '滨海大学校长', '周明远是滨海大学校长。'],
    [
      'founding',
      '由滨海大学牵头成立的滨海海洋学院，坐落在东岸。',
      '滨海大学',
      '滨海海洋学院由滨海大学牵头成立。',
    ],
    ['alias', '银杏（Ginkgo biloba）是一种落叶乔木。', 'Ginkgo biloba', '银杏的拉丁学名是Ginkgo biloba。'],
    ['rank', '滨海港货物吞吐量位居全国第六位。', '第六', '滨海港货物吞吐量位居全国第六位。'],
    [
      'location',
      '蓝鲸精密机械股份有限公司总部位于江苏省无锡市。',
      '江苏省无锡市',
      '蓝鲸精密机械股份有限公司总部位于江苏省无锡市。',
    ],
    [
      'work-title',
      '滨海市出台了《深远海养殖装备补贴办法》。',
      '《深远海养殖装备补贴办法》',
      '滨海市出台了《深远海养殖装备补贴办法》。',
    ],
  ];
  it.each(cases)('finds a fact of kind %s', (kind, article, answer, statement) => {
    expect(found(article)).toContainEqual(expect.objectContaining({ kind, answer, statement }));
  });

  const lists: readonly (readonly [string, readonly string[], boolean])[] = [
    ['滨海市拥有布局合理、配套完善、特色鲜明的产业园区。', ['布局合理', '配套完善', '特色鲜明'], false],
    ['滨海市将集聚人才、资金、数据等生产要素。', ['人才', '资金', '数据'], true],
    ['滨海市重点投向海洋装备、新材料、生物医药三大领域。', ['海洋装备', '新材料', '生物医药'], false],
    [
      '滨海市有利于促进传统渔业优化产品结构、扩大市场份额、实现绿色转型。',
      ['优化产品结构', '扩大市场份额', '实现绿色转型'],
      false,
    ],
    ['滨海市巩固在人才储备、港口条件、海洋平台等方面的长处。', ['人才储备', '港口条件', '海洋平台'], true],
    ['蓝鲸公司在无锡、成都和沈阳建有基地。', ['无锡', '成都', '沈阳'], false],
  ];
  it.each(lists)('finds the members of the list in %s', (article, items, open) => {
    expect(found(article)).toContainEqual(expect.objectContaining({ kind: 'enumeration', items, open }));
  });

  it('puts what is counted off with 一是, 二是, 三是 in order', () => {
    const article =
      '周明远建议，滨海市要做好三件事：一是要有好的港口。港口要深。二是要有好的船队。三是要有好的船员。';
    expect(found(article)).toContainEqual(
      expect.objectContaining({ ordered: true, items: ['港口', '船队', '船员'] }),
    );
  });

  it('reads table cells under their heading', () => {
    const article =
      '成熟度等级\n\n| 等级 | 最低得分 |\n\n| --- | --- |\n\n| 一级 | 50分 |\n\n| 二级 | 60分 |';
    expect(found(article).map(({ statement }) => statement)).toEqual([
      '在“成熟度等级”的表格中，一级的最低得分是50分。',
      '在“成熟度等级”的表格中，二级的最低得分是60分。',
    ]);
  });

  it('proves a quoted statement by the quotation and by the words that name its speaker', () => {
    const article = '“滨海港去年新建了12座码头。”港务局局长林涛表示。';
    const fact = found(article).find(({ answer }) => answer === '12座');
    expect(fact?.speaker).toBe('林涛');
    expect(fact?.evidence.map(({ quote }) => quote)).toEqual([
      '“滨海港去年新建了12座码头。”',
      '港务局局长林涛表示。',
    ]);
  });

  it('gives every fact quotes that stand in the article', () => {
    const article =
      '滨海大学校长周明远介绍，学校开设了58个专业，培养了近160名学员。2020年，滨海市建成码头12座。';
    for (const { evidence } of found(article)) {
      for (const { quote, start, end } of evidence) expect(article.slice(start, end)).toBe(quote);
    }
  });
});
