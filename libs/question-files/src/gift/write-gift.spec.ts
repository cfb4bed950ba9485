import type { Question } from '#question';
import fc from 'fast-check';
import { parse, type GIFTQuestion } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import {
  blanks,
  falsehood,
  fill,
  match,
  multi,
  order,
  questions,
  single,
  truth,
} from '../../testing/questions.js';
import { writeGift } from './write-gift.js';

function readBack(...written: Question[]): GIFTQuestion[] {
  return parse(
    writeGift({
      article: '',
      questions: written.map((question, index) => ({ id: `Q${index + 1}`, question })),
    }),
  );
}

function choicesOf(
  question: GIFTQuestion | undefined,
): { text: string; right: boolean; weight: number | null }[] {
  if (question?.type !== 'MC' && question?.type !== 'Short') return [];
  return question.choices.map(({ text, isCorrect, weight }) => ({
    text: text.text,
    right: isCorrect,
    weight,
  }));
}

function pairsOf(question: GIFTQuestion | undefined): [string, string][] {
  if (question?.type !== 'Matching') return [];
  return question.matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer]);
}

/** What GIFT cannot carry: an arrow, blanks at the edges, runs of blanks. */
function plain(text: string): string {
  return text.replaceAll('->', '→').replace(/ {2,}/g, ' ').trim();
}

describe('writeGift, read back by an independent parser', () => {
  it('keeps every question, by its number', () => {
    const back = parse(writeGift({ article: '', questions }));
    expect(back.map(({ type }) => type)).toEqual([
      'MC',
      'MC',
      'TF',
      'TF',
      'Short',
      'Short',
      'Matching',
      'Matching',
    ]);
    expect(back.map(({ title }) => title?.split(' ')[0])).toEqual(questions.map(({ id }) => id));
  });

  it('keeps the options and the key of a single choice, whatever signs stand in them', () => {
    const [back] = readBack(single);
    expect(back).toMatchObject({ stem: { format: 'plain', text: single.stem } });
    const options = single.type === 'single' ? single.options : [];
    expect(choicesOf(back)).toEqual(
      options.map(({ id, text }) => ({ text: plain(text), right: id === 'c', weight: null })),
    );
  });

  it('gives the right options of a multiple choice their shares, and takes all for a wrong one', () => {
    expect(choicesOf(readBack(multi)[0]).map(({ text, weight }) => [text, weight])).toEqual([
      ['东码头', 33.33333],
      ['@西码头', 33.33333],
      ['-南码头', -100],
      ['+北码头', 33.33333],
    ]);
  });

  it('keeps true and false, and says what would be true', () => {
    const [yes, no] = readBack(truth, falsehood);
    expect(yes).toMatchObject({ type: 'TF', isTrue: true, stem: { text: truth.stem } });
    expect(no).toMatchObject({ type: 'TF', isTrue: false });
    expect(JSON.stringify(no)).toContain('改正：滨海港建于1990年。');
  });

  it('carries explanation and evidence as general feedback, one line each', () => {
    expect(readBack(single)[0]).toMatchObject({
      globalFeedback: {
        text: `解析：${plain(single.explanation)}\n依据：滨海港建于1990年。\n依据：东、西、南 三座码头`,
      },
    });
  });

  it('takes every accepted form of one blank, a star as a star', () => {
    const [back] = readBack(fill);
    expect(back).toMatchObject({ type: 'Short', stem: { text: '滨海港建于_____。' } });
    expect(choicesOf(back).map(({ text }) => text)).toEqual(['1990年', '一九九〇年', '5\\*5={25}']);
  });

  it('asks for several blanks in one short answer and takes every combination', () => {
    const texts = choicesOf(readBack(blanks)[0]).map(({ text }) => text);
    expect(texts).toHaveLength(12);
    expect(texts.slice(0, 2)).toEqual(['滨海港；1990年', '滨海|港；1990年']);
    expect(texts).toContain('滨海港;一九九〇年');
  });

  it('keeps a file readable when many blanks have many forms', () => {
    const key = Array.from({ length: 6 }, (_, blank) =>
      Array.from({ length: 6 }, (_, form) => `${blank}${form}`),
    );
    const stem = '____、____、____、____、____和____。';
    const texts = choicesOf(readBack({ ...fill, type: 'fill', stem, key })[0]).map(({ text }) => text);
    expect(texts.length).toBeLessThanOrEqual(40);
    expect(texts[0]).toBe('00；10；20；30；40；50');
  });

  it('turns an ordering into a matching of places', () => {
    expect(pairsOf(readBack(order)[0])).toEqual([
      ['第1位', '立项'],
      ['第2位', '开工 → 一期'],
      ['第3位', '通航'],
    ]);
  });

  it('keeps the pairs of a matching, and the right side that nobody takes', () => {
    expect(pairsOf(readBack(match)[0])).toEqual([
      ['东 → 港', '日出'],
      ['西=港', '日落'],
      ['', '正午'],
    ]);
  });

  it('means the same for any text', () => {
    const sign = fc.constantFrom(
      ..."\\~=#{}:%[]*-> \n/$|中a1'",
      '####',
      '->',
      '::',
      '//',
      '\\n',
      '%50%',
      '[html]',
    );
    const text = fc
      .array(sign, { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join(''))
      .filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(
        text,
        fc.uniqueArray(text, { minLength: 2, maxLength: 5, selector: plain }),
        (stem, texts) => {
          const options = texts.map((each, index) => ({ id: `o${index}`, text: each }));
          const question: Question = {
            ...single,
            type: 'single',
            stem,
            explanation: stem,
            options,
            key: 'o1',
          };
          const [back, ...more] = readBack(question, truth);
          expect(choicesOf(back)).toEqual(
            texts.map((each, index) => ({ text: plain(each), right: index === 1, weight: null })),
          );
          expect(back).toMatchObject({ stem: { text: stem.replace(/ {2,}/g, ' ').trim() } });
          expect(more).toHaveLength(1);
        },
      ),
    );
  });
});
