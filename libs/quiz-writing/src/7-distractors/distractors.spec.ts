import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '#question';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from '../4-facts/index.js';
import { writeStems } from '../6-stems/index.js';
import { findFigures, type Figure } from '../numbers.js';
import { seededRandom } from '../random.js';
import { otherPlacesNear } from '../lexicon/gazetteer.js';
import { otherHouses } from '../lexicon/houses.js';
import { otherPostsAt } from '../lexicon/ladders.js';
import { otherUniversities } from '../lexicon/universities.js';
import { otherDates } from './dates.js';
import { boundsOf } from './figure-bounds.js';
import { otherFigures, otherRanks } from './figures.js';
import { surelyFalse } from './implied.js';
import { findDistractors } from './index.js';
import { otherItems } from './lists.js';
import { otherQuoted } from './quoted.js';
import { swappedPhrases } from './swaps.js';
import { otherTitles } from './titles.js';

function figure(text: string): Figure {
  const [first] = findFigures(text);
  if (!first) throw new Error(`no figure in ${text}`);
  return first;
}

describe('otherFigures', () => {
  it('writes round tens beside round Chinese tens', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const others = otherFigures(figure('四十多年'), '', [], seededRandom(seed)).slice(0, 3);
      expect(others.length).toBeGreaterThanOrEqual(2);
      for (const other of others) expect(other).toMatch(/^[一二三五六七八九]?十多年$/);
    }
  });

  it.each(['近160名', '300多万家', '12.5%', '约3.2亿元', '二期', '1200个', '80%以上', '两个'])(
    'writes figures as %s is written',
    (text) => {
      const answer = figure(text);
      const others = otherFigures(answer, '', [], seededRandom(1)).slice(0, 3);
      expect(others.length).toBeGreaterThanOrEqual(2);
      for (const other of others.map(figure)) {
        expect(other.unit).toBe(answer.unit);
        expect(other.hedge).toBe(answer.hedge);
        expect(other.value).not.toBe(answer.value);
      }
    },
  );

  it('stays plausible whatever the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.integer(), (value, seed) => {
        const answer = figure(`${value}个`);
        for (const other of otherFigures(answer, '', [], seededRandom(seed)).map(figure)) {
          expect(other.value).toBeGreaterThan(0);
          expect(other.value / value).toBeLessThan(20);
          expect(other.value).not.toBe(value);
        }
      }),
    );
  });

  it('has nothing to put beside zero', () => {
    expect(otherFigures(figure('0℃'), '', [], seededRandom(1))).toEqual([]);
    expect(otherFigures({ ...figure('八十户'), core: '百', value: 100 }, '', [], seededRandom(1))).toEqual(
      [],
    );
  });

  it('never exceeds a hundred per cent, nor repeats a figure of the stem', () => {
    const others = otherFigures(figure('96%'), '占比由80%提高到多少？', [], seededRandom(2)).map(figure);
    expect(others.every(({ value }) => value <= 100 && value !== 80)).toBe(true);
  });

  it('offers a figure of the article with the same unit', () => {
    const others = otherFigures(figure('36个'), '', [figure('63个'), figure('63家')], seededRandom(1));
    expect(others[0]).toBe('63个');
  });
});

describe('otherDates', () => {
  it.each([
    ['2020年初', /^\d{4}年初$/],
    ['1898年3月6日', /^\d{4}年\d{1,2}月\d{1,2}日$/],
    ['“十四五”时期', /^“十[一二三五]五”时期$/],
  ])('keeps the form of %s', (answer, form) => {
    const others = otherDates(answer, [], seededRandom(3));
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const other of others) {
      expect(other).toMatch(form);
      expect(other).not.toBe(answer);
    }
  });
});

describe('otherFigures beside what rules and plans are made of', () => {
  it.each([
    ['24小时', /^(?:8|12|36|48)小时$/],
    ['90天', /^(?:45|60|120|180)天$/],
    ['6个月', /^(?:2|3|9|12)个月$/],
    ['15%', /^(?:10|20|25)%$/],
    ['95%', /^(?:8\d|9\d)%$/],
    ['1.5万名', /^(?:0\.9|1\.[1-9]|2\.\d)万名$/],
    ['800米', /^(?:200|400|1500|3000)米$/],
  ])('%s', (text, form) => {
    for (let seed = 1; seed <= 8; seed++)
      for (const other of otherFigures(figure(text), '', [], seededRandom(seed)).slice(0, 3))
        expect(other).toMatch(form);
  });

  it('keeps to what the sentence allows', () => {
    const bounds = { above: 6.8, below: Infinity };
    const others = otherFigures(figure('7.6天'), '', [], seededRandom(1), bounds).map(figure);
    expect(others.length).toBeGreaterThanOrEqual(3);
    expect(others.every(({ value }) => value > 6.8)).toBe(true);
  });

  it('leaves the place of the answer among the options to chance', () => {
    const places = new Set(
      Array.from(
        { length: 40 },
        (_, seed) =>
          otherFigures(figure('412件'), '', [], seededRandom(seed))
            .slice(0, 3)
            .map(figure)
            .filter(({ value }) => value < 412).length,
      ),
    );
    expect(places.size).toBe(4);
  });
});

describe('otherDates of two parts', () => {
  it.each(['2015年5月', '2020年8月21日', '2021年12月底', '2024年3月1日'])(
    'lets no part of %s stand in more than two of four options',
    (answer) => {
      const others = otherDates(answer, [], seededRandom(5)).slice(0, 3);
      expect(new Set([answer, ...others]).size).toBe(4);
      const year = answer.slice(0, 5);
      expect(others.filter((other) => other.startsWith(year))).toHaveLength(1);
      expect(others.filter((other) => other.slice(5) === answer.slice(5))).toHaveLength(1);
    },
  );
  it('leaves the year alone where the stem tells it', () => {
    const stem = '按照《2024年招生章程》，考试时间为什么时候？';
    for (const other of otherDates('2024年3月23日', [], seededRandom(1), { stem }).slice(0, 3))
      expect(other).toMatch(/^2024年/);
  });
  it('makes nothing younger than the article can know, and no plan older', () => {
    for (let seed = 1; seed < 9; seed++) {
      const past = otherDates('2023年', [], seededRandom(seed), { years: [2023] });
      expect(past.every((date) => Number(date.slice(0, 4)) <= 2024)).toBe(true);
      const plan = otherDates('2026年', [], seededRandom(seed), { years: [2023, 2026], plan: true });
      expect(plan.length).toBeGreaterThanOrEqual(3);
      expect(plan.every((date) => Number(date.slice(0, 4)) > 2023)).toBe(true);
    }
  });
});

describe('otherRanks', () => {
  it('offers neighbouring places', () => {
    expect(otherRanks('第三', seededRandom(1)).toSorted()).toEqual(
      ['第一', '第二', '第五', '第六', '第四'].toSorted(),
    );
  });
});

describe('boundsOf', () => {
  const cases: readonly (readonly [string, string, number, number])[] = [
    ['平均住院日由上年的7.6天降至6.8天', '7.6天', 6.8, Infinity],
    ['平均住院日由上年的7.6天降至6.8天', '6.8天', 0, 7.6],
    ['额度由1200元提高到1500元', '1200元', 0, 1500],
    ['额度由1200元提高到1500元', '1500元', 1200, Infinity],
    ['授权专利412件，其中发明专利97件', '97件', 0, 412],
    ['授权专利412件，其中发明专利97件', '412件', 97, Infinity],
    ['比例不得低于5%，不得高于12%', '12%', 5, Infinity],
    ['比例不得低于5%，不得高于12%', '5%', 0, 12],
    ['36人中有5人及格', '5人', 0, 36],
    ['数控化率仅为50%', '50%', 0, 70],
    ['新建码头12座，仓库3座', '12座', 0, Infinity],
  ];
  it.each(cases)('%s: %s', (sentence, text, above, below) => {
    const found = findFigures(sentence).find((each) => each.text === text);
    if (!found) throw new Error(`no ${text}`);
    expect(boundsOf(sentence, found.start, found)).toEqual({ above, below });
  });
});

describe('surelyFalse', () => {
  const cases: readonly (readonly [string, string, number, boolean])[] = [
    ['营业收入超过', '300万元', 2_000_000, false],
    ['营业收入超过', '300万元', 4_000_000, true],
    ['密码长度不少于', '8位', 6, false],
    ['占比不足', '10%', 20, false],
    ['病假工资不低于当地最低工资标准的', '80%', 70, false],
    ['病假工资不低于当地最低工资标准的', '80%', 90, true],
    ['占比不足', '10%', 8, true],
    ['缴存', '6个月以上', 3, false],
    ['都出现在夜班的最后', '2小时', 4, false],
    ['新建码头', '12座', 10, true],
  ];
  it.each(cases)('%s%s, not %d: %s', (before, text, value, expected) => {
    expect(surelyFalse(figure(text), value, before)).toBe(expected);
  });
});

const nowhere = { article: '', sentence: '', stem: '' };

describe('swappedPhrases', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['住房公积金管理的决策机构', ['住房公积金管理的执行机构', '住房公积金管理的监督机构']],
    ['北方第三大煤炭输出港', ['北方第三大粮食输出港', '北方第三大木材输出港']],
    ['四链合一', ['三链合一', '五链合一']],
    ['面向离散制造企业的系统', ['面向流程制造企业的系统', '面向混合制造企业的系统']],
  ];
  it.each(cases)('changes one word of %s', (phrase, wanted) => {
    expect(swappedPhrases(phrase, nowhere, seededRandom(1))).toEqual(expect.arrayContaining([...wanted]));
  });

  it('lets each part of a phrase of two stand in half of the options', () => {
    const others = swappedPhrases('北岸的室内场馆', nowhere, seededRandom(1));
    expect(others.toSorted()).toEqual(['北岸的室外场馆', '南岸的室内场馆', '南岸的室外场馆'].toSorted());
  });

  const none: readonly (readonly [string, string])[] = [
    ['words nothing is known of', '打造北方海洋装备之都'],
    ['a fixed expression', '五四精神'],
    ['praise', '高质量发展的新引擎'],
  ];
  it.each(none)('offers nothing for %s', (_name, phrase) => {
    expect(swappedPhrases(phrase, nowhere, seededRandom(1))).toEqual([]);
  });

  it('offers nothing when too few are left that the article does not hold', () => {
    const article = '它是管理的执行机构。另有监督机构。';
    expect(
      swappedPhrases('管理的决策机构', { article, sentence: '另有监督机构。', stem: '' }, seededRandom(1)),
    ).toEqual([]);
  });
});

describe('otherQuoted', () => {
  const ask = (sentence: string, answer: string) =>
    otherQuoted(
      answer,
      sentence.indexOf(`“${answer}”`) + 1,
      { article: sentence, sentence, stem: '' },
      seededRandom(1),
    );
  it.each([
    ['滨海医院的门诊推行“先诊疗后付费”模式。', '先诊疗后付费', /^[\u3400-\u9fff]{4,8}$/],
    ['滨海中学总分前6名的班级获得“科技先锋班”称号。', '科技先锋班', /班级?$/],
    [
      '对一等奖选手授予“滨海市技术能手”称号。',
      '滨海市技术能手',
      /^滨海市(?:劳动模范|先进工作者|技术标兵|青年岗位能手|三八红旗手)$|^滨海市.+者$/,
    ],
    ['公司建有“智能冲压联合实验室”。', '智能冲压联合实验室', /^智能.+联合实验室$/],
  ])('names things of one kind: %s', (sentence, answer, form) => {
    const others = ask(sentence, answer);
    expect(others.length).toBeGreaterThanOrEqual(2);
    for (const other of others) expect(other).toMatch(form);
  });
  it.each([
    ['滨海至海门高速铁路（以下简称“滨海高铁”）开通。', '滨海高铁'],
    ['推广“丰麦9号”“皖垦101”等品种。', '丰麦9号'],
    ['推广“丰麦9号”“皖垦101”等品种。', '皖垦101'],
    ['塑造出了“硬核”实力。', '硬核'],
  ])('offers nothing for a short name, a member of a row or an unknown kind: %s %s', (sentence, answer) => {
    expect(ask(sentence, answer)).toEqual([]);
  });
});

describe('otherTitles', () => {
  const titles: readonly (readonly [string, readonly string[], string])[] = [
    ['《滨海市公积金管理办法》', [], '《滨海市公积金管理条例》'],
    ['《滨海市公积金管理暂行规定》', [], '《滨海市公积金管理条例》'],
    ['《滨海市产业发展规划》', ['《滨海市港口发展规划》', '《滨海渔歌》'], '《滨海市港口发展规划》'],
    ['《中华内科杂志》', [], '《中华外科杂志》'],
    ['《考勤管理暂行规定》', ['《滨海渔歌》', '《中华人民共和国劳动法》'], '《考勤管理条例》'],
  ];
  it.each(titles)('%s', (answer, known, wanted) => {
    const others = otherTitles(answer, known, nowhere, seededRandom(1));
    expect(others).toContain(wanted);
    expect(others).not.toContain('《滨海渔歌》');
    expect(others).not.toContain('《中华人民共和国劳动法》');
  });
  it('offers nothing for a work that has no like', () => {
    expect(otherTitles('《滨海渔歌》', ['《工作报告》'], nowhere, seededRandom(1))).toEqual(['《工作报告》']);
  });
});

describe('otherPostsAt', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['滨海造纸有限公司', '董事长', /党委书记|总经理$(?<!副总经理)/],
    ['滨海市财政局', '局长', /党组书记/],
    ['滨海大学', '校长', /教授/],
    ['滨海市财政局', '副局长', /厅长/],
    ['滨海路街道办事处', '主任', /书记/],
    ['滨海村', '党支部书记', /村委会主任/],
    ['滨海市财政局', '总工程师', /厅长/],
  ];
  it.each(cases)('%s%s: no post one may hold as well, or of another house', (house, post, never) => {
    const others = otherPostsAt(house, post);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).not.toMatch(never);
  });
});

describe('places, houses and universities of the neighbourhood', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['county', otherPlacesNear('浙江省湖州市德清县'), /^浙江省湖州市(?:长兴县|安吉县)$|^浙江省.+[县市区]$/],
    ['city of a province', otherPlacesNear('山东省青岛市'), /^山东省..+市$/],
    ['province', otherPlacesNear('山东省'), /^[\u3400-\u9fff]{2,3}省$/],
    ['office', otherHouses('滨海市商务局').map(({ name }) => name), /^滨海市.+(?:局|委员会)$/],
    ['known university', otherUniversities('青岛科技大学'), /^(?:青岛.{0,2}|中国海洋)大学$/],
    ['unknown university', otherUniversities('滨海大学'), /^滨海..大学$/],
  ];
  it.each(cases)('%s', (_name, others, form) => {
    expect(others.length).toBeGreaterThanOrEqual(2);
    for (const other of others) expect(other).toMatch(form);
  });
  it.each(['县教育体育局', '海丝博物馆'])('takes %s for no office of 教育 or 海丝', (name) => {
    for (const other of otherHouses(name)) expect(other.name).not.toMatch(/^县教育|^海丝/);
  });
  it('knows no neighbours of a place nobody knows', () => {
    expect(otherPlacesNear('云岭市清河县')).toEqual([]);
  });
});

describe('otherItems', () => {
  const cases: readonly (readonly [string, readonly string[], readonly (readonly string[])[], RegExp])[] = [
    ['offers words of the members’ rank', ['人才', '资金', '数据'], [], /^[\u3400-\u9fff]{2,3}$/],
    ['knows pests from diseases', ['蚜虫', '麦蜘蛛', '吸浆虫'], [['条锈病', '白粉病']], /[虫螟虱虎蛄]$/],
    ['changes what stands before a common ending', ['外种皮', '中种皮', '内种皮'], [], /^[上下]种皮$/],
    [
      'changes what stands before a longer ending',
      ['首件检验', '巡回检验', '完工检验'],
      [],
      /^(?:抽样|出厂|进货|型式)检验$/,
    ],
    [
      'takes phrases of a list that is built alike',
      ['推进项目', '加快建设'],
      [['提升质量', '港口']],
      /^提升质量$|^[\u3400-\u9fff]{3,5}$/,
    ],
  ];
  it.each(cases)('%s', (_name, items, lists, wanted) => {
    const others = otherItems(items, lists, items.join('、'), seededRandom(1));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others.slice(0, 2)) {
      expect(other).toMatch(wanted);
      expect(items).not.toContain(other);
    }
  });

  it('offers nothing that stands in the sentence', () => {
    expect(otherItems(['人才', '资金'], [], '人才、资金等，另有技术。', seededRandom(1))).not.toContain(
      '技术',
    );
  });

  it.each([
    [['高规格', '高层次', '高质量']],
    [['基础雄厚', '门类齐全', '结构完备']],
    [['方向对', '起步早', '落地实']],
  ])('offers nothing beside words of praise: %j', (items) => {
    expect(otherItems(items, [], '', seededRandom(1))).toEqual([]);
  });

  it('takes no single word of another list for a member', () => {
    expect(otherItems(['窑炉', '房址', '釉料缸'], [['拉坯', '刻花', '施釉']], '', seededRandom(1))).toEqual(
      [],
    );
  });
});

describe('findDistractors', () => {
  const falseOnes = (article: string) => {
    const { around, readings } = readNames(article, readSentences(article));
    const { findings } = findFacts(readings, around, () => {});
    const sketches = writeStems(findings, [], ['tf']).filter(({ falsify }) => falsify);
    expect(sketches).not.toEqual([]);
    return findDistractors(sketches, findings, around, 1).candidates.map(({ stem }) => stem);
  };
  it.each([
    ['turns the word that has an opposite', '滨海银杏是银杏科的落叶乔木。', '滨海银杏是银杏科的常绿乔木。'],
  ])('%s', (_name, article, wanted) => {
    expect(falseOnes(article)).toContain(wanted);
  });
  it.each([
    ['a member of an open list may belong to it', '滨海港开通德国、日本、越南等国航线。'],
    ['成本下降 is no 考验, 滨海港 no 机场', '滨海港是经受住成本上升考验的港口。'],
  ])('calls no statement false where %s', (_name, article) => {
    expect(falseOnes(article)).toEqual([]);
  });

  it('takes wrong options from the other facts of the course', () => {
    const article = '2020年，滨海港务局发布了长诗《滨海渔歌》。';
    const { around, readings } = readNames(article, readSentences(article));
    const { findings } = findFacts(readings, around, () => {});
    const sketches = writeStems(findings, [], ['single']).filter(
      ({ correct }) => correct[0] === '《滨海渔歌》',
    );
    const work = (title: string): Fact => ({
      id: title,
      kind: 'work-title',
      subject: '海门港务局',
      statement: `海门港务局发布了${title}。`,
      answer: title,
      acceptedForms: [],
      evidence: [],
      importance: 2,
    });
    expect(findDistractors(sketches, findings, around, 1)).toMatchObject({
      candidates: [],
      notes: [{ code: 'no-distractors' }],
    });
    const elsewhere = [work('《海门船歌》'), work('《西湾灯塔》'), work('《海门市港口管理办法》')];
    expect(
      findDistractors(sketches, findings, around, 1, elsewhere).candidates.map(({ wrong }) =>
        wrong.toSorted(),
      ),
    ).toEqual([['《海门船歌》', '《西湾灯塔》']]);
  });
});
