/** What a line of the article is; only prose and list items are quoted. */
export type LineKind = 'prose' | 'item' | 'heading' | 'caption' | 'row' | 'question';

export interface Sentence {
  readonly index: number;
  readonly text: string;
  /** Offsets in the cleaned article. */
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly kind: LineKind;
  /** The nearest heading above, or null. */
  readonly heading: string | null;
  /** Who speaks this paragraph in an interview (张三：…), or null. */
  readonly label: string | null;
  /** Whether it begins inside a quotation that an earlier sentence opened. */
  readonly insideQuote: boolean;
}

const MARKER =
  /^(?:[-•●■*·]\s|\d{1,3}[.、)）]\s?(?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s?/;
/** 3.1, 2.1.4: the number of a section, when Chinese words follow. */
const SECTION = /^\d{1,2}(?:\.\d{1,2}){1,3}[.、]?\s?(?=[\u3400-\u9fff《“A-Z])/;
/** 第三条: an article's number. One line that begins so may speak of 第三条生产线; three are a set of rules. */
const ARTICLE = /^第[一二三四五六七八九十百零〇\d]{1,5}条(?:之[一二三四五])?[：:]?\s?/;
const FEWEST_ARTICLES = 3;
const LABEL = /^([\u3400-\u9fff·]{1,6}|[A-Z][\w .]{0,20})[：:](?=.)/;
const ASKER = /^(?:问|记者|主持人|Q)$/;
const ANSWERER = /^(?:答|A|受访者|嘉宾)$/;
const LONGEST_HEADING = 32;
const LONGEST_TITLE = 60;

/** Cuts the article into sentences with their offsets and says what kind of line each stands in. */
export function readSentences(article: string): Sentence[] {
  const sentences: Sentence[] = [];
  const labels = repeatedLabels(article);
  const lines = article.split('\n');
  const inArticles = lines.filter((line) => ARTICLE.test(line)).length >= FEWEST_ARTICLES;
  let heading: string | null = null;
  let offset = 0;
  lines.forEach((line, paragraph) => {
    const start = offset;
    offset += line.length + 1;
    if (line === '') return;
    const marker = markerOf(line, inArticles);
    const label = LABEL.exec(line)?.[1] ?? null;
    const spoken = label !== null && labels.has(label);
    const skip = spoken ? label.length + 1 : marker;
    const kind =
      spoken && ASKER.test(label)
        ? 'question'
        : kindOf(
            line.slice(skip),
            marker > 0 && !(inArticles && ARTICLE.test(line)),
            paragraph === 0 && lines.length > 1,
          );
    const whole = kind === 'heading' || kind === 'row' || kind === 'caption';
    for (const [from, to, insideQuote] of whole ? [[skip, line.length, false] as const] : cut(line, skip)) {
      sentences.push({
        index: sentences.length,
        text: line.slice(from, to),
        start: start + from,
        end: start + to,
        paragraph,
        kind,
        heading,
        label: spoken && !ASKER.test(label) ? label : null,
        insideQuote,
      });
    }
    if (kind === 'heading') heading = line.slice(skip);
  });
  return sentences;
}

/** How much of the line only numbers it. */
function markerOf(line: string, inArticles: boolean): number {
  const article = inArticles ? (ARTICLE.exec(line)?.[0].length ?? 0) : 0;
  return article || (SECTION.exec(line) ?? MARKER.exec(line))?.[0].length || 0;
}

function kindOf(text: string, marked: boolean, isFirst: boolean): LineKind {
  if (text.startsWith('|') || /\S(?: {2,}|\t)\S+(?: {2,}|\t)\S/.test(text.slice(0, 300))) return 'row';
  if (/^图(?:\d|[一二三四五①-⑨为：:])|^表\s?\d/.test(text) && text.length < 60) return 'caption';
  const ended = /[；;…：:?!]$|[。！？]/.test(text);
  if (isFirst && !ended && text.length <= LONGEST_TITLE) return 'heading';
  if (ended || text.length > LONGEST_HEADING) return marked ? 'item' : 'prose';
  if (marked && /[，,、]/.test(text)) return 'item';
  return 'heading';
}

function repeatedLabels(article: string): Set<string> {
  const counts = new Map<string, number>();
  for (const line of article.split('\n')) {
    const label = LABEL.exec(line)?.[1];
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const asked = [...counts.keys()].some((label) => ASKER.test(label));
  return new Set(
    [...counts]
      .filter(([label, count]) => count >= 2 || (asked && (ASKER.test(label) || ANSWERER.test(label))))
      .map(([label]) => label),
  );
}

/** Sentence ends outside brackets; a closing quotation mark belongs to the sentence before it. */
function* cut(line: string, from: number): Generator<readonly [number, number, boolean]> {
  let start = from;
  let brackets = 0;
  let quoted = false;
  let beganQuoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '“') quoted = true;
    else if (char === '”') quoted = false;
    else if ('（《(〈'.includes(char)) brackets++;
    else if ('）》)〉'.includes(char)) brackets = Math.max(0, brackets - 1);
    if (!'。！？!?'.includes(char) || (brackets > 0 && at - start < 200)) continue;
    while (at + 1 < line.length && '。！？!?…”’）'.includes(line.charAt(at + 1))) {
      at++;
      if (line.charAt(at) === '”') quoted = false;
    }
    yield [start, at + 1, beganQuoted];
    start = at + 1;
    while (line.charAt(start) === ' ') start++;
    brackets = 0;
    beganQuoted = quoted;
  }
  if (line.slice(start).trim() !== '') yield [start, line.length, beganQuoted];
}
