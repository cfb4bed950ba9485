import type { MatchQuestion, OrderQuestion } from '#question';
import type { Marked } from './marked.js';

/**
 * Marks an ordering by neighbours: the share of the key's n − 1 adjacent pairs (a directly before b) that the response
 * keeps. One moved item costs a little, a reversed list gets 0. Formula: Moodle qtype_ordering, grading type
 * "relative to the next item, excluding last".
 */
export function markOrder(question: OrderQuestion, order: readonly string[]): Marked {
  if (order.length === 0) return { fraction: 0, rule: 'none-given' };
  const { key } = question;
  if (key.length === order.length && key.every((id, index) => order[index] === id)) {
    return { fraction: 1, rule: 'exact' };
  }
  const pairs = key.slice(1).map((id, index) => [key[index], id] as const);
  const kept = pairs.filter(([first, second]) => {
    const at = first === undefined ? -1 : order.indexOf(first);
    return at >= 0 && order[at + 1] === second;
  });
  if (kept.length === 0 || pairs.length === 0) return { fraction: 0, rule: 'wrong' };
  return { fraction: kept.length / pairs.length, rule: 'some-neighbours' };
}

/** Marks a matching by the share of the key's pairs that were made. */
export function markMatch(
  question: MatchQuestion,
  pairs: readonly { readonly left: string; readonly right: string }[],
): Marked {
  if (pairs.length === 0) return { fraction: 0, rule: 'none-given' };
  const made = new Map(pairs.map(({ left, right }) => [left, right]));
  const right = question.key.filter((pair) => made.get(pair.left) === pair.right);
  if (right.length === 0) return { fraction: 0, rule: 'wrong' };
  if (right.length === question.key.length) return { fraction: 1, rule: 'exact' };
  return { fraction: right.length / question.key.length, rule: 'some-pairs' };
}
