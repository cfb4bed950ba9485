import type { Token } from '../segmenter.js';
import type { Clause } from './clauses.js';
import type { Find, Finder, Item } from './find.js';

const COUNTED =
  /^(?:多个|各个|几个|数个|[一二两三四五六七八九十\d]+[大个项类种方]?|主要|重点|相关|有关|一系列|各类|各种|诸多|众多|若干|多种|多项|个|大|项|类|种)$/;
const STOP_LEFT =
  /^(?:的|了|着|过|是|为|在|于|和|及|与|有|对|把|将|从|到|以|由|按|等|包括|包含|如|例如|比如|像|涵盖|涉及|围绕|聚焦|实现|推动|推进|促进|加强|提升|发展|分为|即|积聚|集聚|汇聚|形成|提供|拥有|具有|具备|面临|存在)$/;

/** Lists joined by 、 with at least three members, or two and 等: 人才、技术、资源等要素. */
export const findEnumerations: Finder = ({ clauses }) => clauses.flatMap((clause) => [...listsOf(clause)]);

function* listsOf(clause: Clause): Generator<Find> {
  for (const run of commaRuns(clause)) {
    const list = readList(clause, run);
    if (list) yield list;
  }
}

/** Neighbouring 、 with no verb-heavy stretch between them. */
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

/** 整合、发挥在甲、乙方面的优势: the list starts anew behind 在. */
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
  const first = firstItem(tokens.slice(0, run[0]), inner);
  const tail = lastItems(tokens.slice((run.at(-1) ?? 0) + 1), inner);
  if (!first || !tail) return null;
  const items = [first, ...inner, ...tail.items].map(itemOf);
  const end = items.at(-1)?.end ?? 0;
  const start = items[0]?.start ?? 0;
  const after = clause.text.slice(end - clause.start);
  const open = after.startsWith('等');
  if (items.length < 3 && !open) return null;
  if (!areAlike(items)) return null;
  const head = open ? headAfter(tokens.filter((token) => token.start > end)) : null;
  return {
    kind: 'enumeration',
    form: 'list',
    answer: items.map(({ text }) => text).join('、'),
    start,
    end: open ? end + 1 : end,
    importance: items.length >= 3 ? 3 : 2,
    items,
    open,
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
  const shift = whole === text ? 0 : 1;
  const start = (tokens[0]?.start ?? 0) + shift;
  return { text, start, end: start + text.length };
}

/** Where the first member begins: at the quotation mark, at what all members begin with, or behind the word that governs the list. */
function firstItem(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] | null {
  const closing = left.at(-1)?.text;
  if (closing === '”' || closing === '》') {
    const open = left.findLastIndex(({ text }) => text === (closing === '”' ? '“' : '《'));
    return open >= 0 ? left.slice(open) : null;
  }
  const model = inner[0];
  const shared = model?.[0]?.text.charAt(0) ?? '';
  if (inner.length >= 1 && shared !== '' && inner.every((item) => item[0]?.text.startsWith(shared))) {
    const at = left.findLastIndex(({ text }) => text.startsWith(shared));
    if (at >= 0 && widthOf(left.slice(at)) <= widthOf(model ?? []) + 4) return left.slice(at);
  }
  return likestStart(left, inner);
}

const HARD_LEFT = /^(?:[，：:“”+]|的|了|着|过|等|如|例如|比如|像|包括|包含|即|在|从|由|于|把|将|是|为)$/;

/** Of the word edges back to a word that surely governs the list, the one that makes the member most like the others. */
function likestStart(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] | null {
  const wanted = inner.length > 0 ? inner.reduce((sum, item) => sum + widthOf(item), 0) / inner.length : 4;
  const verbal = inner.length > 0 && inner.every((item) => isVerbal(item[0]));
  let best: { at: number; score: number } | null = null;
  for (let at = left.length - 1; at >= 0; at--) {
    const token = left[at];
    if (!token || HARD_LEFT.test(token.text)) break;
    if (
      inner.length === 0 &&
      (isVerb(token) || STOP_LEFT.test(token.text) || /^[pdcr]$|^u/.test(token.tag))
    ) {
      return at < left.length - 1 ? left.slice(at + 1) : null;
    }
    if (inner.length === 0) {
      best = { at, score: 0 };
      continue;
    }
    const mismatch = isVerbal(token) === verbal ? 0 : 4;
    const score = Math.abs(widthOf(left.slice(at)) - wanted) + mismatch;
    if (!best || score < best.score) best = { at, score };
    if (/^[pdr]$/.test(token.tag) && token.text.length === 1) break;
  }
  return best ? left.slice(best.at) : null;
}

function isVerbal(token: Token | undefined): boolean {
  return token !== undefined && token.tag.startsWith('v');
}

function isVerb(token: Token | undefined): boolean {
  return token !== undefined && token.tag.startsWith('v') && token.tag !== 'vn';
}

/** Where the last member ends; 和, 及, 以及 part two members. */
function lastItems(
  right: readonly Token[],
  inner: readonly (readonly Token[])[],
): { items: Token[][] } | null {
  const opening = right[0]?.text;
  if (opening === '“' || opening === '《') {
    const close = right.findIndex(({ text }) => text === (opening === '“' ? '”' : '》'));
    return close > 0 ? { items: [right.slice(0, close + 1)] } : null;
  }
  const hard = right.findIndex(
    ({ text, tag }) =>
      /^(?:等|等等|的|，|。|；|：|都|均|是|构成|组成)$/.test(text) || /^u[jlzdv]?$/.test(tag),
  );
  const part = hard < 0 ? right : right.slice(0, hard);
  const closed = hard >= 0 && /^(?:等|等等|的)$/.test(right[hard]?.text ?? '');
  const and = part.findIndex(({ text }) => /^(?:和|及|以及|与)$/.test(text));
  if (and > 0 && and < part.length - 1) {
    const behind = part.slice(and + 1);
    return {
      items: [part.slice(0, and), closed ? behind : likestEnd(behind, [...inner, part.slice(0, and)])],
    };
  }
  const item = closed ? [...part] : likestEnd(part, inner);
  return item.length > 0 ? { items: [item] } : null;
}

/** Of the word edges, the one that makes the last member as long as the others; the whole when it is the only one. */
function likestEnd(part: readonly Token[], inner: readonly (readonly Token[])[]): Token[] {
  if (inner.length === 0) return [...part];
  const wanted = inner.reduce((sum, item) => sum + widthOf(item), 0) / inner.length;
  let best = part.length;
  let lowest = Math.abs(widthOf(part) - wanted);
  for (let end = part.length - 1; end > 0; end--) {
    const score = Math.abs(widthOf(part.slice(0, end)) - wanted);
    if (score < lowest) [best, lowest] = [end, score];
  }
  return part.slice(0, best);
}

function widthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}

/** Members of one list are about equally long, differ, and are no figures or half phrases. */
function areAlike(items: readonly Item[]): boolean {
  const lengths = items.map(({ text }) => text.length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  if (shortest < 2 || longest > 22 || longest > shortest * 4) return false;
  if (new Set(items.map(({ text }) => text)).size < items.length) return false;
  return !items.some(({ text }) =>
    /\d+(?:\.\d+)?(?:%|[亿万]|个|家|名|人|元)|[，。；：？！]|^[的了和与及]|[的了和与及]$|我|这|那|其他/.test(
      text,
    ),
  );
}
