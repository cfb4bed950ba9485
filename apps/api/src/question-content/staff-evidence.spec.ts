import { readArticleText } from '#article-files';
import { cleanArticle } from '#quiz-writing';
import { describe, expect, it } from 'vitest';
import { type EvidenceTexts, placedEvidence } from './staff-evidence.js';

const quote = '学院有120名学员。';

function textsOf(given: string, format: 'text' | 'html' | 'markdown'): EvidenceTexts & { source: string } {
  const { text, origins, source } = readArticleText(given, format);
  const { article, origins: cleanOrigins } = cleanArticle(text);
  return { cleanText: article, cleanOrigins, text, origins, source };
}

/** What stands in the source where the quote is said to come from. */
function stood(texts: EvidenceTexts): string[] {
  const start = texts.cleanText?.indexOf(quote) ?? -1;
  const [shown] = placedEvidence([{ quote, start, end: start + quote.length }], texts);
  const source = texts.source ?? texts.text;
  return (shown?.source ?? []).map((place) => source.slice(place.start, place.end));
}

describe('placedEvidence', () => {
  it('tells where a quote stands in the cleaned text and in its paragraph', () => {
    const texts = textsOf(`标题\n\n${quote}`, 'text');
    expect(placedEvidence([{ quote, start: 4, end: 14 }], texts)).toMatchObject([
      { quote, paragraph: quote, quoteStart: 0, start: 4, end: 14, source: [{ start: 4, end: 14 }] },
    ]);
  });

  it.each([
    ['the same words', 'text', `引言。\n${quote}`, [quote]],
    ['full-width digits', 'text', '学院有１２０名学员。', ['学院有１２０名学员。']],
    ['blanks between characters', 'text', '学 院有120名学 员。', ['学 院有120名学 员。']],
    ['another mark', 'markdown', '# 标题\n\n学院有**120**名学员。', ['学院有**120**名学员。']],
    [
      'tags and entities',
      'html',
      '<p>学院有<b>120</b>名学员&#12290;</p>',
      ['学院有<b>120</b>名学员&#12290;'],
    ],
    ['a jump line', 'text', '学院有（下转第二版）120名学员。', ['学院有', '120名学员。']],
  ] as const)('finds in the source what was %s', (_what, format, given, expected) => {
    expect(stood(textsOf(given, format))).toEqual(expected);
  });

  it('finds each of two equal sentences where it stands', () => {
    const texts = textsOf(`甲段。${quote}\n乙段。${quote}`, 'text');
    const evidence = [3, 18].map((start) => ({ quote, start, end: start + quote.length }));
    const places = placedEvidence(evidence, texts).map(({ source }) => source);
    expect(places).toEqual([[{ start: 3, end: 13 }], [{ start: 17, end: 27 }]]);
  });

  it.each([
    ['once', `引言。${quote}`, [{ start: 3, end: 13 }]],
    ['in other words', '学院有120\n名学员。', []],
    ['twice', `${quote}${quote}`, []],
  ])(
    'searches a text that was cleaned before the way back was kept: it stands there %s',
    (_what, text, source) => {
      const texts = { cleanText: `标题\n\n${quote}`, cleanOrigins: null, text, origins: null, source: null };
      expect(placedEvidence([{ quote, start: 4, end: 14 }], texts)[0]?.source).toEqual(source);
    },
  );

  it('knows no place without an article', () => {
    const [shown] = placedEvidence([{ quote, start: 0, end: 10 }], null);
    expect(shown).toMatchObject({ quote, paragraph: quote, source: [] });
  });
});
