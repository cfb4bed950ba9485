import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from './index.js';

function statementOf(article: string, answer: string): string | undefined {
  const { around, readings } = readNames(article, readSentences(article));
  return findFacts(readings, around, () => {}).findings.find(({ fact }) => fact.answer === answer)?.fact
    .statement;
}

type Case = readonly [string, string, string, string | undefined];

describe('whom 他 and 她 mean', () => {
  const cases: readonly Case[] = [
    [
      'the subject of the sentence before',
      '工程师周明远当选院士。他先后出海37次。',
      '37次',
      '周明远先后出海37次。',
    ],
    [
      'whoever it is that is so old',
      '工程师周明远当选院士。2008年，72岁的他出任顾问。',
      '2008年',
      '2008年，72岁的周明远出任顾问。',
    ],
    [
      'not somebody who came between without a name',
      '工程师周明远当选院士。一位老工人走上台。他先后出海37次。',
      '37次',
      undefined,
    ],
    [
      'not the person of another paragraph, unless the text is about nobody else',
      '工程师周明远当选院士。教授林涛是评委。\n\n他先后出海37次。',
      '37次',
      undefined,
    ],
    [
      'the speaker of a quotation',
      '北岭村村民陈秀兰种了6个大棚。“滨海市新建大棚14座。”她说。',
      '14座',
      '据陈秀兰介绍，滨海市新建大棚14座。',
    ],
    [
      'who made what is spoken of',
      '工程师周明远当选院士，提出的布置方案使工期缩短45天。',
      '45天',
      '工程师周明远提出的布置方案使工期缩短45天。',
    ],
    [
      'whose work a later clause tells, without the clause between',
      '工程师周明远主持海洋课题5项，发表论文140篇。',
      '140篇',
      '工程师周明远发表论文140篇。',
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});

describe('which place 全县 and 县里 mean', () => {
  const cases: readonly Case[] = [
    [
      'the county of the title',
      '云岭县：蘑菇成了产业\n\n截至2023年底，全县种植面积达1.2万亩。',
      '1.2万亩',
      '截至2023年底，云岭县种植面积达1.2万亩。',
    ],
    [
      'the county that does something',
      '云岭县：蘑菇成了产业\n\n2018年，县里成立服务中心12个。',
      '12个',
      '2018年，云岭县成立服务中心12个。',
    ],
    [
      'no county where the text is about two',
      '云岭县与石门县的蘑菇产业\n\n截至2023年底，全县种植面积达1.2万亩。',
      '1.2万亩',
      '据文中介绍，截至2023年底，全县种植面积达1.2万亩。',
    ],
    [
      'no county where it only sells something',
      '蘑菇成了产业\n\n昨天的货发往云岭县。截至2023年底，全县种植面积达1.2万亩。',
      '1.2万亩',
      '据文中介绍，截至2023年底，全县种植面积达1.2万亩。',
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});

describe('which event 本届 means', () => {
  it('the last one of that kind before it, though another is announced', () => {
    const article =
      '第七届海洋博览会在滨海市闭幕。本届博览会展览面积6.8万平方米。第八届海洋博览会将于2025年举行。';
    expect(statementOf(article, '6.8万平方米')).toBe('第七届海洋博览会展览面积6.8万平方米。');
  });
});

describe('when it was', () => {
  const cases: readonly Case[] = [
    [
      'a span of years stays whole',
      '1986年至1993年，教授周明远主持研制钻井平台12座。',
      '12座',
      '1986年至1993年，教授周明远主持研制钻井平台12座。',
    ],
    [
      'what a thing measures it measures always',
      '1986年，滨海集团研制出“勘探号”，“勘探号”长76米。',
      '76米',
      '“勘探号”长76米。',
    ],
    [
      'the year in a title is no date of its own',
      '滨海大学签订了《2023年安全责任书》。',
      '2023年',
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});

describe('what a heading says of the sentences under it', () => {
  const report = (heading: string, sentence: string) => `安州市政府工作报告\n\n${heading}\n\n${sentence}`;
  const cases: readonly Case[] = [
    [
      'tasks are planned though no word in them says so',
      report('二、2024年主要任务', '建成社区食堂45家。'),
      '45家',
      '文中提出，2024年，安州市将建成社区食堂45家。',
    ],
    [
      'work that was done is not',
      report('一、2023年工作回顾', '建成社区食堂45家。'),
      '45家',
      '据文中介绍，2023年，安州市建成社区食堂45家。',
    ],
    [
      '过去一年 is the year that the heading names',
      report('一、2023年工作回顾', '过去一年，安州市建成社区食堂45家。'),
      '45家',
      '2023年，安州市建成社区食堂45家。',
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});

describe('whose it is', () => {
  const cases: readonly Case[] = [
    [
      '公司 is never one that was only bought',
      '蓝鲸机械有限公司成立于2009年。2017年，蓝鲸机械有限公司收购苏州明见光电有限公司。2021年，公司募集资金7亿元。',
      '7亿元',
      '2021年，蓝鲸机械有限公司募集资金7亿元。',
    ],
    [
      '产品 belongs to the organisation the text is about',
      '蓝鲸机械有限公司成立于2009年。\n\n产品销往28个国家。',
      '28个',
      '蓝鲸机械有限公司的产品销往28个国家。',
    ],
    ['产品 of nobody is asked for by nobody', '这里风景很好。\n\n产品销往28个国家。', '28个', undefined],
    ['备件 of nobody neither', '人们都很着急。备件要等四个月。', '四个月', undefined],
    [
      'a bare 公园 is the one just named',
      '云岭镇建成矿坑公园。公园占地85亩。',
      '85亩',
      '据文中介绍，矿坑公园占地85亩。',
    ],
    ['a bare 公园 with none named stays unasked', '云岭镇风景很好。公园占地85亩。', '85亩', undefined],
    [
      'a narrator is known by the name he gives himself',
      '我叫周明远，今年五十三岁。\n\n我爱海。\n\n2006年，我出海37次。\n\n我不后悔。',
      '37次',
      '2006年，周明远出海37次。',
    ],
    [
      '我 within a clause is the speaker too',
      '滨海大学教授周明远介绍，2016年，滨海市用我的名字命名了12个班组。',
      '12个',
      '据周明远介绍，2016年，滨海市用周明远的名字命名了12个班组。',
    ],
    [
      'an entry of a chronicle without a subject is of the house in its title',
      '滨海大学大事记\n\n1978年3月，恢复招收本科生120人。',
      '120人',
      '1978年3月，滨海大学恢复招收本科生120人。',
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});

describe('what must stay with a fact', () => {
  const cases: readonly Case[] = [
    [
      'what was invented, behind its maker',
      'MQTT是一种传输协议，1999年由IBM公司的工程师发明。',
      '1999年',
      'MQTT是一种传输协议，1999年由IBM公司的工程师发明。',
    ],
    ['the 率 of what is measured', '滨海机床漏风率偏高，达到4.2%。', '4.2%', '滨海机床漏风率达到4.2%。'],
    [
      'the year of a target behind a semicolon',
      '《滨海市行动方案》提出，到2025年，能效达标；到2027年，全市智能工厂达到400家。',
      '400家',
      '《滨海市行动方案》提出，到2027年，滨海市智能工厂达到400家。',
    ],
    [
      'against what it is measured',
      '与未参与的农户相比，滨海市示范区亩均用水量减少35%。',
      '35%',
      '与未参与的农户相比，滨海市示范区亩均用水量减少35%。',
    ],
    [
      'who measured it is no part of what somebody said before',
      '滨海市农业局局长林涛认为，变化在于：“种地的年轻人回来了。”滨海市现有青年农民217人。',
      '217人',
      '滨海市现有青年农民217人。',
    ],
    ['one clock, not two', '2023年，滨海市设立基金，首期6亿元已于去年9月到位。', '6亿元', undefined],
    [
      'what is done for a purpose',
      '为贯彻落实《滨海市行动计划》，现通知如下。',
      '《滨海市行动计划》',
      undefined,
    ],
    [
      'what was founded, when it is what did it',
      '滨海集团成立了以全国劳动模范周明远的名字命名、专门攻克港口机械技术难题的劳模创新工作室，先后四次扩充队伍，共完成技术革新87项，为港口节约成本1900万元。',
      '1900万元',
      undefined,
    ],
    [
      'how somebody who only counts is no subject of what is compared',
      '到2023年底，共有83座水厂受益，比滨海市原定计划多出13座。',
      '13座',
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });
});
