import type { TracedText } from './traced-text.js';

const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const PAGE_NUMBER = new RegExp(
  `^[-—–\\s]*(?:第\\s?${NUMBER}\\s?页(?:\\s?[,，/]?\\s?共\\s?${NUMBER}\\s?页)?|\\d{1,4}\\s?/\\s?\\d{1,4}|[-—–·•]\\s?\\d{1,4}\\s?[-—–·•]|[Pp]\\.?\\s?\\d{1,4}|[Pp]age\\s\\d{1,4}(?:\\sof\\s\\d{1,4})?)[-—–\\s]*$`,
);
const BARE_NUMBER = /^\d{1,4}$/;
const NUMBERED_HEAD = /^(?:(\d{1,4})[\s|｜·]+(\D.*)|(.*\D)[\s|｜·]+(\d{1,4}))$/;
const CONTENTS = /^目\s?录$|^contents$/i;
const CONTENTS_ENTRY = /(?:…{2,}|[.．。·•‧]{4,}|(?:\. ){4,})\s?\(?\d{1,4}\)?$/;
const LONGEST_ENTRY = 120;
const LONGEST_PROMPT = 40;
const PROMPT =
  /^[—–\-·\s]{0,9}(?:END|The End|完)[—–\-·\s]{0,9}$|^点击(?:上方|下方|左下角|蓝字|“?阅读原文)|^(?:长按|扫码|扫描|识别)[^，。]{0,16}(?:二维码|关注)|^(?:阅读|点赞|在看|转发|收藏|评论)\s?[\d.]+\s?[万wk]?\+?$|^往期(?:推荐|回顾|精选|文章)$|^(?:阅读原文|返回顶部|分享到[:：]?|上一篇[:：].*|下一篇[:：].*)$/i;
const REPEATS = 3;
/** So many lines at least stand on a page. */
const LEAST_PAGE = 4;

export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text);
}

/** What the page of a messenger or browser says to its reader. */
export function isPrompt(text: string): boolean {
  return text.length <= LONGEST_PROMPT && PROMPT.test(text);
}

/** A line of a table of contents, or its heading when such a line follows. */
export function isContents(text: string, after: string): boolean {
  if (text.length > LONGEST_ENTRY) return false;
  return CONTENTS_ENTRY.test(text) || (CONTENTS.test(text) && CONTENTS_ENTRY.test(after));
}

/** Lines that repeat from page to page, the same or with a page number that grows; and bare numbers that count pages. */
export function findPageMarks(lines: readonly TracedText[]): {
  heads: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
} {
  const seen = new Map<string, number[]>();
  const numbers: { index: number; value: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const { text } = line.trim();
    if (BARE_NUMBER.test(text)) numbers.push({ index, value: Number(text) });
    if (!isHeadLike(text)) continue;
    const [, first, afterIt, beforeIt, last] = NUMBERED_HEAD.exec(text) ?? [];
    const known = seen.get(text);
    if (known) known.push(Number.NaN);
    else seen.set(text, [Number.NaN]);
    const words = afterIt ?? beforeIt;
    if (words === undefined || words.length < 3) continue;
    const key = first === undefined ? `${words} #` : `# ${words}`;
    seen.set(key, [...(seen.get(key) ?? []), Number(first ?? last)]);
  }
  const heads = [...seen].filter(
    ([, values]) => values.length >= REPEATS && (values.some(Number.isNaN) || isGrowing(values)),
  );
  return { heads: new Set(heads.map(([key]) => key)), numbers: new Set(pageNumbers(numbers)) };
}

export function isRunningHead(text: string, heads: ReadonlySet<string>): boolean {
  if (!isHeadLike(text)) return false;
  if (heads.has(text)) return true;
  const [, first, afterIt, beforeIt] = NUMBERED_HEAD.exec(text) ?? [];
  const words = afterIt ?? beforeIt;
  return words !== undefined && heads.has(first === undefined ? `${words} #` : `# ${words}`);
}

/** A name before a colon repeats because somebody speaks again. */
function isHeadLike(text: string): boolean {
  return text.length >= 4 && text.length <= 40 && !/[。！？|：:]$/.test(text);
}

function isGrowing(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
}

/** Each one more than the last, and a page of lines between them. */
function pageNumbers(numbers: readonly { index: number; value: number }[]): number[] {
  const follows = (at: number) => {
    const [one, other] = [numbers[at - 1], numbers[at]];
    return !!one && !!other && other.value === one.value + 1 && other.index - one.index > LEAST_PAGE;
  };
  return numbers.flatMap(({ index }, at) => (follows(at) || follows(at + 1) ? [index] : []));
}
