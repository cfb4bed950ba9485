import type { Question, Response } from '#question';
import { markMatch, markOrder } from './mark-arrangement.js';
import { markMulti, markOne } from './mark-choice.js';
import { markFillIn } from './mark-fill-in.js';
import type { Marked } from './marked.js';
import { DEFAULT_POLICY, type MarkingPolicy } from './marking-policy.js';

/**
 * Marks one response against the key of its question: a fraction 0..1 and the rule that decided it.
 * A response of another type is worth 0, as nothing given is; neither throws. A short answer is marked by a person:
 * its fraction is null until then.
 */
export function markResponse(
  question: Question,
  response: Response | null,
  policy: MarkingPolicy = DEFAULT_POLICY,
): Marked {
  if (response === null) return { fraction: 0, rule: 'none-given' };
  switch (response.type) {
    case 'single':
      if (question.type === 'single') return markOne(question, response.choice);
      break;
    case 'tf':
      if (question.type === 'tf') return markOne(question, response.value);
      break;
    case 'multi':
      if (question.type === 'multi') return markMulti(question, response.choices, policy.multi);
      break;
    case 'fill':
      if (question.type === 'fill') return markFillIn(question, response.texts, policy.fill);
      break;
    case 'order':
      if (question.type === 'order') return markOrder(question, response.order, policy.order);
      break;
    case 'match':
      if (question.type === 'match') return markMatch(question, response.pairs, policy.match);
      break;
    case 'short':
      if (question.type !== 'short') break;
      return response.text.trim()
        ? { fraction: null, rule: 'awaits-marking' }
        : { fraction: 0, rule: 'none-given' };
  }
  return { fraction: 0, rule: 'type-mismatch' };
}
