import type { Fact } from '#question';
import fc from 'fast-check';
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

describe('laws', () => {
  const HEADS = [
    '海天公司',
    '北辰学院',
    '云帆研究所',
    '蓝湾集团',
    '长风大学',
    '星火联盟',
    '远山实验室',
    '和润医院',
  ];
  const TAILS = [
    '建成车间',
    '培训学员',
    '拥有专利',
    '引进人才',
    '服务企业',
    '接入设备',
    '发布标准',
    '举办活动',
  ];
  const UNITS = ['个', '名', '项', '家', '台', '场'];

  interface Written {
    readonly paragraphs: readonly (readonly string[])[];
    readonly facts: (article: string) => Fact[];
  }

  /** Articles whose sentences all differ, with a fact in each sentence. */
  const articles: fc.Arbitrary<Written> = fc
    .uniqueArray(
      fc.record({
        head: fc.constantFrom(...HEADS),
        tail: fc.constantFrom(...TAILS),
        unit: fc.constantFrom(...UNITS),
        year: fc.integer({ min: 2010, max: 2024 }),
        figure: fc.integer({ min: 10, max: 9999 }),
      }),
      { minLength: 2, maxLength: 24, selector: ({ head, tail, year }) => `${head}${tail}${year}` },
    )
    .chain((rows) =>
      fc.tuple(fc.constant(rows), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 24, maxLength: 24 })),
    )
    .map(([rows, sizes]) => {
      const paragraphs: string[][] = [];
      const left = rows.map(
        ({ head, tail, unit, year, figure }) => `${year}年，${head}${tail}${figure}${unit}，成效明显。`,
      );
      for (const size of sizes) if (left.length > 0) paragraphs.push(left.splice(0, size));
      const facts = (article: string) =>
        rows.map(({ head, tail, unit, year, figure }) => {
          const quote = `${year}年，${head}${tail}${figure}${unit}`;
          return { ...factOf(article, head, `${figure}${unit}`, quote), id: quote };
        });
      return { paragraphs, facts };
    });

  const write = (paragraphs: readonly (readonly string[])[]) =>
    paragraphs.map((each) => each.join('')).join('\n');
  const statesOf = (before: string, facts: readonly Fact[], after: string) =>
    new Map(
      compareVersions({ article: before, facts }, { article: after }).map((change) => [
        change.factId,
        change,
      ]),
    );

  it('the same article leaves every fact untouched', () => {
    fc.assert(
      fc.property(articles, ({ paragraphs, facts }) => {
        const article = write(paragraphs);
        const states = statesOf(article, facts(article), article);
        expect([...states.values()].every(({ state }) => state === 'untouched')).toBe(true);
      }),
    );
  });

  it('paragraphs in another order only move facts, to where their words stand', () => {
    fc.assert(
      fc.property(articles, fc.integer(), ({ paragraphs, facts }, seed) => {
        const [before, shuffled] = [write(paragraphs), [...paragraphs]];
        for (let at = shuffled.length - 1; at > 0; at--) {
          const other = Math.abs((seed * 31 + at * 17) % (at + 1));
          [shuffled[at], shuffled[other]] = [shuffled[other] ?? [], shuffled[at] ?? []];
        }
        const after = write(shuffled);
        for (const change of statesOf(before, facts(before), after).values()) {
          expect(['untouched', 'moved']).toContain(change.state);
          const evidence = 'evidence' in change ? change.evidence : [];
          expect(evidence.map(({ quote }) => quote)).toEqual([change.factId]);
          expect(evidence.map(({ start, end }) => after.slice(start, end))).toEqual([change.factId]);
        }
      }),
    );
  });

  it('a deleted sentence takes exactly its facts with it', () => {
    fc.assert(
      fc.property(articles, fc.nat(), ({ paragraphs, facts }, pick) => {
        const before = write(paragraphs);
        const sentences = paragraphs.flat();
        const deleted = sentences[pick % sentences.length] ?? '';
        const after = before.replace(deleted, '');
        for (const [id, { state }] of statesOf(before, facts(before), after)) {
          expect(state === 'gone').toBe(deleted.startsWith(id));
          expect(state).not.toBe('changed');
        }
      }),
    );
  });

  it('one changed digit changes exactly its facts, and names the new words', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ paragraphs, facts }, pick, add) => {
        const before = write(paragraphs);
        const digits = [...before.matchAll(/\d/g)].map(({ index }) => index);
        const at = digits[pick % digits.length] ?? 0;
        const after = before.slice(0, at) + String((Number(before[at]) + add) % 10) + before.slice(at + 1);
        for (const fact of facts(before)) {
          const change = statesOf(before, [fact], after).get(fact.id);
          const { start = 0, end = 0 } = fact.evidence[0] ?? {};
          const hit = start <= at && at < end;
          const now = change?.state === 'changed' ? change.quotes.map((each) => each.after?.quote) : [];
          expect(change?.state).toBe(hit ? 'changed' : 'untouched');
          expect(now).toEqual(hit ? [after.slice(start, end)] : []);
        }
      }),
    );
  });

  it('never gives a quote that does not stand in the new article, whatever became of it', () => {
    const words = fc.array(
      fc.constantFrom('甲', '乙', '12', '3', '。', '，', '\n', '“', ' ', '近', '未', '万'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, words, fc.nat(), fc.integer({ min: 1, max: 12 }), (left, right, from, length) => {
        const [before, after] = [left.join(''), right.join('')];
        fc.pre(before.length > 0);
        const start = from % before.length;
        const text = before.slice(start, start + length);
        const fact = {
          ...factOf(before, '甲', text, text),
          evidence: [{ quote: text, start, end: start + text.length }],
        };
        const [change] = compareVersions({ article: before, facts: [fact] }, { article: after });
        const now =
          change?.state === 'changed'
            ? change.quotes.flatMap((each) => (each.after ? [each.after] : []))
            : change && 'evidence' in change
              ? change.evidence
              : [];
        for (const { quote, start: begin, end } of now) expect(after.slice(begin, end)).toBe(quote);
      }),
      { numRuns: 500 },
    );
  });
});

describe('long articles', () => {
  const sentenceAt = (index: number, shift = 0) =>
    `第${index}期报告显示，${'甲乙丙丁戊己庚辛'[index % 8]}厂去年完成订单${1000 + ((index * 7919 + shift) % 9000)}件，客户评价良好。`;
  const write = (count: number, shift = 0) =>
    Array.from(
      { length: count },
      (_, index) => sentenceAt(index, shift) + (index % 5 === 4 ? '\n' : ''),
    ).join('');
  const factsOf = (article: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      factOf(article, '厂', String(index), sentenceAt(index).slice(0, -1)),
    );

  it('compares 200,000 characters in which every sentence changed within seconds', () => {
    const before = write(6500);
    expect(before.length).toBeGreaterThan(200_000);
    const facts = factsOf(before, 1500);
    const started = performance.now();
    const changes = compareVersions({ article: before, facts }, { article: write(6500, 1) });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(new Set(changes.map(({ state }) => state))).toEqual(new Set(['changed']));
  });

  it.each(['甲', '。', '\n', ' ', '1', '“', '甲。'])('compares 200,000 times %j without choking', (unit) => {
    const before = unit.repeat(200_000 / unit.length);
    const fact = factOf(before, '甲', unit, unit);
    const started = performance.now();
    compareVersions(
      { article: before, facts: [fact] },
      { article: `${before.slice(0, 99_999)}乙${before.slice(99_999)}` },
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
