/** A text in one spelling, with the way back: folded unit `i` comes from `source.slice(starts[i], ends[i])`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const QUOTE_MARK = /[\s"'“”‘’„‟«»「」『』〝〞＂＇\u200b\ufeff]/;
const MARK = /[\s\p{P}\u200b\ufeff]/u;
const TELLING_MARK = /[%‰&#@*/]/;
const DIGIT = /\d/;

/**
 * Folds what typing changes but meaning does not: full and half width (NFKC), blanks, quotation marks. With `marks` all
 * other punctuation goes as well, but for what stands between digits: 1.5, 3-5 and 12、63 keep theirs, 1,300 does not.
 */
export function foldText(source: string, { marks = false }: { marks?: boolean } = {}): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length;) {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const end = at + char.length;
    const plain = isHan(char) ? char : char.normalize('NFKC');
    for (const unit of isHan(char) || keeps(plain, char, source, at, marks) ? plain.split('') : []) {
      if (QUOTE_MARK.test(unit)) continue;
      units.push(marks && /[、,]/.test(unit) ? ',' : unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: units.join(''), starts, ends };
}

function isHan(char: string): boolean {
  return char >= '\u3400' && char <= '\u9fff';
}

function keeps(plain: string, char: string, source: string, at: number, marks: boolean): boolean {
  if (QUOTE_MARK.test(char)) return false;
  if (!MARK.test(plain)) return true;
  const between = DIGIT.test(digitAt(source, at - 1)) && DIGIT.test(digitAt(source, at + char.length));
  if (between && char === ',') return !/^\d{3}(?!\d)/.test(source.slice(at + 1, at + 5));
  return !marks || TELLING_MARK.test(plain) || between;
}

function digitAt(source: string, at: number): string {
  return source.charAt(at).normalize('NFKC');
}

/** The source offsets of a stretch of folded text that is not empty. */
export function unfold(
  { starts, ends }: FoldedText,
  from: number,
  to: number,
): { start: number; end: number } {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** The folded stretch that comes from these source offsets; empty when nothing of it is left. */
export function foldedRange(
  { starts, ends }: FoldedText,
  start: number,
  end: number,
): { from: number; to: number } {
  const from = firstAtLeast(ends, start + 1);
  return { from, to: Math.max(from, firstAtLeast(starts, end)) };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
