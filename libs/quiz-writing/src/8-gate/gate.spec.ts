import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts, type Finding } from '../4-facts/index.js';
import type { Candidate } from '../candidate.js';
import { GATE_RULES, passGate } from './index.js';

const ARTICLE =
  '2020年，滨海市新建码头12座。滨海大学校长周明远介绍，滨海大学培养了近160名学员。\n\n滨海市将集聚人才、资金、数据等生产要素。';
const TWO_PASSED = '滨海市大会审议通过了《工作报告》。滨海市大会审议通过了《会费办法》。';
const { around, readings } = readNames(ARTICLE, readSentences(ARTICLE));
const { findings } = findFacts(readings, around, () => {});

function findingFor(answer: string): Finding {
  const finding = findings.find(({ fact }) => fact.answer === answer);
  if (!finding) throw new Error(`no fact ${answer}`);
  return finding;
}

function factIn(article: string, answer: string): Finding {
  const read = readNames(article, readSentences(article));
  const finding = findFacts(read.readings, read.around, () => {}).findings.find(
    ({ fact }) => fact.answer === answer,
  );
  if (!finding) throw new Error(`no fact ${answer}`);
  return finding;
}

function aboutFigure(article: string, answer: string, stem: string): Candidate {
  const finding = factIn(article, answer);
  return single({ finding, evidence: finding.fact.evidence, stem, correct: [answer], wrong: [] });
}

function single(changes: Partial<Candidate> = {}): Candidate {
  const finding = findingFor('12座');
  return {
    finding,
    covers: [finding.fact.id],
    type: 'single',
    stem: '2020年，滨海市新建码头多少座？',
    correct: ['12座'],
    wrong: ['10座', '15座', '18座'],
    evidence: finding.fact.evidence,
    explanation: '',
    ...changes,
  };
}

function fill(changes: Partial<Candidate> = {}): Candidate {
  return single({
    type: 'fill',
    stem: '2020年，滨海市新建码头____座。',
    correct: ['12'],
    wrong: [],
    forms: [['12']],
    ...changes,
  });
}

function trueFalse(changes: Partial<Candidate> = {}): Candidate {
  return single({
    type: 'tf',
    stem: '2020年，滨海市新建码头12座。',
    correct: [],
    wrong: [],
    truth: true,
    ...changes,
  });
}

const trained = findingFor('近160名');
const hedged = (changes: Partial<Candidate>): Candidate =>
  single({
    finding: trained,
    evidence: trained.fact.evidence,
    stem: '据周明远介绍，滨海大学培养了多少名学员？',
    correct: ['近160名'],
    wrong: ['近150名', '近200名', '近260名'],
    ...changes,
  });
const listed = findingFor('人才、资金、数据');
const multi = (changes: Partial<Candidate>): Candidate =>
  single({
    finding: listed,
    evidence: listed.fact.evidence,
    type: 'multi',
    stem: '滨海市将积聚哪些生产要素？',
    correct: ['人才', '资金', '数据'],
    wrong: ['土地', '设备'],
    ...changes,
  });

describe('the gate lets good questions through', () => {
  it.each([
    ['single choice', single()],
    ['fill-in', fill()],
    ['a true statement', trueFalse()],
    [
      'a false statement',
      trueFalse({
        truth: false,
        stem: '2020年，滨海市新建码头15座。',
        correction: '2020年，滨海市新建码头12座。',
      }),
    ],
    ['a hedged figure', hedged({})],
    ['multiple choice', multi({})],
  ])('%s', (_name, candidate) => {
    expect(passGate([candidate], around)).toEqual({ passed: [candidate], notes: [] });
  });
});

describe('a rule looks only at what it is for', () => {
  const cases: readonly (readonly [string, Candidate])[] = [
    [
      'list-counted',
      aboutFigure(
        '滨海港的油库与炉体的距离不应小于10米。',
        '10米',
        '滨海港的油库与炉体的距离不应小于多少米？',
      ),
    ],
    ['ragged-list', multi({ correct: ['荷兰', '法国', '沙特阿拉伯'], wrong: ['德国', '日本'] })],
    [
      'clang',
      multi({
        type: 'single',
        stem: '滨海市的港口叫什么？',
        correct: ['港口一号'],
        wrong: ['港口二号', '港口三号'],
      }),
    ],
  ];
  it.each(cases)('%s', (code, candidate) => {
    const rule = GATE_RULES.find((each) => each.code === code);
    expect(rule?.check(candidate, around)).toBeNull();
  });
});

describe('what is wrong with a statement falls on every type of it', () => {
  it('drops the single choice where the fill-in names nobody', () => {
    const nameless = fill({ stem: '2020年，其间滨海市新建码头____座。' });
    const { passed, notes } = passGate([single(), nameless], around);
    expect(passed).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['unnamed-subject', 'unnamed-subject']);
  });
});

describe('the gate stops what breaks a rule', () => {
  const cases: readonly (readonly [string, Candidate])[] = [
    ['evidence-substring', single({ evidence: [{ quote: '滨海市新建码头13座', start: 0, end: 10 }] })],
    ['quote-length', single({ evidence: [{ quote: ARTICLE.repeat(4), start: 0, end: ARTICLE.length * 4 }] })],
    ['answer-in-evidence', single({ correct: ['13座'] })],
    ['distractor-true', multi({ wrong: ['生产要素', '设备'] })],
    ['tf-truth', trueFalse({ truth: false, correction: '2020年，滨海市新建码头12座。' })],
    ['attribution', hedged({ stem: '2020年，滨海大学培养了多少名学员？' })],
    ['time-scope', single({ stem: '滨海市一共新建码头多少座？' })],
    ['modality', hedged({ correct: ['160名'], wrong: ['150名', '200名', '260名'] })],
    ['dangling', single({ stem: '2020年，滨海市在这里新建码头多少座？' })],
    ['dangling', multi({ stem: '今年滨海市将积聚哪些生产要素？' })],
    ['bare-name', single({ stem: '据文中介绍，造纸厂在2020年新建码头多少座？' })],
    ['bare-name', single({ stem: '公司在2020年新建码头多少座？' })],
    [
      'several-answers',
      fill({
        finding: factIn(TWO_PASSED, '《工作报告》'),
        stem: '滨海市大会审议通过了____。',
        correct: ['《工作报告》'],
        forms: [['《工作报告》']],
      }),
    ],
    ['nothing-measured', aboutFigure('滨海市增长7.5%。', '7.5%', '滨海市增长多少？')],
    ['nothing-measured', aboutFigure('周明远所在的班组用了45天。', '45天', '周明远所在的班组用了多少天？')],
    [
      'list-counted',
      aboutFigure('滨海瓷的器形有碗、盘、罐、瓶四类。', '四类', '滨海瓷的器形有碗、盘、罐、瓶几类？'),
    ],
    ['list-counted', aboutFigure('滨海港的船有渔船和货船两种。', '两种', '滨海港的船有渔船和货船几种？')],
    [
      'list-counted',
      aboutFigure('滨海港分为东港、西港和南港三个港区。', '三个', '滨海港分为东港、西港和南港几个港区？'),
    ],
    [
      'list-counted',
      fill({
        stem: '选手需完成电气安装、程序编写、人机界面设计和故障排查____模块。',
        correct: ['四个'],
        forms: [['四个', '4个']],
      }),
    ],
    [
      'alias-judged',
      trueFalse({
        finding: factIn('蓝鲸精密机械股份有限公司（以下简称“蓝鲸”）成立于1998年。', '蓝鲸'),
        stem: '蓝鲸精密机械股份有限公司（以下简称“蓝鲸”）成立于1998年。',
      }),
    ],
    ['subjectless', single({ stem: '据文中介绍，2020年，同比增长多少座？' })],
    ['not-self-contained', single({ stem: '2020年，一共新建了多少座码头？' })],
    ['stem-length', single({ stem: '滨海市多少？' })],
    ['not-a-question', single({ stem: '2020年，滨海市新建码头。很多很多。' })],
    ['artifact', single({ stem: '□文/2020年，滨海市新建码头多少座？' })],
    ['unbalanced', single({ stem: '2020年，“滨海市新建码头多少座？' })],
    ['answer-leak', single({ stem: '2020年，滨海市新建的12座码头有多少座？' })],
    ['compound', trueFalse({ stem: '2020年，滨海市新建码头12座、仓库3个、道路5条、桥2座、船4艘。' })],
    ['blank-fit', fill({ stem: '2020年，滨海市新建5____座码头。' })],
    ['blank-fit', fill({ forms: [['12'], ['13']] })],
    ['option-duplicate', single({ wrong: ['12座', '15座', '18座'] })],
    ['convergence', multi({ wrong: ['人才资金链', '资金链'] })],
    ['ragged-list', multi({ correct: ['产品出口德国', '越南', '泰国'], wrong: ['韩国', '日本'] })],
    ['ragged-list', multi({ correct: ['购买', '建造', '大修自住住房'], wrong: ['租赁', '装修'] })],
    [
      'clang',
      multi({
        type: 'single',
        stem: '滨海市在备份页面选择什么？',
        correct: ['备份管理'],
        wrong: ['任务列表', '日志'],
      }),
    ],
    ['option-type', single({ wrong: ['十分多', '15座', '18座'] })],
    ['implausible', single({ wrong: ['10座', '15座', '1200座'] })],
    ['option-length', multi({ wrong: ['土地和设备以及别的许多东西', '设备'] })],
    ['mod-tell', hedged({ wrong: ['150名', '200名', '260名'] })],
    [
      'trivial',
      fill({
        correct: ['滨海市'],
        forms: [['滨海市']],
        stem: '2020年，____新建码头很多座，Binhai。',
        evidence: single().evidence,
      }),
    ],
  ];
  it.each(cases)('%s', (code, candidate) => {
    const rules = GATE_RULES.filter((rule) => rule.code === code);
    const read = code === 'several-answers' ? { ...around, article: TWO_PASSED } : around;
    const context = code === 'trivial' ? { ...around, countOf: () => 30 } : read;
    expect(rules.map((rule) => rule.check(candidate, context)).filter((flaw) => flaw !== null)).toHaveLength(
      1,
    );
    const { passed, notes } = passGate([candidate], context);
    expect(passed).toEqual([]);
    expect(notes[0]).toMatchObject({
      stage: 'gate',
      factId: candidate.finding.fact.id,
      detail: expect.stringMatching(/。$/),
    });
  });
});
