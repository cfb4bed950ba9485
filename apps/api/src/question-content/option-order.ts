import { shufflableIds, type Question } from '#question';
import { randomFrom, shuffled } from './seeded-order.js';

/**
 * The order in which an attempt shows the options of one slot. The same seed and slot give the same order for ever: it is
 * not stored. A question whose options have no shuffle gives an empty list; null as the seed leaves the question's own order.
 */
export function optionOrder(question: Question, seed: number | null, slot: number): string[] {
  const ids = shufflableIds(question);
  return seed === null ? ids : shuffled(ids, randomFrom(seed ^ Math.imul(slot, 0x9e37_79b1)));
}
