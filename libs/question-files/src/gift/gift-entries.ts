/** One question of a GIFT file, cut but not yet understood. Escapes are still in it. */
export interface GiftEntry {
  /** From 1. */
  readonly line: number;
  readonly title: string;
  /** html, moodle, plain or markdown; empty when it is not said. */
  readonly format: string;
  readonly stem: string;
  /** What stands in the braces; null for a text without any. */
  readonly answers: string | null;
  /** Behind the braces: the blank stood within the stem. */
  readonly tail: string;
  readonly raw: string;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly category: string | null;
}

export interface BrokenEntry {
  readonly line: number;
  readonly raw: string;
  readonly broken: string;
}

const ESCAPED = /\\(.)/gs;

/** The text of a piece: \= \~ \# \{ \} \: \\ stand for the sign, \n for a line end. */
export function unescapeGift(text: string): string {
  return text.replace(ESCAPED, (whole, sign: string) =>
    sign === 'n' ? '\n' : /[~=#{}:\\]/.test(sign) ? sign : whole,
  );
}

/** Where a sign stands that no backslash precedes; -1 when nowhere. */
export function findSign(text: string, sign: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(sign, at)) return at;
  }
  return -1;
}

/** Cuts a GIFT file at blank lines outside braces; one broken question does not spoil the next. */
export function cutGift(text: string): (GiftEntry | BrokenEntry)[] {
  const entries: (GiftEntry | BrokenEntry)[] = [];
  let category: string | null = null;
  let remarks = noRemarks();
  let lines: string[] = [];
  let begin = 0;
  let depth = 0;
  const flush = () => {
    const raw = lines.join('\n');
    if (raw.trim() !== '') {
      entries.push({ ...cutEntry(raw, begin), ...remarks, category });
      remarks = noRemarks();
    }
    lines = [];
    depth = 0;
  };
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (/^\s*\/\//.test(line)) {
      if (lines.length === 0) remarks = readRemarks(line, remarks);
      return;
    }
    const isNew = depth > 0 && /^\s*(?:::|\$CATEGORY:)/.test(line);
    if ((line.trim() === '' && depth === 0) || isNew) flush();
    if (line.trim() === '' && lines.length === 0) return;
    const named = /^\s*\$CATEGORY:\s*(.*)$/.exec(line)?.[1];
    if (named !== undefined && lines.length === 0) {
      category = named.trim();
      return;
    }
    if (lines.length === 0) begin = index + 1;
    lines.push(line);
    depth = Math.max(0, depth + braces(line));
  });
  flush();
  return entries;
}

function braces(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '{') depth += 1;
    else if (line[at] === '}') depth -= 1;
  }
  return depth;
}

interface Remarks {
  readonly id: string | null;
  readonly tags: readonly string[];
}

const noRemarks = (): Remarks => ({ id: null, tags: [] });

function readRemarks(line: string, { id, tags }: Remarks): Remarks {
  const found = [...line.matchAll(/\[tag:((?:\\\]|[^\]]){0,200})\]/g)].map(([, tag = '']) =>
    unescapeRemark(tag),
  );
  const named = /\[id:((?:\\\]|[^\]]){0,200})\]/.exec(line)?.[1];
  return { id: named === undefined ? id : unescapeRemark(named), tags: [...tags, ...found] };
}

function unescapeRemark(text: string): string {
  return text.replaceAll('\\]', ']').trim();
}

function cutEntry(raw: string, line: number): Omit<GiftEntry, 'id' | 'tags' | 'category'> | BrokenEntry {
  const broken = (why: string) => ({ line, raw, broken: why });
  let rest = raw.trim();
  let title = '';
  if (rest.startsWith('::')) {
    const end = findSign(rest, '::', 2);
    if (end < 0) return broken('题目名称以 :: 开头，却没有以 :: 结束');
    title = unescapeGift(rest.slice(2, end)).trim();
    rest = rest.slice(end + 2).trim();
  }
  const format = /^\[(html|moodle|plain|markdown)\]/.exec(rest);
  if (format) rest = rest.slice(format[0].length);
  const open = findSign(rest, '{');
  const stray = findSign(rest, '}');
  const cut = { line, raw, title, format: format?.[1] ?? '' };
  if (open < 0)
    return stray < 0
      ? { ...cut, stem: unescapeGift(rest).trim(), answers: null, tail: '' }
      : broken('多出一个 }');
  const close = findSign(rest, '}', open + 1);
  if (close < 0) return broken('{ 没有对应的 }');
  if (stray < open) return broken('} 出现在 { 之前');
  const tail = rest.slice(close + 1);
  if (findSign(tail, '{') >= 0 || findSign(tail, '}') >= 0)
    return broken('一道题只能有一对 { }；本来就是文字的 { } 前面要加反斜线');
  return {
    ...cut,
    stem: unescapeGift(rest.slice(0, open)).trim(),
    answers: rest.slice(open + 1, close),
    tail: unescapeGift(tail).trim(),
  };
}
