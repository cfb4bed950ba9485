import { checkQuestion, type Question } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileFiling } from '../testing/hostile-questions.js';
import { keepIds } from './keep-ids.js';
import { sameQuestionKey } from './same-question.js';

const base = { explanation: '', evidence: [] };
const options = (...given: [string, string][]) => given.map(([id, text]) => ({ id, text }));
const old: Question = {
  ...base,
  type: 'single',
  stem: '哪一年？',
  options: options(['x', '2018年'], ['y', '2019年'], ['z', '2020年']),
  key: 'z',
};

describe('keepIds', () => {
  it.each([
    ['in another order', ['2020年', '2018年', '2019年'], ['z', 'x', 'y'], 'z'],
    ['one reworded', ['2018年', '二〇一九年', '2020年'], ['x', 'y', 'z'], 'x'],
    ['one more', ['2018年', '2019年', '2020年', '2021年'], ['x', 'y', 'z', 'o1'], 'x'],
    ['one less', ['2019年', '2020年'], ['y', 'z'], 'y'],
    ['all others', ['甲', '乙'], ['o1', 'o2'], 'o1'],
  ])('gives options their old ids: %s', (_what, texts, ids, key) => {
    const read = {
      ...old,
      options: texts.map((text, index) => ({ id: 'abcd'.charAt(index), text })),
      key: 'a',
    };
    const kept = keepIds(old, read);
    expect(kept).toMatchObject({ key, options: texts.map((text, index) => ({ id: ids[index], text })) });
  });

  it('gives a question its own ids back', () => {
    const read = {
      ...old,
      options: options(['a', '2018年'], ['b', '2019年'], ['c', '2020年']),
      key: 'c',
    };
    expect(keepIds(old, read)).toEqual(old);
  });

  it('never changes what is asked and what is right, whatever it replaces', () => {
    fc.assert(
      fc.property(hostileFiling, hostileFiling, (before, read) => {
        const kept = keepIds(before.question, read.question);
        expect(sameQuestionKey(kept)).toBe(sameQuestionKey(read.question));
        expect(checkQuestion(kept).map(({ code }) => code)).toEqual(
          checkQuestion(read.question).map(({ code }) => code),
        );
      }),
    );
  });
});
