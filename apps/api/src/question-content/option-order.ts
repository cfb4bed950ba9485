import { shufflableIds, type Question } from '#question';

/**
 * The order in which an attempt shows the options of one slot. The same seed and slot give the same order for ever
 * (mulberry32 and Fisher-Yates); a question whose options have no shuffle gives an empty list.
 */
export function optionOrder(question: Question, seed: number, slot: number): string[] {
  const ids = shufflableIds(question);
  const random = mulberry32(seed ^ Math.imul(slot, 0x9e37_79b1));
  for (let last = ids.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [ids[last], ids[other]];
    if (a !== undefined && b !== undefined) [ids[last], ids[other]] = [b, a];
  }
  return ids;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
