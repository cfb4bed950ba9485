import type { MatchQuestion, OrderQuestion } from '#question';
import type { Marked } from './marked.js';
import type { MatchPolicy, OrderPolicy } from './marking-policy.js';

/**
 * Marks an ordering. `neighbours` is the share of the key's n − 1 adjacent pairs (a directly before b) that the response
 * keeps: one moved item costs a little, a reversed list gets 0. Formula: Moodle qtype_ordering, grading type
 * "relative to the next item, excluding last". Items the key does not know are left out.
 */
export function markOrder(question: OrderQuestion, given: readonly string[], policy: OrderPolicy): Marked {
  if (given.length === 0) return { fraction: 0, rule: 'none-given' };
  const { key } = question;
  const order = given.filter((id) => key.includes(id));
  if (key.length === order.length && key.every((id, index) => order[index] === id)) {
    return { fraction: 1, rule: 'exact' };
  }
  const pairs = key.slice(1).map((id, index) => [key[index], id] as const);
  const kept = pairs.filter(([first, second]) => {
    const at = first === undefined ? -1 : order.indexOf(first);
    return at >= 0 && order[at + 1] === second;
  });
  if (kept.length === 0 || pairs.length === 0) return { fraction: 0, rule: 'wrong' };
  const fraction = policy === 'all-correct' ? 0 : kept.length / pairs.length;
  return { fraction, rule: 'some-neighbours' };
}

/** Marks a matching; `pairs` is the share of the key's pairs that were made. */
export function markMatch(
  question: MatchQuestion,
  pairs: readonly { readonly left: string; readonly right: string }[],
  policy: MatchPolicy,
): Marked {
  if (pairs.length === 0) return { fraction: 0, rule: 'none-given' };
  const made = new Map(pairs.map(({ left, right }) => [left, right]));
  const right = question.key.filter((pair) => made.get(pair.left) === pair.right);
  if (right.length === 0) return { fraction: 0, rule: 'wrong' };
  if (right.length === question.key.length) return { fraction: 1, rule: 'exact' };
  const fraction = policy === 'all-correct' ? 0 : right.length / question.key.length;
  return { fraction, rule: 'some-pairs' };
}
