import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, markingPolicy, MARKING_RULES, ruleText } from '../index.js';

describe('the rules that people read', () => {
  it('say every rule in Chinese, each in its own words', () => {
    const texts = Object.keys(MARKING_RULES).map(ruleText);
    expect(texts.every((text) => /^\p{sc=Han}/u.test(text))).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(['a-rule-of-tomorrow', 'toString', '__proto__', ''])('give back the unknown code %j', (code) => {
    expect(ruleText(code)).toBe(code);
  });
});

describe('the policy of a slot', () => {
  it('stands over that of its quiz, type by type', () => {
    const strict = {
      multi: 'penalty',
      order: 'all-correct',
      match: 'all-correct',
      fill: 'all-correct',
    } as const;
    const kind = { multi: 'share', order: 'neighbours', match: 'pairs', fill: 'blanks' } as const;
    expect(markingPolicy(strict, kind)).toEqual(kind);
    expect(markingPolicy(kind, strict)).toEqual(strict);
  });

  it.each([
    ['nobody says anything', null, null, DEFAULT_POLICY],
    ['the quiz does', { multi: 'half' }, null, { ...DEFAULT_POLICY, multi: 'half' }],
    ['the slot differs', { multi: 'half' }, { multi: 'share' }, { ...DEFAULT_POLICY, multi: 'share' }],
    [
      'they say different things',
      { order: 'all-correct' },
      { fill: 'all-correct' },
      { ...DEFAULT_POLICY, order: 'all-correct', fill: 'all-correct' },
    ],
  ] as const)('when %s', (_, quiz, slot, policy) => {
    expect(markingPolicy(quiz, slot)).toEqual(policy);
  });
});
