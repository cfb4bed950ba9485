/** A stretch of text that stayed, went or came. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this, comparing piece by piece takes too long, and nobody reads the outcome. */
const MOST_PAIRS = 4_000_000;

/** What became of a text, in reading order; numbers and Latin words change as a whole. Removed parts stand before added ones. */
export function diffText(before: string, after: string): TextPart[] {
  const [old, now] = [pieces(before), pieces(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(old.length, now.length) - head;
  while (tail < shorter && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const parts: TextPart[] = [];
  add(parts, 'same', old.slice(0, head));
  middle(parts, old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  add(parts, 'same', old.slice(old.length - tail));
  return parts;
}

function pieces(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}.]*[\p{Script=Latin}\p{N}]|./gsu) ?? [];
}

/** The longest common subsequence, from a table of its lengths. */
function middle(parts: TextPart[], old: readonly string[], now: readonly string[]): void {
  if (old.length * now.length > MOST_PAIRS) {
    add(parts, 'removed', old);
    add(parts, 'added', now);
    return;
  }
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, come] = [i, j];
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) break;
      if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
      else j += 1;
    }
    add(parts, 'removed', old.slice(gone, i));
    add(parts, 'added', now.slice(come, j));
    const kept = i;
    while (i < old.length && j < now.length && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    add(parts, 'same', old.slice(kept, i));
  }
}

function add(parts: TextPart[], kind: TextPart['kind'], texts: readonly string[]): void {
  const text = texts.join('');
  if (!text) return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}
