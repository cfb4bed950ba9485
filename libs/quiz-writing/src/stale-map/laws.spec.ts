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

  it('compares 200,000 characters in which every sentence changed', () => {
    const before = write(6500);
    expect(before.length).toBeGreaterThan(200_000);
    const facts = factsOf(before, 1500);
    const changes = compareVersions({ article: before, facts }, { article: write(6500, 1) });
    expect(new Set(changes.map(({ state }) => state))).toEqual(new Set(['changed']));
  });

  it.each(['甲', '。', '\n', ' ', '1', '“', '甲。'])('compares 200,000 times %j without choking', (unit) => {
    const before = unit.repeat(200_000 / unit.length);
    const fact = factOf(before, '甲', unit, unit);
    const after = `${before.slice(0, 99_999)}乙${before.slice(99_999)}`;
    expect(compareVersions({ article: before, facts: [fact] }, { article: after })).toHaveLength(1);
  });
});
