import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from './index.js';
import { nameAt } from './name-at.js';
import { harvestPeople } from './people.js';

describe('nameAt', () => {
  it.each([
    ['陈立恒表示', '陈立恒'],
    ['方慧说', '方慧'],
    ['欧阳明介绍', '欧阳明'],
    ['克劳斯·施瓦布认为', '克劳斯·施瓦布'],
    ['罗伯特·胡克用自制的', '罗伯特·胡克'],
  ])('finds the name that %s begins with', (text, name) => {
    expect(nameAt(text)).toBe(name);
  });

  it.each(['曾表示，', '高度重视', '和不少于三名', '任期三年', '公司成立'])('finds none in %s', (text) => {
    expect(nameAt(text)).toBeNull();
  });
});

describe('harvestPeople', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['滨海市人大代表、东港大学校长周明远表示，港口要扩建。', '周明远', ['东港大学校长', '滨海市人大代表']],
    ['会议选举滨海大学教授陈立恒为主任。', '陈立恒', ['滨海大学教授']],
    ['公司由工程师陈立恒创办。', '陈立恒', []],
    ['老船长宋海山出任首任局长。', '宋海山', ['首任局长']],
    ['公司现任董事长为陈立恒，总经理为女工程师许文澜。', '陈立恒', ['董事长']],
  ];
  it.each(cases)('reads %s', (article, name, roles) => {
    const person = harvestPeople(article).find((each) => each.name === name);
    expect(person?.roles.map(({ text }) => text)).toEqual(roles);
  });

  it('gives each role offsets that find it again', () => {
    const article = '昨天，滨海造船厂总工程师林涛介绍，新船已经下水。';
    const role = harvestPeople(article)[0]?.roles[0];
    expect(article.slice(role?.start, role?.end)).toBe('滨海造船厂总工程师');
  });
});

describe('readNames', () => {
  const namesOf = (article: string) => readNames(article, readSentences(article)).around.names;

  it('finds full names of organisations and what the text calls them later', () => {
    const names = namesOf('蓝鲸精密机械股份有限公司落户无锡。蓝鲸精密有三个基地。蓝鲸精密上市了。');
    expect(names.organisations).toEqual(['蓝鲸精密机械股份有限公司']);
    expect(names.shortNames).toEqual([{ short: '蓝鲸精密', full: '蓝鲸精密机械股份有限公司' }]);
  });

  it('keeps the brand that the dictionary takes for a word of its own', () => {
    const names = namesOf('远航港口集团发布报告。远航港口集团有限公司在滨海市成立。');
    expect(names.organisations).toContain('远航港口集团有限公司');
  });

  it('finds places by what rules them or lies in them, and takes no common noun for one', () => {
    const article =
      '日前，清源市人民政府发布通告。电站位于宁港市临浦县。灵屿镇有港。灵屿镇有船。这座城市很新，全市有大超市12家。';
    expect(namesOf(article).places.toSorted()).toEqual(['临浦县', '宁港市', '清源市', '灵屿镇'].toSorted());
  });

  it('knows a brand by what the dictionary has not, without the words that only introduce it', () => {
    const names = namesOf('承担回收任务的清源绿能公司建成新线。园区龙头企业雪鹰科技有限公司研发滑雪板。');
    expect(names.organisations).toEqual(['清源绿能公司', '雪鹰科技有限公司']);
  });

  it('names once what stands with and without its county', () => {
    const names = namesOf('灵溪县智慧农业示范区开园。灵溪县有大棚。智慧农业示范区有大棚136座。');
    expect(names.organisations).toEqual(['灵溪县智慧农业示范区']);
  });

  it('reads whom the article is about and what it calls them', () => {
    const names = namesOf('关于我们\n\n蓝岭仪器股份有限公司（以下简称“蓝岭仪器”或“公司”）成立于2003年。');
    expect(names.aliases).toEqual([
      { short: '蓝岭仪器', full: '蓝岭仪器股份有限公司' },
      { short: '公司', full: '蓝岭仪器股份有限公司' },
    ]);
    expect(names.protagonists).toEqual(['蓝岭仪器股份有限公司']);
  });

  it('keeps the 和 a name begins with', () => {
    const names = namesOf('和润药业股份有限公司（以下简称“和润药业”）设在安州。2010年，和润药业上市。');
    expect(names.organisations).toEqual(['和润药业股份有限公司']);
    expect(names.aliases).toEqual([{ short: '和润药业', full: '和润药业股份有限公司' }]);
  });

  it('takes 和 between two houses for a conjunction', () => {
    const names = namesOf('公司与德润电子有限公司合作。安州大学和蓝岭仪器有限公司签约。');
    expect(names.organisations).toEqual(['德润电子有限公司', '安州大学', '蓝岭仪器有限公司']);
  });

  it('begins no name inside the name of a county', () => {
    const names = namesOf('岭安县打通山路。岭安县有乡镇14个。县里组建了岭安县通达物流有限公司。');
    expect(names.organisations).toEqual(['岭安县通达物流有限公司']);
  });

  it('takes a sort of company for no company', () => {
    expect(namesOf('2001年，企业改制为股份有限公司。后来成为上市公司。').organisations).toEqual([]);
  });

  it('takes a machine for no organisation', () => {
    expect(namesOf('车间里有五轴加工中心22台。').organisations).toEqual([]);
  });

  it('takes a verb or a measure for no part of a name', () => {
    expect(namesOf('全市改扩建中小学27所，建成加工中心3个。').organisations).toEqual([]);
  });

  it('teaches the segmenter the names it found', () => {
    const article = '滨海造船厂厂长马连海表示，订单已满。马连海很高兴。';
    const { readings } = readNames(article, readSentences(article));
    expect(readings[1]?.tokens[0]).toMatchObject({ text: '马连海', tag: 'nr' });
  });

  it('takes a foreign name with a blank in it', () => {
    const names = namesOf('滨海大学校长Charles Babbage表示，学校有学生3200名。');
    expect(names.people.map(({ name }) => name)).toEqual(['Charles Babbage']);
  });

  it('keeps one article from colouring the next', () => {
    namesOf('滨海造船厂厂长马连海表示，订单已满。');
    const article = '马连海边都没去过。';
    expect(
      readNames(article, readSentences(article)).readings[0]?.tokens.map(({ text }) => text),
    ).not.toContain('马连海');
  });
});
