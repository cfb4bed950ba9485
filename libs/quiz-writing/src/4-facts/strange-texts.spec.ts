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

const RULES = '滨海市技能竞赛管理办法（试行）';
const rules = (...articles: string[]) => [RULES, ...articles].join('\n\n');

describe('rules, bulletins and minutes', () => {
  const stated: readonly (readonly [string, string, string, string])[] = [
    [
      'quotes a rule by the document that sets it, without its article number',
      rules('第一条制定本办法。', '第二条市级竞赛的选手不少于120人。', '第三条竞赛每年举办。'),
      '120人',
      `按照《${RULES}》，市级竞赛的选手不少于120人。`,
    ],
    [
      'takes 本办法 for the article’s own document, never for another one it names',
      rules('根据《港口条例》和《技能竞赛管理办法》，制定本办法。', '本办法有效期3年。'),
      '3年',
      `《${RULES}》有效期3年。`,
    ],
    [
      'carries the own document to the clause behind',
      '宿舍用电管理规定\n\n本规定由保卫处负责解释，自2022年9月1日起施行。',
      '2022年9月1日',
      '《宿舍用电管理规定》由保卫处负责解释，自2022年9月1日起施行。',
    ],
    [
      'quotes a bulletin with its city and year',
      '云岭市2024年统计公报\n\n年末公路通车里程18642公里。',
      '18642公里',
      '据《云岭市2024年统计公报》，年末公路通车里程18642公里。',
    ],
    [
      'goes on to what is said of those whom a rule describes',
      rules('获得市级竞赛前6名的选手，可以晋升技师。'),
      '6名',
      `按照《${RULES}》，获得市级竞赛前6名的选手，可以晋升技师。`,
    ],
    [
      'goes on behind a term',
      rules('竞赛组织单位应当在竞赛结束后15个工作日内，将总结报人社局备案。'),
      '15个工作日',
      `按照《${RULES}》，竞赛组织单位应当在竞赛结束后15个工作日内，将总结报人社局备案。`,
    ],
    [
      'keeps the case in which a rule holds',
      rules('插座损坏的，保卫处应当在24小时内派人维修。'),
      '24小时',
      `按照《${RULES}》，插座损坏的，保卫处应当在24小时内派人维修。`,
    ],
    [
      'begins what a plan demands behind the last semicolon',
      '低空经济实施方案\n\n建设起降点；开展物资配送，覆盖14个乡镇卫生院。',
      '14个',
      '按照《低空经济实施方案》，开展物资配送，覆盖14个乡镇卫生院。',
    ],
    [
      'leaves 学校 as it is among others of a list',
      '东港大学设备管理办法\n\n大型仪器设备实行学校、学院、实验室三级管理，每年检查12次。',
      '12次',
      '按照《东港大学设备管理办法》，大型仪器设备实行学校、学院、实验室三级管理，每年检查12次。',
    ],
    [
      'takes a section number for no part of the sentence',
      '加工中心操作规程\n\n4.2 刀库共有24个刀位。',
      '24个',
      '按照《加工中心操作规程》，刀库共有24个刀位。',
    ],
  ];
  it.each(stated)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });

  const left: readonly (readonly [string, string, string])[] = [
    [
      'a prize whose contest an earlier part names',
      rules('市级竞赛第1名，奖励2万元；第2名至第3名奖励1万元。'),
      '1万元',
    ],
    [
      'a condition without those it is set to',
      rules('申报单位应当具备下列条件：', '（一）专职教师不少于20人；'),
      '20人',
    ],
    ['本标准 of another kind of document', rules('本标准适用于12个区。'), '12个'],
  ];
  it.each(left)('makes nothing of %s', (_name, article, answer) => {
    expect(statementOf(article, answer)).toBeUndefined();
  });
});

describe('names that the text leaves short', () => {
  const stated: readonly (readonly [string, string, string, string])[] = [
    [
      'writes 本届博览会 in full',
      '第十二届西部装备博览会在锦官开幕。本届博览会展览面积8万平方米。',
      '8万平方米',
      '第十二届西部装备博览会展览面积8万平方米。',
    ],
    [
      'writes 船厂 in full where one name only ends so',
      '滨海造船厂建于1908年。1965年，船厂职工人数突破2000人。',
      '2000人',
      '1965年，滨海造船厂的职工人数突破2000人。',
    ],
    [
      'gives every measure of a quoted name to it',
      '据滨海大学校长陈立恒介绍，“云雀”最大航程120公里，巡航速度每小时110公里，今年6月取得了型号合格证和生产许可证，目前已经获得来自多个地区的意向订单210架。',
      '210架',
      '据陈立恒介绍，“云雀”目前已经获得来自多个地区的意向订单210架。',
    ],
    [
      'names whoever speaks 在致辞中',
      '滨海市副市长周明远在致辞中表示，滨海市将建设5个创新平台。',
      '5个',
      '周明远表示，滨海市将建设5个创新平台。',
    ],
    [
      'names whoever judges with 评价说',
      '滨海大学校长周明远评价说，滨海港带出了一支200人的队伍。',
      '200人',
      '据周明远介绍，滨海港带出了一支200人的队伍。',
    ],
    [
      'says of a quoted name what is not said of its speed',
      '由滨海大学海洋学院培育的“海稻2号”生长速度比普通水稻品种平均快18%，亩产在各地的盐碱地里还可以提高120公斤左右，现场签下苗种订单160万株。',
      '160万株',
      '由滨海大学海洋学院培育的“海稻2号”现场签下苗种订单160万株。',
    ],
    [
      'ends behind an age',
      '滨海大学校长周明远出席了典礼。周明远今年46岁，2001年从东港大学毕业。',
      '46岁',
      '据文中介绍，周明远今年46岁。',
    ],
    [
      'leaves the count-off out of the sentence',
      '滨海市要做好两件事。一是滨海市新建码头12座。二是滨海市改造泊位30个。',
      '30个',
      '滨海市改造泊位30个。',
    ],
  ];
  it.each(stated)('%s', (_name, article, answer, statement) => {
    expect(statementOf(article, answer)).toBe(statement);
  });

  const left: readonly (readonly [string, string, string])[] = [
    ['an area that only a sum stands before', '该基地于2021年开工，总投资85亿元，占地960亩。', '960亩'],
    ['the one unit of a rate', '滨海市每生产1吨碳纤维大约需要2.2吨原丝。', '1吨'],
    [
      'a plan whose 计划 stands in the clause before',
      '滨海港二期工程总面积6200平方米，在多方共同努力之下已经完成全部前期准备工作，计划2024年9月开工，2025年8月投入使用。',
      '2025年8月',
    ],
    ['what was so at the founding', '滨海造船厂建于1908年。初创时只有工人43名。', '43名'],
    [
      'the fair before this one',
      '第十二届西部装备博览会在锦官开幕。上届博览会吸引观众6.8万人次。',
      '6.8万人次',
    ],
    [
      'a standard that stands only in the clause before its authors',
      '该标准由滨海大学提出，东港大学、西港大学等11家单位共同起草。',
      '11家',
    ],
  ];
  it.each(left)('makes nothing of %s', (_name, article, answer) => {
    expect(statementOf(article, answer)).toBeUndefined();
  });
});

describe('times and lists', () => {
  it('does not date what stands under a heading that compares with 2022年版', () => {
    const article = '评测指标\n\n三、与2022年版相比的变化\n\n滨海市新建码头12座。';
    expect(statementOf(article, '12座')).toBe('滨海市新建码头12座。');
  });

  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      '机器人可以分为关节机器人、直角坐标机器人和并联机器人四大类。',
      ['关节机器人', '直角坐标机器人', '并联机器人'],
    ],
    ['滨海大学实训基地包括数字车间、检测中心和培训中心三个部分。', ['数字车间', '检测中心', '培训中心']],
    ['滨海碳纤维的生产依次经过聚合、纺丝、碳化和上浆四道工序。', ['聚合', '纺丝', '碳化', '上浆']],
    ['滨海造船厂的工人依次关闭数控系统、机床电源和总电源。', ['数控系统', '机床电源', '总电源']],
  ];
  it.each(lists)('takes neither count nor verb into the list of %s', (article, items) => {
    const { findings } = factsOf(article);
    expect(findings.map(({ fact }) => fact.items)).toContainEqual(items);
  });

  it('reads a table with qualities for rows by its columns', () => {
    const article =
      '两种机器人\n\n| 项目 | 点焊 | 弧焊 |\n\n| --- | --- | --- |\n\n| 负载 | 120千克 | 20千克 |';
    expect(statementOf(article, '20千克')).toBe('在“两种机器人”的表格中，弧焊的负载是20千克。');
  });

  it('joins two figures of a sentence, never three', () => {
    const { joints } = factsOf('滨海港有泊位12个，航线36条，岸桥48台。');
    expect(joints.map(({ findings }) => findings.map(({ fact }) => fact.answer))).toEqual([['12个', '36条']]);
  });
});
