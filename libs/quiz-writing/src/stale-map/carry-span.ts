import { commonEnd, commonStart } from './likeness.js';

/** Larger changed middles are taken as replaced as a whole. */
const MOST_CELLS = 1_000_000;

/**
 * Where the stretch [from, to) of an edited text stands in its new form, or null when nothing stands there any more.
 * Characters are paired by longest common subsequence.
 */
export function carrySpan(
  before: string,
  after: string,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const images = pairCharacters(before, after);
  const start = images[from] ?? -1;
  const end = images[to - 1] ?? -1;
  const newFrom = start >= 0 ? start : imageBefore(images, from) + 1;
  const newTo = end >= 0 ? end + 1 : imageAfter(images, to, after.length);
  return newTo > newFrom ? { from: newFrom, to: newTo } : null;
}

/** For each character of `before` its place in `after`, or -1. */
function pairCharacters(before: string, after: string): Int32Array {
  const images = new Int32Array(before.length).fill(-1);
  const head = commonStart(before, after);
  const tail = commonEnd(before, after);
  for (let at = 0; at < head; at++) images[at] = at;
  for (let at = 1; at <= tail; at++) images[before.length - at] = after.length - at;
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  if (rows * columns > MOST_CELLS) return images;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const equal = before[head + row] === after[head + column];
      lengths[row * width + column] = equal
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (before[head + row] === after[head + column]) images[head + row++] = head + column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return images;
}

function imageBefore(images: Int32Array, from: number): number {
  for (let at = from - 1; at >= 0; at--) {
    const image = images[at] ?? -1;
    if (image >= 0) return image;
  }
  return -1;
}

function imageAfter(images: Int32Array, to: number, end: number): number {
  for (let at = to; at < images.length; at++) {
    const image = images[at] ?? -1;
    if (image >= 0) return image;
  }
  return end;
}
