import { describe, expect, it } from 'vitest';
import type { Question } from '../question.js';
import { bigramsOf, foldForSearch, searchText, searchWords } from './search-text.js';

describe('foldForSearch', () => {
  it.each([
    ['ＩｏＴ　平台', 'iot 平台'],
    ['  工业\n\t互联网 ', '工业 互联网'],
    ['①２０２０年', '12020年'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => expect(foldForSearch(text)).toBe(folded));
});

describe('bigramsOf', () => {
  it.each([
    ['工业互联网', ['工业', '业互', '互联', '联网']],
    ['网 网络', ['网络']],
    ['青岛\n岛青', ['青岛', '岛青']],
    ['哈哈哈', ['哈哈']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['网', []],
    ['', []],
  ])('of %j', (text, pairs) => expect(bigramsOf(text)).toEqual(pairs));
});

describe('searchWords', () => {
  it('folds, parts at white space and keeps each word once', () => {
    expect(searchWords(' 平台　ＩＯＴ iot 平台 ')).toEqual(['平台', 'iot']);
    expect(searchWords('  ')).toEqual([]);
  });
});

const base = { explanation: '见《Ｇ报》', evidence: [{ quote: '引文', start: 0, end: 2 }] };
const options = [
  { id: 'a', text: '感知' },
  { id: 'b', text: '网络' },
];
const cases: [Question, string][] = [
  [{ ...base, type: 'single', stem: '哪一层？', options, key: 'b' }, '哪一层?\n感知\n网络\n网络\n见《g报》'],
  [
    { ...base, type: 'tf', stem: '有五层。', key: false, correction: '有四层。' },
    '有五层。\n有四层。\n见《g报》',
  ],
  [
    { ...base, type: 'fill', stem: '共____人', key: [['120', '一百二十']] },
    '共____人\n120\n一百二十\n见《g报》',
  ],
  [
    {
      ...base,
      type: 'match',
      stem: '配对',
      lefts: options,
      rights: [{ id: 'x', text: '云' }],
      key: [{ left: 'a', right: 'x' }],
    },
    '配对\n感知\n网络\n云\n感知\n网络\n云\n见《g报》',
  ],
  [{ ...base, type: 'short', stem: '说说看', key: { model: '参考', rubric: [] } }, '说说看\n参考\n见《g报》'],
];

describe('searchText', () => {
  it.each(cases.map(([question, text]) => [question.type, question, text] as const))(
    'holds stem, options, answers and explanation of a %s question',
    (_type, question, text) => expect(searchText(question)).toBe(text),
  );
});
