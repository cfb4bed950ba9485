import { describe, expect, it } from 'vitest';
import type { MatchQuestion, Question, ShortQuestion, SingleQuestion } from '../question.js';
import { classifyEdit, compareQuestions } from './compare-questions.js';
import { showInPlaceOf } from './show-in-place-of.js';

const evidence = [{ quote: '2020年9月，学院在青岛成立', start: 0, end: 15 }];
const base = { explanation: '成立于2020年。', evidence };
const options = ['2018年', '2019年', '2020年'].map((text, index) => ({ id: `o${index + 1}`, text }));

const single: SingleQuestion = { ...base, type: 'single', stem: '学院成立于哪一年？', options, key: 'o3' };
const multi: Question = { ...base, type: 'multi', stem: '有哪些年？', options, key: ['o1', 'o3'] };
const tf: Question = { ...base, type: 'tf', stem: '学院在济南成立。', key: false, correction: '在青岛。' };
const fill: Question = { ...base, type: 'fill', stem: '首期____人，第二期____人。', key: [['120'], ['150']] };
const order: Question = { ...base, type: 'order', stem: '排列', options, key: ['o3', 'o1', 'o2'] };
const match: MatchQuestion = {
  ...base,
  type: 'match',
  stem: '配对',
  lefts: options.slice(0, 2),
  rights: [
    { id: 'r1', text: '甲' },
    { id: 'r2', text: '乙' },
  ],
  key: [
    { left: 'o1', right: 'r2' },
    { left: 'o2', right: 'r1' },
  ],
};
const short: ShortQuestion = {
  ...base,
  type: 'short',
  stem: '为什么？',
  key: { model: '因为', rubric: [{ id: 'p1', text: '原因', share: 1 }] },
};

type Case = [name: string, before: Question, after: Question, edit: string | null, labels: string[]];

const cases: Case[] = [
  ['nothing', single, { ...single }, null, []],
  ['the same key in another order', multi, { ...multi, key: ['o3', 'o1'] }, null, []],
  ['the same pairs in another order', match, { ...match, key: [...match.key].toReversed() }, null, []],

  ['punctuation of the stem', single, { ...single, stem: '学院成立于哪一年?' }, 'wording', ['题干']],
  [
    'options in another order',
    single,
    { ...single, options: options.toReversed() },
    'wording',
    ['选项的次序'],
  ],
  ['a slip of the pen', { ...tf, stem: '一座座在建的工厂' }, { ...tf, stem: '一坐座在建地工厂' }, 'wording', ['题干']], // prettier-ignore

  ['the explanation', single, { ...single, explanation: '见第一段。' }, 'explanation', ['解析']],
  ['other evidence', single, { ...single, evidence: [] }, 'explanation', ['依据']],
  ['the place of the evidence', single, { ...single, evidence: [{ quote: '2020年9月，学院在青岛成立', start: 2, end: 17 }] }, 'explanation', ['依据']], // prettier-ignore
  ['the correction', tf, { ...tf, correction: '学院在青岛成立。' }, 'explanation', ['正确的说法']],
  ['the kind of fact', single, { ...single, factKind: 'date' }, 'explanation', ['事实种类']],
  ['explanation and punctuation', single, { ...single, stem: '学院成立于哪一年', explanation: '' }, 'explanation', ['题干', '解析']], // prettier-ignore

  ['another stem', single, { ...single, stem: '大会举办于哪一年？' }, 'content', ['题干']],
  ['a negation', single, { ...single, stem: '学院不成立于哪一年？' }, 'content', ['题干']],
  ['another distractor', single, { ...single, options: options.with(0, { id: 'o1', text: '2017年' }) }, 'content', ['选项 o1']], // prettier-ignore
  ['one option more', single, { ...single, options: [...options, { id: 'o4', text: '2021年' }] }, 'content', ['选项 o4']], // prettier-ignore
  ['one option less', single, { ...single, options: options.slice(1) }, 'content', ['选项 o1']],
  ['another left', match, { ...match, lefts: match.lefts.with(0, { id: 'o1', text: '丙' }) }, 'content', ['左项 o1']], // prettier-ignore

  ['another key', single, { ...single, key: 'o1' }, 'key', ['答案']],
  ['one key more', multi, { ...multi, key: ['o1', 'o2', 'o3'] }, 'key', ['答案']],
  ['a statement that is true now', tf, { ...tf, key: true }, 'key', ['答案']],
  [
    'one accepted form more',
    fill,
    { ...fill, key: [['120', '一百二十'], ['150']] } as Question,
    'key',
    ['第 1 空的答案'],
  ],
  ['a tolerance', fill, { ...fill, tolerances: [null, { kind: 'absolute', amount: '1' }] } as Question, 'key', ['第 2 空的误差']], // prettier-ignore
  ['blanks in any order', fill, { ...fill, anyOrder: true } as Question, 'key', ['不分先后']],
  ['another right order', order, { ...order, key: ['o3', 'o2', 'o1'] }, 'key', ['答案']],
  ['another pair', match, { ...match, key: [{ left: 'o1', right: 'r1' }, { left: 'o2', right: 'r2' }] }, 'key', ['答案']], // prettier-ignore
  ['another model answer', short, { ...short, key: { ...short.key, model: '所以' } }, 'key', ['参考答案']],
  ['another share', short, { ...short, key: { ...short.key, rubric: [{ id: 'p1', text: '原因', share: 2 }] } }, 'key', ['评分点 p1']], // prettier-ignore
  ['stem and key', single, { ...single, stem: '大会在哪一年？', key: 'o1' }, 'key', ['题干', '答案']],
  ['another type', single, { ...single, type: 'multi', key: ['o1', 'o3'] }, 'key', ['题型', '答案']],
];

describe('classifyEdit', () => {
  it.each(cases)('%s', (_name, before, after, edit, labels) => {
    expect(classifyEdit(before, after)).toBe(edit);
    expect(compareQuestions(before, after).map(({ label }) => label)).toEqual(labels);
  });

  it('does not depend on the direction', () => {
    for (const [, before, after, edit] of cases) {
      expect(classifyEdit(after, before)).toBe(edit);
    }
  });
});

describe('compareQuestions', () => {
  it('tells what was, what is, and where they part', () => {
    const after = { ...single, stem: '大会成立于哪一年？', options: options.slice(1) };
    expect(compareQuestions(single, after)).toEqual([
      {
        pointer: '/stem',
        label: '题干',
        edit: 'content',
        before: '学院成立于哪一年？',
        after: '大会成立于哪一年？',
        parts: [
          { kind: 'removed', text: '学院' },
          { kind: 'added', text: '大会' },
          { kind: 'same', text: '成立于哪一年？' },
        ],
      },
      {
        pointer: '/options/o1',
        label: '选项 o1',
        edit: 'content',
        before: '2018年',
        after: null,
        parts: [{ kind: 'removed', text: '2018年' }],
      },
    ]);
  });
});

describe('showInPlaceOf', () => {
  it('keeps the order of the options that the attempt was shuffled from', () => {
    const newer = { ...single, stem: '学院成立于哪年？', options: options.toReversed() };
    expect(showInPlaceOf(single, newer)).toEqual({ ...newer, options });
    const rights = match.rights.toReversed();
    expect(showInPlaceOf(match, { ...match, rights })).toEqual(match);
    expect(showInPlaceOf(tf, { ...tf, explanation: '新' })).toEqual({ ...tf, explanation: '新' });
  });

  it('shows the older one when the newer has other options', () => {
    expect(showInPlaceOf(single, { ...single, options: options.slice(1) })).toBe(single);
    expect(showInPlaceOf(single, { ...single, options: options.with(0, { id: 'x', text: '2018年' }) })).toBe(
      single,
    );
    expect(showInPlaceOf(single, tf)).toBe(single);
  });
});
