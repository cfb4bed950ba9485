import { readArticleText } from '#article-files';
import { describe, expect, it } from 'vitest';
import { placedEvidence } from './staff-evidence.js';

const quote = '学院有120名学员。';

const place = (text: string, origins: ReturnType<typeof readArticleText>['origins'] | null = null) => {
  const cleanText = `标题\n\n${quote}`;
  const evidence = [{ quote, start: 4, end: 4 + quote.length }];
  return placedEvidence(evidence, { cleanText, text, origins })[0];
};

describe('placedEvidence', () => {
  it('tells where a quote stands in the cleaned text and in its paragraph', () => {
    expect(place(quote)).toMatchObject({ quote, paragraph: quote, quoteStart: 0, start: 4, end: 14 });
  });

  it.each([
    ['stands where it was read', `引言。${quote}`, { start: 3, end: 13 }],
    ['was repaired by cleaning', '学院有120\n名学员。', null],
    ['stands there twice', `${quote}${quote}`, null],
  ])('gives the place in the source when it %s', (_what, text, source) => {
    expect(place(text)?.source).toEqual(source);
  });

  it('follows a marked-up source back to its marks', () => {
    const source = '<p>引言。</p>\n<p>学院有<b>120</b>名学员&#12290;</p>';
    const { text, origins } = readArticleText(source, 'html');
    const found = place(text, origins)?.source;
    expect(source.slice(found?.start, found?.end)).toBe('学院有<b>120</b>名学员&#12290;');
  });

  it('knows no place without an article', () => {
    const [shown] = placedEvidence([{ quote, start: 0, end: 10 }], null);
    expect(shown).toMatchObject({ quote, paragraph: quote, source: null });
  });
});
