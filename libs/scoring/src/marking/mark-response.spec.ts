import type { Option, Question, Response } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKING_RULES, markResponse } from '../index.js';

const about = { explanation: '见原文。', evidence: [] };
const options = (ids: string): Option[] => [...ids].map((id) => ({ id, text: `选项${id}` }));

const single: Question = {
  ...about,
  type: 'single',
  stem: '学院在哪里？',
  options: options('abcd'),
  key: 'b',
};
const multi: Question = {
  ...about,
  type: 'multi',
  stem: '哪些？',
  options: options('abcde'),
  key: ['a', 'c', 'd'],
};
const tf: Question = { ...about, type: 'tf', stem: '学院在青岛。', key: true };
const order: Question = {
  ...about,
  type: 'order',
  stem: '排序。',
  options: options('dbac'),
  key: [...'abcd'],
};
const match: Question = {
  ...about,
  type: 'match',
  stem: '配对。',
  lefts: options('abc'),
  rights: options('xyz'),
  key: [
    { left: 'a', right: 'x' },
    { left: 'b', right: 'y' },
    { left: 'c', right: 'z' },
  ],
};
const fill = (stem: string, ...key: string[][]): Question => ({ ...about, type: 'fill', stem, key });
const quantity = fill('项目近____个，总投资____。', ['1300', '一千三百'], ['近500亿元']);
const trainees = fill('学院培训了近____名学员。', ['1300']);

const picks = (ids: string): Response => ({ type: 'multi', choices: [...ids] });
const sequence = (ids: string): Response => ({ type: 'order', order: [...ids] });
const texts = (...given: string[]): Response => ({ type: 'fill', texts: given });
const pairs = (given: string): Response => ({
  type: 'match',
  pairs: given.split(' ').flatMap((pair) => (pair[0] && pair[1] ? [{ left: pair[0], right: pair[1] }] : [])),
});

describe('marking a response', () => {
  it.each<[string, Question, Response | null, number, string]>([
    ['nothing given', single, null, 0, 'none-given'],
    ['another type', single, { type: 'tf', value: true }, 0, 'type-mismatch'],
    ['the right option', single, { type: 'single', choice: 'b' }, 1, 'exact'],
    ['a wrong option', single, { type: 'single', choice: 'a' }, 0, 'wrong'],
    ['a true statement called true', tf, { type: 'tf', value: true }, 1, 'exact'],
    ['a true statement called false', tf, { type: 'tf', value: false }, 0, 'wrong'],
    ['all right options', multi, picks('dca'), 1, 'all-correct'],
    ['two of three right options', multi, picks('ac'), 0, 'incomplete'],
    ['one of three right options', multi, picks('d'), 0, 'incomplete'],
    ['all right options and a wrong one', multi, picks('abcd'), 0, 'wrong-pick'],
    ['one right and one wrong option', multi, picks('ab'), 0, 'wrong-pick'],
    ['every option', multi, picks('abcde'), 0, 'wrong-pick'],
    ['no option', multi, picks(''), 0, 'none-given'],
    ['the right order', order, sequence('abcd'), 1, 'exact'],
    ['the last two swapped', order, sequence('abdc'), 1 / 3, 'some-neighbours'],
    ['the first moved to the end', order, sequence('bcda'), 2 / 3, 'some-neighbours'],
    ['the order reversed', order, sequence('dcba'), 0, 'wrong'],
    ['the first half only', order, sequence('ab'), 1 / 3, 'some-neighbours'],
    ['no order', order, sequence(''), 0, 'none-given'],
    ['all pairs', match, pairs('cz ax by'), 1, 'exact'],
    ['one pair of three', match, pairs('ax bz cy'), 1 / 3, 'some-pairs'],
    ['two pairs, one left open', match, pairs('ax by'), 2 / 3, 'some-pairs'],
    ['no pair right', match, pairs('ay bz cx'), 0, 'wrong'],
    ['no pair', match, pairs(''), 0, 'none-given'],
    ['both blanks as written', quantity, texts('1300', '近500亿元'), 1, 'exact'],
    ['both blanks, one by its value', quantity, texts('1300', '近五百亿元'), 1, 'numeral-folded'],
    ['the second accepted form', quantity, texts('一千三百', '近500亿元'), 1, 'exact'],
    ['the first blank only', quantity, texts('1300', ''), 0.5, 'some-blanks'],
    ['the blanks swapped', quantity, texts('近500亿元', '1300'), 0, 'wrong'],
    ['a hedge left out', quantity, texts('1300', '500亿元'), 0.5, 'some-blanks'],
    ['only a hedge left out', quantity, texts('', '500亿元'), 0, 'hedge-differs'],
    ['blanks left empty', quantity, texts(' ', ''), 0, 'none-given'],
    ['fewer texts than blanks', quantity, texts('1300'), 0.5, 'some-blanks'],
    ['the counter of the stem repeated', trainees, texts('1300名'), 1, 'counter-folded'],
    ['the hedge of the stem repeated', trainees, texts('近1300'), 1, 'stem-repeated'],
    ['words on both sides repeated', trainees, texts('近一千三百名学员'), 1, 'stem-repeated'],
    ['a hedge the stem does not have', trainees, texts('约1300'), 0, 'hedge-differs'],
    ['another number', trainees, texts('近130名学员'), 0, 'wrong'],
    ['the scale of the stem repeated', fill('投资____万元。', ['300']), texts('300万元'), 1, 'stem-repeated'],
    ['the scale left where it counts', fill('投资____元。', ['300万']), texts('300元'), 0, 'wrong'],
    ['digits of the stem are not taken off', fill('1____', ['0']), texts('10'), 0, 'wrong'],
  ])('%s', (_, question, response, fraction, rule) => {
    expect(markResponse(question, response)).toEqual({ fraction, rule });
  });
});

describe('the laws of marking', () => {
  const questions = [single, multi, tf, order, match, quantity, trainees];
  const ids = (from: string) => fc.shuffledSubarray([...from]);
  const anyResponse: fc.Arbitrary<Response> = fc.oneof(
    fc.record({ type: fc.constant('single' as const), choice: fc.constantFrom('a', 'b', '?') }),
    fc.record({ type: fc.constant('multi' as const), choices: ids('abcde?') }),
    fc.record({ type: fc.constant('tf' as const), value: fc.boolean() }),
    fc.record({ type: fc.constant('order' as const), order: ids('abcd?') }),
    fc.record({
      type: fc.constant('fill' as const),
      texts: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('match' as const),
      pairs: fc.array(
        fc.record({ left: fc.constantFrom('a', 'b', '?'), right: fc.constantFrom('x', 'y', '?') }),
      ),
    }),
  );

  it('keeps every fraction between 0 and 1 and names a known rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.option(anyResponse), (question, response) => {
        const { fraction, rule } = markResponse(question, response);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(Object.keys(MARKING_RULES)).toContain(rule);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives everything for the key itself', () => {
    for (const question of questions) expect(markResponse(question, keyOf(question)).fraction).toBe(1);
  });
});

function keyOf(question: Question): Response {
  switch (question.type) {
    case 'single':
      return { type: 'single', choice: question.key };
    case 'multi':
      return { type: 'multi', choices: question.key };
    case 'tf':
      return { type: 'tf', value: question.key };
    case 'order':
      return { type: 'order', order: question.key };
    case 'match':
      return { type: 'match', pairs: question.key };
    case 'fill':
      return { type: 'fill', texts: question.key.map((forms) => forms[0] ?? '') };
    case 'short':
      return { type: 'short', text: question.key.model };
  }
}
