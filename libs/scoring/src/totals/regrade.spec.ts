import type { Question, Response } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  changeText,
  regrade,
  scoreAttempt,
  type AnsweredSlot,
  type PassMark,
  type RegradedAttempt,
} from '../index.js';

const about = { explanation: '', evidence: [] };
const options = [...'abcd'].map((id) => ({ id, text: id }));
const single = (key: string): Question => ({ ...about, type: 'single', stem: '？', options, key });
const sixty: PassMark = { kind: 'share', share: 0.6 };

/** An attempt of slots worth 20 points each; a key and a choice a slot. */
const attempt = (
  id: string,
  keys: string,
  choices: string,
  more: Partial<AnsweredSlot> = {},
): RegradedAttempt => ({
  attemptId: id,
  score: scoreAttempt(
    [...keys].map((key, index) => ({
      slot: index + 1,
      points: 20,
      question: single(key),
      response: choices[index] ? ({ type: 'single', choice: choices[index] } satisfies Response) : null,
      ...(index === 2 && more),
    })),
  ),
});
const all = (keys: string, choices: Record<string, string>, more: Partial<AnsweredSlot> = {}) =>
  Object.entries(choices).map(([id, given]) => attempt(id, keys, given, more));

const choices = { anna: 'abcda', bo: 'abbda', cai: 'aabaa', dan: '' };

describe('a regrade', () => {
  it('changes nothing with the same key', () => {
    const before = all('abcda', choices);
    const { changes, counts, unmatched } = regrade(before, all('abcda', choices), sixty);
    expect(changes).toEqual([]);
    expect(unmatched).toEqual([]);
    expect(counts).toEqual({ attempts: 4, changed: 0, up: 0, down: 0, nowPassed: 0, nowFailed: 0 });
  });

  it('tells who goes up, who goes down and whose pass is another', () => {
    const { changes, counts } = regrade(all('abcda', choices), all('abbda', choices), sixty);
    expect(counts).toEqual({ attempts: 4, changed: 3, up: 2, down: 1, nowPassed: 1, nowFailed: 0 });
    expect(changes.map(({ attemptId, direction, slots }) => [attemptId, direction, slots])).toEqual([
      ['anna', 'down', [{ slot: 3, before: 20, after: 0 }]],
      ['bo', 'up', [{ slot: 3, before: 0, after: 20 }]],
      ['cai', 'up', [{ slot: 3, before: 0, after: 20 }]],
    ]);
    expect(changes.map((change) => changeText(change, '答案更正'))).toEqual([
      '100 → 80，因为第 3 题答案更正',
      '80 → 100，因为第 3 题答案更正',
      '40 → 60，因为第 3 题答案更正，由不及格变为及格',
    ]);
  });

  it('tells of a void question what could be reached before and after', () => {
    const { changes, counts } = regrade(
      all('abcda', choices),
      all('abcda', choices, { ruling: 'void' }),
      sixty,
    );
    expect(changes.map((change) => changeText(change, '作废'))).toEqual([
      '100/100 → 80/80，因为第 3 题作废',
      '80/100 → 80/80，因为第 3 题作废',
      '40/100 → 40/80，因为第 3 题作废',
      '0/100 → 0/80，因为第 3 题作废',
    ]);
    expect(counts).toMatchObject({ changed: 4, up: 2, down: 0, nowPassed: 0 });
    expect(changes[0]?.direction).toBe('same');
  });

  it('gives everybody the question with full marks for all', () => {
    const { counts } = regrade(all('abcda', choices), all('abcda', choices, { ruling: 'full-marks' }), sixty);
    expect(counts).toEqual({ attempts: 4, changed: 3, up: 3, down: 0, nowPassed: 1, nowFailed: 0 });
  });

  it('counts a fail that was a pass', () => {
    const { changes, counts } = regrade(
      [attempt('eve', 'abcda', 'abc')],
      [attempt('eve', 'abada', 'abc')],
      sixty,
    );
    expect(counts).toMatchObject({ down: 1, nowFailed: 1 });
    expect(changes[0] && changeText(changes[0], '答案更正')).toBe(
      '60 → 40，因为第 3 题答案更正，由及格变为不及格',
    );
  });

  it('names attempts that stand on one side only', () => {
    const { unmatched, counts } = regrade(
      [attempt('anna', 'ab', 'ab'), attempt('bo', 'ab', 'ab')],
      [attempt('bo', 'ab', 'ab'), attempt('cai', 'ab', 'ab')],
    );
    expect(unmatched).toEqual(['anna', 'cai']);
    expect(counts.attempts).toBe(1);
  });

  it('says nothing of passing without a pass mark', () => {
    const { changes } = regrade([attempt('anna', 'ab', 'ab')], [attempt('anna', 'aa', 'ab')]);
    expect(changes[0]).toMatchObject({ before: { passed: null }, after: { passed: null } });
  });

  const keys = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 5, maxLength: 5 });
  const given = fc.array(fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 5 }), { maxLength: 8 });
  const attempts = (key: string, some: string[]) => some.map((one, index) => attempt(`a${index}`, key, one));

  it('the other way round is its undo', () => {
    fc.assert(
      fc.property(keys, keys, given, (one, other, some) => {
        const there = regrade(attempts(one, some), attempts(other, some), sixty);
        const back = regrade(attempts(other, some), attempts(one, some), sixty);
        expect(back.counts).toEqual({
          ...there.counts,
          up: there.counts.down,
          down: there.counts.up,
          nowPassed: there.counts.nowFailed,
          nowFailed: there.counts.nowPassed,
        });
        expect(back.changes.map(({ after }) => after)).toEqual(there.changes.map(({ before }) => before));
      }),
    );
  });

  it('done in two batches counts the same', () => {
    fc.assert(
      fc.property(keys, keys, given, fc.nat(8), (one, other, some, cut) => {
        const [before, after] = [attempts(one, some), attempts(other, some)];
        const first = regrade(before.slice(0, cut), after.slice(0, cut), sixty);
        const second = regrade(before.slice(cut), after.slice(cut), sixty);
        expect(addCounts(first.counts, second.counts)).toEqual(regrade(before, after, sixty).counts);
      }),
    );
  });

  it('with the same key changes nothing, whatever was answered', () => {
    fc.assert(
      fc.property(keys, given, (key, some) => {
        expect(regrade(attempts(key, some), attempts(key, some), sixty).changes).toEqual([]);
      }),
    );
  });
});
