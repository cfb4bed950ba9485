import type { MultiQuestion, SingleQuestion, TfQuestion } from '#question';
import type { Marked } from './marked.js';
import type { MultiPolicy } from './marking-policy.js';

/** Marks a response that is right or wrong as a whole. */
export function markOne(question: SingleQuestion | TfQuestion, given: string | boolean): Marked {
  return given === question.key ? { fraction: 1, rule: 'exact' } : { fraction: 0, rule: 'wrong' };
}

/** Marks a multiple choice. An option counts once however often it is named; an unknown one is a wrong one. */
export function markMulti(question: MultiQuestion, choices: readonly string[], policy: MultiPolicy): Marked {
  const chosen = new Set(choices);
  if (chosen.size === 0) return { fraction: 0, rule: 'none-given' };
  const key = new Set(question.key);
  const right = [...chosen].filter((choice) => key.has(choice)).length;
  const wrong = chosen.size - right;
  if (wrong === 0 && right === key.size) return { fraction: 1, rule: 'all-correct' };
  const rule = wrong > 0 ? 'wrong-pick' : 'incomplete';
  return { fraction: partOf({ right, wrong }, key.size, question.options.length, policy), rule };
}

function partOf(
  { right, wrong }: { right: number; wrong: number },
  keys: number,
  options: number,
  policy: MultiPolicy,
): number {
  if (policy === 'all-correct') return 0;
  if (policy === 'penalty') {
    const distractors = Math.max(options - keys, wrong);
    // Over one denominator: 1/3 − 1/3 is then 0, and 2/3 − 1/2 the float nearest to 1/6.
    return distractors === 0
      ? right / keys
      : Math.max(0, (right * distractors - wrong * keys) / (keys * distractors));
  }
  if (wrong > 0 || right === 0) return 0;
  return policy === 'half' ? 0.5 : right / keys;
}
