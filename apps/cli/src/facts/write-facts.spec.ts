import { describe, expect, it } from 'vitest';
import type { Fact } from '#question';
import { writeFactsJson, writeFactsText, type FactSheet } from './write-facts.js';

const article = '滨海港的四十年\n\n滨海大学去年培养了近五十八名学员。\n\n工序为立项、\n开工等。';
const at = (quote: string) => {
  const start = article.indexOf(quote);
  return { quote, start, end: start + quote.length };
};
const trained: Fact = {
  id: 'F2',
  kind: 'quantity',
  subject: '滨海大学',
  statement: '滨海大学去年培养了近五十八名学员。',
  answer: '近五十八名',
  acceptedForms: ['近58名'],
  evidence: [at('滨海大学去年培养了近五十八名学员。'), at('滨海港的四十年')],
  time: '去年',
  speaker: '周明远',
  hedge: 'below',
  importance: 3,
};
const steps: Fact = {
  id: 'F1',
  kind: 'enumeration',
  subject: '工序',
  statement: '工序为立项、\n开工。',
  answer: '立项、\n开工',
  acceptedForms: [],
  items: ['立项', '开工'],
  ordered: true,
  open: true,
  evidence: [at('工序为立项、\n开工等。')],
  importance: 1,
};
const also: Fact = { ...trained, id: 'F3', kind: 'date', answer: '去年', importance: 2 };
const sheet: FactSheet = {
  article,
  source: article,
  origins: { runs: [{ at: 0, length: article.length, start: 0, end: article.length }] },
  facts: [steps, trained, also],
  notes: [
    {
      stage: 'facts',
      code: 'pronoun',
      detail: '“30座”没有用来出题：句中的代词找不到所指。',
      quote: '它\n新建30座。',
    },
    { stage: 'choose', code: 'opinion', detail: '“急”出自议论，不作为事实出题。' },
  ],
  repairs: [],
};

describe('writeFactsText', () => {
  const text = writeFactsText(sheet);

  it('puts facts under their sentence with its place, in reading order', () => {
    expect(text.match(/^第 .+$|^ {2}F\d/gm)).toEqual([
      '第 2 段　“滨海大学去年培养了近五十八名学员。” [9–26]',
      '  F2',
      '  F3',
      '第 3 段　“工序为立项、 开工等。” [28–39]',
      '  F1',
    ]);
  });

  it.each([
    ['weight, kind and statement', '  F2 ★★★【数量】滨海大学去年培养了近五十八名学员。\n'],
    ['the answer with its other forms', '     答案：近五十八名（也可写作：近58名）\n'],
    [
      'whom and when it is about, and how sure',
      '     主体：滨海大学　时间：去年　说话人：周明远　语气：接近而不到\n',
    ],
    ['what else proves it', '     另据：“滨海港的四十年” [0–7]\n'],
    ['the order and the end of a list', '     答案：立项、 开工（有先后；原文以“等”结尾，可能不止这些）\n'],
    ['its items where they are not the answer', '     各项：立项、开工\n'],
  ])('says %s', (_, line) => {
    expect(text).toContain(line);
  });

  it('ends with what was not used, why, and where it stood', () => {
    expect(text).toMatch(
      /\n没有用的（2 处）\n- “30座”没有用来出题：句中的代词找不到所指。\n {2}原文：它 新建30座。\n- “急”出自议论，不作为事实出题。\n$/,
    );
  });
});

describe('writeFactsJson', () => {
  it('carries every field of the facts, the text their offsets count in, and the notes', () => {
    expect(JSON.parse(writeFactsJson(sheet))).toEqual(JSON.parse(JSON.stringify(sheet)));
  });
});
