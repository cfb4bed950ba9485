import type { Token } from '../segmenter.js';

/** Words that surely govern a list and are no part of its first member. */
const GOVERNS =
  /^(?:[，：:“”+]|的|了|着|过|等|如|例如|比如|像|包括|包含|包括了|即|在|从|由|于|把|将|是|为|就是|分为|依次|涵盖|涉及|构成|下设|经过|经历|设有|建有|来自|其中|一次|每次|一批|一系列|多种|各类|各种|会同|联同|联合|推动|推广|适用于|用于|应用于|设|设立|聚焦|覆盖|围绕|支持|[一二三四五六七八九十]是)$/;
/** 检测中心|三个|部分, 并联机器人|四大|类: how many they are is said behind the last member. */
const COUNT = /^(?:[一二两三四五六七八九十几多]+|\d+)(?:[大个种类项级层步部阶方环道门家所条]\S{0,2})?$/;
const HARD_RIGHT = /^(?:等|等等|的|，|。|；|：|都|均|是|构成|组成|之一)$/;

/**
 * Where the first member begins: at its quotation mark, at what all members begin with, behind the word that governs the
 * list, else where it comes out most like the others.
 */
export function firstItem(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] | null {
  const quoted = quotedAtEnd(left);
  if (quoted !== undefined) return quoted;
  const shared = sharedStart(left, inner);
  if (shared) return shared;
  const governed = left.slice(left.findLastIndex(({ text }) => GOVERNS.test(text)) + 1);
  if (governed.length < left.length && fits(governed, inner)) return governed;
  const object = behindLastVerb(left, inner);
  if (fits(object, inner) && object.length <= governed.length) return object;
  if (inner.length > 0 && inner.every((item) => item.length === 1)) return left.slice(-1);
  if (inner.length === 0) return behindVerb(left);
  return likestStart(left, inner);
}

/** Whether a first member of these words would be about as long as the others, and begin as one of them does. */
function fits(item: readonly Token[], inner: readonly (readonly Token[])[]): boolean {
  const wanted = meanWidth(inner);
  return item.length > 0 && widthOf(item) <= Math.max(wanted + 3, 1.6 * wanted) && startsAlike(item, inner);
}

/** What stands behind the last verb, when the other members are nouns; that a member ends in a verb does not count. */
function behindLastVerb(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] {
  const nominal = inner.length > 0 && inner.every((item) => !item[0]?.tag.startsWith('v'));
  const last = left.length - 1;
  return left.slice(left.findLastIndex((token, at) => nominal && at < last && isVerb(token)) + 1);
}

/** Where the last member ends; 和, 及, 以及 part two members. */
export function lastItems(right: readonly Token[], inner: readonly (readonly Token[])[]): Token[][] | null {
  const opening = right[0]?.text;
  if (opening === '“' || opening === '《') {
    const close = right.findIndex(({ text }) => text === (opening === '“' ? '”' : '》'));
    return close > 0 ? [right.slice(0, close + 1)] : null;
  }
  // 巴西|设有3个…: behind members that hold no verb a verb is the sentence's.
  const nominal = inner.every((item) => item.every((token) => token.tag.startsWith('n')));
  const hard = right.findIndex(
    ({ text, tag }, at) =>
      HARD_RIGHT.test(text) ||
      /^u[jlzdv]?$/.test(tag) ||
      (at > 0 &&
        tag === 'v' &&
        nominal &&
        right[at - 1]?.tag.startsWith('n') &&
        right[at + 1] !== undefined) ||
      (at > 0 && COUNT.test(text) && !isOpening(right[at - 1])),
  );
  const part = hard < 0 ? [...right] : right.slice(0, hard);
  const closed =
    hard >= 0 && (/^(?:等|等等|的)$/.test(right[hard]?.text ?? '') || COUNT.test(right[hard]?.text ?? ''));
  const and = part.findIndex(({ text }) => /^(?:和|及|以及|与)$/.test(text));
  if (and > 0 && and < part.length - 1) {
    const before = part.slice(0, and);
    const behind = part.slice(and + 1);
    return [before, closed ? behind : likestEnd(behind, [...inner, before])];
  }
  const item = closed ? part : likestEnd(part, inner);
  return item.length > 0 ? [item] : null;
}

/** 和|三|级: a number right behind the last conjunction begins a member. */
function isOpening(token: Token | undefined): boolean {
  return token !== undefined && /^(?:和|及|以及|与|、)$/.test(token.text);
}

export function widthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}

function quotedAtEnd(left: readonly Token[]): Token[] | null | undefined {
  const closing = left.at(-1)?.text;
  if (closing !== '”' && closing !== '》') return undefined;
  const open = left.findLastIndex(({ text }) => text === (closing === '”' ? '“' : '《'));
  return open >= 0 ? left.slice(open) : null;
}

/** 高标准、高效率、高水平: all begin with one character. */
function sharedStart(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] | null {
  const model = inner[0];
  const shared = model?.[0]?.text.charAt(0) ?? '';
  if (!model || shared === '' || !inner.every((item) => item[0]?.text.startsWith(shared))) return null;
  const at = left.findLastIndex(({ text }) => text.startsWith(shared));
  return at >= 0 && widthOf(left.slice(at)) <= widthOf(model) + 4 ? left.slice(at) : null;
}

function behindVerb(left: readonly Token[]): Token[] | null {
  const stop = left.findLastIndex(
    (token) => GOVERNS.test(token.text) || isVerb(token) || /^[pdcr]$|^u/.test(token.tag),
  );
  return stop < left.length - 1 ? left.slice(stop + 1) : null;
}

/** Of the word edges, the one that makes the member most like the others in length and first word. */
function likestStart(left: readonly Token[], inner: readonly (readonly Token[])[]): Token[] | null {
  const wanted = meanWidth(inner);
  const verbal = inner.every((item) => item[0]?.tag.startsWith('v'));
  let best: { at: number; score: number } | null = null;
  for (let at = left.length - 1; at >= 0; at--) {
    const token = left[at];
    if (!token || GOVERNS.test(token.text) || token.tag === 'p') break;
    const mismatch = token.tag.startsWith('v') === verbal ? 0 : 4;
    const score = Math.abs(widthOf(left.slice(at)) - wanted) + mismatch;
    if (!best || score < best.score) best = { at, score };
    if (!verbal && at < left.length - 1 && isVerb(token)) break;
  }
  return best ? left.slice(best.at) : null;
}

/** Of the word edges, the one that makes the last member as long as the others; the whole when it is the only one. */
function likestEnd(part: readonly Token[], inner: readonly (readonly Token[])[]): Token[] {
  if (inner.length === 0) return [...part];
  const wanted = meanWidth(inner);
  let best = part.length;
  let lowest = Math.abs(widthOf(part) - wanted);
  for (let end = part.length - 1; end > 0; end--) {
    const score = Math.abs(widthOf(part.slice(0, end)) - wanted);
    if (score < lowest) [best, lowest] = [end, score];
  }
  return part.slice(0, best);
}

function startsAlike(item: readonly Token[], inner: readonly (readonly Token[])[]): boolean {
  if (inner.length === 0) return true;
  const [first] = item;
  return inner.some(
    ([other]) =>
      other !== undefined &&
      first !== undefined &&
      (isVerb(other) === isVerb(first) || isVerbal(other) === isVerbal(first)),
  );
}

function meanWidth(inner: readonly (readonly Token[])[]): number {
  return inner.length > 0 ? inner.reduce((sum, item) => sum + widthOf(item), 0) / inner.length : 6;
}

function isVerbal(token: Token): boolean {
  return token.tag.startsWith('v');
}

function isVerb(token: Token): boolean {
  return token.tag.startsWith('v') && token.tag !== 'vn';
}
