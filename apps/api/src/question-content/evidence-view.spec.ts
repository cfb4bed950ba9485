import { describe, expect, it } from 'vitest';
import { evidenceInContext } from './evidence-view.js';

const article = '第一段。\n第二段有依据在此。后文。\n第三段。';

function show(quote: string) {
  const start = article.indexOf(quote);
  const [shown] = evidenceInContext([{ quote, start, end: start + quote.length }], article);
  return shown;
}

describe('evidenceInContext', () => {
  it.each([
    ['in the first paragraph', '第一段。', '第一段。'],
    ['in the middle', '依据在此', '第二段有依据在此。后文。'],
    ['at the end', '第三段。', '第三段。'],
    ['across two', '后文。\n第三段', '第二段有依据在此。后文。\n第三段。'],
  ])('shows a quote %s inside its paragraph', (_where, quote, paragraph) => {
    const shown = show(quote);
    expect(shown?.paragraph).toBe(paragraph);
    expect(shown?.paragraph.slice(shown.quoteStart, shown.quoteEnd)).toBe(quote);
  });

  it('lets a quote stand alone when there is no article, or not this one', () => {
    const alone = { quote: '依据', paragraph: '依据', quoteStart: 0, quoteEnd: 2 };
    expect(evidenceInContext([{ quote: '依据', start: 1, end: 3 }], null)).toEqual([alone]);
    expect(evidenceInContext([{ quote: '依据', start: 1, end: 3 }], article)).toEqual([alone]);
  });
});
