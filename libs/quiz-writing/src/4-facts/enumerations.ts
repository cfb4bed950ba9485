import type { Token } from '../segmenter.js';
import type { Clause } from './clauses.js';
import type { Find, Finder, Item } from './find.js';
import { firstItem, lastItems, widthOf } from './list-edges.js';

const COUNTED =
  /^(?:多个|各个|几个|数个|[一二两三四五六七八九十\d]+[大个项类种方]?|主要|重点|相关|有关|一系列|各类|各种|诸多|众多|若干|多种|多项|个|大|项|类|种)$/;
const IN_ORDER = /(?:依次|顺序|先后)(?:为|是|分为|经过|经历了?|包括|进行)?[：]?$/;

/** Lists joined by 、 with at least three members, or two and 等: 钢材、水泥、木材等建材. */
export const findEnumerations: Finder = ({ clauses, reading }) =>
  (/不是[^。]*而是/.test(reading.text) ? [] : clauses).flatMap((clause) =>
    commaRuns(clause).flatMap((run) => readList(clause, run) ?? []),
  );

/** Neighbouring 、 that belong to one list. */
function commaRuns(clause: Clause): number[][] {
  const runs: number[][] = [];
  clause.tokens.forEach((token, index) => {
    if (token.text !== '、' || insideBrackets(clause, token.start)) return;
    const run = runs.at(-1);
    const before = clause.tokens[run?.at(-1) ?? -1];
    const between = clause.tokens.slice((run?.at(-1) ?? -1) + 1, index);
    if (run && before && token.start - before.end <= 20 && !holdsPreposition(between)) run.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** 巩固、扩大在甲、乙方面的优势: the list starts anew behind 在. */
function holdsPreposition(between: readonly Token[]): boolean {
  return between.slice(1).some(({ text, tag }) => tag === 'p' && /^(?:在|对|从|向|由|为|把|将)$/.test(text));
}

function insideBrackets(clause: Clause, at: number): boolean {
  const text = clause.text.slice(0, at - clause.start);
  return ['《》', '（）', '“”'].some(
    ([open = '', close = '']) => text.lastIndexOf(open) > text.lastIndexOf(close),
  );
}

function readList(clause: Clause, run: readonly number[]): Find | null {
  const { tokens } = clause;
  const inner: Token[][] = run.slice(1).map((comma, index) => tokens.slice((run[index] ?? 0) + 1, comma));
  const tail = lastItems(tokens.slice((run.at(-1) ?? 0) + 1), inner);
  if (!tail) return null;
  const first = firstItem(tokens.slice(0, run[0]), inner.length > 0 || tail.length < 2 ? inner : tail);
  if (!first) return null;
  const items = [first, ...inner, ...tail].map(itemOf);
  const end = items.at(-1)?.end ?? 0;
  const start = items[0]?.start ?? 0;
  const open = clause.text.slice(end - clause.start).startsWith('等');
  if ((items.length < 3 && !open) || !areAlike(items)) return null;
  const head = open ? headAfter(tokens.filter((token) => token.start > end)) : null;
  const counted = /^[三四五六七]个?(?:步|步骤|阶段)/.test(clause.text.slice(end - clause.start));
  const ordered =
    !open && items.length >= 3 && (counted || IN_ORDER.test(clause.text.slice(0, start - clause.start)));
  return {
    kind: 'enumeration',
    form: ordered ? 'sequence' : 'list',
    answer: items.map(({ text }) => text).join('、'),
    start,
    end: open ? end + 1 : end,
    importance: items.length >= 3 ? 3 : 2,
    items: ordered ? withoutRank(items) : items,
    open,
    ...(ordered ? { ordered } : {}),
    ...(head ? { head } : {}),
  };
}

/** The noun behind 等 that says what the members are: 等多个|领域|达成…, 等|产业要素|. */
function headAfter(tokens: readonly Token[]): { text: string; end: number } | null {
  let from = 0;
  while (COUNTED.test(tokens[from]?.text ?? '')) from++;
  let to = from;
  while (/^(?:n|vn|b|an|ns|nz|j|l)$/.test(tokens[to]?.tag ?? '')) to++;
  const head = tokens.slice(from, to);
  const last = head.at(-1);
  if (!last || !last.tag.startsWith('n') || widthOf(head) < 2 || widthOf(head) > 8) return null;
  return { text: head.map(({ text }) => text).join(''), end: last.end };
}

function itemOf(tokens: readonly Token[]): Item {
  const whole = tokens.map(({ text }) => text).join('');
  const text = whole.replace(/^“([^“”]*)”$/, '$1');
  const start = (tokens[0]?.start ?? 0) + (whole === text ? 0 : 1);
  return { text, start, end: start + text.length };
}

/** 一级（规划级） in a list to be put in order would number itself: 规划级 is asked for. */
function withoutRank(items: readonly Item[]): Item[] {
  return items.map((item) => {
    const inner = /^[一二三四五六七八九十\d]+级（([^（）]{2,12})）$/.exec(item.text)?.[1];
    if (inner === undefined) return item;
    const start = item.start + item.text.indexOf(inner);
    return { text: inner, start, end: start + inner.length };
  });
}

/** Members of one list are about equally long, differ, and are no figures or half phrases. */
function areAlike(items: readonly Item[]): boolean {
  const lengths = items.map(({ text }) => text.length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  if (shortest < 2 || longest > 22 || longest > shortest * 4) return false;
  if (new Set(items.map(({ text }) => text)).size < items.length) return false;
  return !items.some(({ text }) =>
    /\d+(?:\.\d+)?(?:%|[亿万米吨]|个|家|名|人|元)|[，。；：？！]|^[的了和与及]|[的了和与及]$|我|这|那|其他/.test(
      text,
    ),
  );
}
