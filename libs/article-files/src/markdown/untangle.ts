/** A text with its long `data:` addresses cut short, and the way back to the places it had with them. */
export interface Shortened {
  readonly text: string;
  /** Where a place of the shortened text stood before. */
  readonly placeOf: (offset: number) => number;
}

const DATA_ADDRESS = /data:[\w.+-]{1,60}\/[\w.+-]{1,60};base64,/g;
const SHORTEST_CUT = 64;

/** Pictures pasted into Markdown as megabytes of letters would be read one letter at a time. */
export function cutDataAddresses(text: string): Shortened {
  const parts: string[] = [];
  const cuts: { at: number; removed: number }[] = [];
  let from = 0;
  let removed = 0;
  for (const { 0: prefix, index } of text.matchAll(DATA_ADDRESS)) {
    const start = index + prefix.length;
    const end = endOfBase64(text, start);
    if (start < from || end - start < SHORTEST_CUT) continue;
    parts.push(text.slice(from, start));
    from = end;
    removed += end - start;
    cuts.push({ at: from - removed, removed });
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), placeOf: (offset) => offset + removedBefore(cuts, offset) };
}

/** Counted by hand: a pattern over so many letters exhausts the stack of the pattern engine. */
function endOfBase64(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const letter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    const sign = (unit >= 0x2f && unit <= 0x39) || unit === 0x2b || unit === 0x3d;
    if (!letter && !sign) break;
  }
  return end;
}

function removedBefore(cuts: readonly { at: number; removed: number }[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1]?.removed ?? 0;
}

const LONGEST = 400_000;
const MOST_LINES = 10_000;
const MOST_MARKS = 40_000;
/** In one paragraph; the time to pair marks grows with their square. */
const MOST_MARKS_TOGETHER = 1_500;
const DEEPEST = 60;
/** Quotes and list items, each level counted on each line. */
const MOST_LEVELS = 12_000;
const MARKS = /[[\]*_~`!<>&\\|]/g;
const NESTING = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+/gm;
const LEVELS = />|[-+*][ \t]|\d[.)][ \t]/g;

/** True when pairing the marks could take seconds: no article looks so, and as plain text nothing is lost. */
export function isTangled(markdown: string): boolean {
  if (markdown.length > LONGEST || count(markdown, /\n/g) > MOST_LINES) return true;
  if (count(markdown, MARKS) > MOST_MARKS) return true;
  let levels = 0;
  for (const [prefix] of markdown.matchAll(NESTING)) {
    const deep = count(prefix, LEVELS);
    levels += deep;
    if (deep > DEEPEST || levels > MOST_LEVELS) return true;
  }
  if (markdown.split(/\n[ \t]*\n/).some((block) => count(block, /[[\]*_~`!<&\\]/g) > MOST_MARKS_TOGETHER))
    return true;
  return deepestIndent(markdown) > DEEPEST * 2;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _match of text.matchAll(pattern)) found += 1;
  return found;
}

/** Lists nest by indentation as well. */
function deepestIndent(markdown: string): number {
  let deepest = 0;
  for (const [indent] of markdown.matchAll(/^[ \t]+(?=[-+*>\d])/gm))
    deepest = Math.max(deepest, indent.length);
  return deepest;
}
