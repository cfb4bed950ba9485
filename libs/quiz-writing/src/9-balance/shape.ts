import type { Candidate } from '../candidate.js';

/** The most that true, or false, statements may be of all. */
const LARGEST_SIDE = 0.65;
/** The most choices whose right option is the longest: beyond it one could live off picking the longest. */
const LARGEST_LONGEST = 0.4;
/** Of fewer statements no share is asked. */
const FEWEST_STATEMENTS = 4;

/** Whether one more statement like it would let a guesser live off 正确 or 错误. */
export function tipsTruth(alike: number, statements: number): boolean {
  return alike + 1 > LARGEST_SIDE * (statements + 1) + 0.5;
}

/** The same for one more choice whose right option is the longest. */
export function tipsLength(alike: number, choices: number): boolean {
  return alike + 1 > LARGEST_LONGEST * (choices + 1) + 0.5;
}

/** Whether the right option of a choice is longer than every other. */
export function hasLongestKey({ type, correct, wrong }: Candidate): boolean {
  const [key = ''] = correct;
  return type === 'single' && wrong.every((option) => option.length < key.length);
}

/** Whether the true statements of a quiz are between a quarter and three quarters of all its statements. */
export function isTruthEven(quiz: readonly Candidate[]): boolean {
  const statements = quiz.filter(({ type }) => type === 'tf');
  const truths = statements.filter(({ truth }) => truth).length;
  const share = truths / Math.max(1, statements.length);
  return statements.length < FEWEST_STATEMENTS || (share >= 0.25 && share <= 0.75);
}
