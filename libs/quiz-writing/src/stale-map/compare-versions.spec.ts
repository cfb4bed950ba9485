import type { Fact } from '#question';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.js';

/** A fact with one evidence for each quote, where it first stands in the article. */
function factOf(article: string, subject: string, answer: string, ...quotes: string[]): Fact {
  return {
    id: `F-${answer}`,
    kind: 'quantity',
    subject,
    statement: quotes.join(''),
    answer,
    acceptedForms: [],
    evidence: quotes.map((quote) => {
      const start = article.indexOf(quote);
      return { quote, start, end: start + quote.length };
    }),
    importance: 2,
  };
}

const ARTICLE = `东海学院概况
东海学院成立于2017年，位于滨海新区。学院现有专任教师120人，其中博士48人。
“数链”平台已连接近7万家企业，设备400多万台。平台由东海学院牵头建设。

产教融合
学院与36家企业签订协议；去年培训学员1,300人次。`;
const quote = (text: string, subject = '东海学院') => factOf(ARTICLE, subject, text, text);

describe('compareVersions', () => {
  const cases: [string, string, Fact, string, string | null][] = [
    ['an untouched article', ARTICLE, quote('东海学院成立于2017年'), 'untouched', null],
    [
      'a paragraph put before',
      `新的开头。\n${ARTICLE}`,
      quote('东海学院成立于2017年'),
      'moved',
      '东海学院成立于2017年',
    ],
    [
      'a paragraph put behind',
      `${ARTICLE}\n新的结尾。`,
      quote('东海学院成立于2017年'),
      'untouched',
      '东海学院成立于2017年',
    ],
    [
      'other widths and blanks',
      ARTICLE.replace('专任教师120人，', '专任教师 １２０ 人,'),
      quote('学院现有专任教师120人'),
      'moved',
      '学院现有专任教师 １２０ 人',
    ],
    [
      'a thousands comma that went',
      ARTICLE.replace('1,300', '1300'),
      quote('去年培训学员1,300人次'),
      'moved',
      '去年培训学员1300人次',
    ],
    [
      'other quotation marks',
      ARTICLE.replace('“数链”', '「数链」'),
      quote('“数链”平台已连接近7万家企业', '数链'),
      'moved',
      '数链」平台已连接近7万家企业',
    ],
    [
      'another figure',
      ARTICLE.replace('36家', '41家'),
      quote('学院与36家企业签订协议'),
      'changed',
      '学院与41家企业签订协议',
    ],
    [
      'another figure in a short quote',
      ARTICLE.replace('36家', '136家'),
      quote('36家企业'),
      'changed',
      '136家企业',
    ],
    ['a hedge that came', ARTICLE.replace('36家', '近36家'), quote('36家企业'), 'changed', '近36家企业'],
    [
      'a hedge that went',
      ARTICLE.replace('近7万家', '7万家'),
      quote('已连接近7万家企业', '数链'),
      'changed',
      '已连接7万家企业',
    ],
    [
      'a hedge that came behind',
      ARTICLE.replace('博士48人', '博士48人以上'),
      quote('其中博士48人'),
      'changed',
      '其中博士48人以上',
    ],
    [
      'a denial that came',
      ARTICLE.replace('学院与36家企业签订', '学院未与36家企业签订'),
      quote('与36家企业签订协议'),
      'changed',
      '未与36家企业签订协议',
    ],
    [
      'another figure in the other clause',
      ARTICLE.replace('博士48人', '博士63人'),
      quote('学院现有专任教师120人'),
      'untouched',
      '学院现有专任教师120人',
    ],
    ['a clause that went', ARTICLE.replace('，其中博士48人', ''), quote('其中博士48人'), 'gone', null],
    [
      'a sentence that went',
      ARTICLE.replace('“数链”平台已连接近7万家企业，设备400多万台。', ''),
      quote('设备400多万台', '数链'),
      'gone',
      null,
    ],
    [
      'a sentence that was split',
      ARTICLE.replace('，位于滨海新区', '。它位于滨海新区'),
      quote('位于滨海新区'),
      'moved',
      '位于滨海新区',
    ],
    [
      'two sentences that were joined',
      ARTICLE.replace('滨海新区。学院', '滨海新区，学院'),
      quote('学院现有专任教师120人'),
      'untouched',
      '学院现有专任教师120人',
    ],
    ['an empty article', '', quote('东海学院成立于2017年'), 'gone', null],
  ];
  it.each(cases)('sees %s', (_, article, fact, state, words) => {
    const [change] = compareVersions({ article: ARTICLE, facts: [fact] }, { article });
    expect(change?.state).toBe(state);
    if (words === null || !change || change.state === 'gone') return;
    const now = change.state === 'changed' ? change.quotes.map(({ after }) => after) : change.evidence;
    expect(now[0]?.quote).toBe(words);
    expect(article.slice(now[0]?.start, now[0]?.end)).toBe(words);
  });

  it('sees that the words stayed but the one they were about did not', () => {
    const fact = quote('现有专任教师120人');
    const article = ARTICLE.replaceAll('东海学院', '西山学院');
    expect(compareVersions({ article: ARTICLE, facts: [fact] }, { article })).toMatchObject([
      { state: 'changed', what: 'subject' },
    ]);
  });

  it('opens a list again when one of its quotes went, and calls it gone when all went', () => {
    const list = '一是建平台。二是育人才。三是促应用。';
    const facts = [factOf(list, '学院', '三项', '一是建平台', '二是育人才', '三是促应用')];
    expect(compareVersions({ article: list, facts }, { article: '一是建平台。三是促应用。' })).toMatchObject([
      { state: 'changed', what: 'words', quotes: [{}, { after: null }, {}] },
    ]);
    expect(compareVersions({ article: list, facts }, { article: '没有了。' })).toMatchObject([
      { state: 'gone' },
    ]);
  });

  it('does not take an equal sentence in another paragraph for the one that was edited', () => {
    const article = '甲公司去年亮相。同比增长12%。\n乙公司去年亮相。同比增长12%。';
    const first = factOf(article, '甲公司', '12%', '同比增长12%');
    const second = { ...factOf(article, '乙公司', '12%', '同比增长12%') };
    const start = article.lastIndexOf('同比增长12%');
    const facts = [first, { ...second, evidence: [{ quote: '同比增长12%', start, end: start + 7 }] }];
    const edited = article.replace('12%。\n', '15%。\n');
    expect(compareVersions({ article, facts }, { article: edited }).map(({ state }) => state)).toEqual([
      'changed',
      'untouched',
    ]);
  });
});
