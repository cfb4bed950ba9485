import type { MultiQuestion, SingleQuestion, TfQuestion } from '#question';
import type { Marked } from './marked.js';

/** Marks a response that is right or wrong as a whole. */
export function markOne(question: SingleQuestion | TfQuestion, given: string | boolean): Marked {
  return given === question.key ? { fraction: 1, rule: 'exact' } : { fraction: 0, rule: 'wrong' };
}

/**
 * Marks a multiple choice by 少选得半分, the usual rule of Chinese examinations: all right options and no other 1,
 * right but not all ½, any wrong option 0. This is the one place of that policy.
 */
export function markMulti(question: MultiQuestion, choices: readonly string[]): Marked {
  if (choices.length === 0) return { fraction: 0, rule: 'none-given' };
  if (choices.some((choice) => !question.key.includes(choice))) return { fraction: 0, rule: 'wrong-pick' };
  return question.key.every((id) => choices.includes(id))
    ? { fraction: 1, rule: 'all-correct' }
    : { fraction: 0.5, rule: 'incomplete' };
}
