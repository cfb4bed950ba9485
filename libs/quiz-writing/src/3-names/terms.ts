import type { Token } from '../segmenter.js';

const QUOTED = /[“‘]([^“”‘’，。！？；：\n]{2,16})[”’]/g;
const TITLE = /《([^《》\n]{2,60})》/g;
const NOUN = /^(?:n|nz|vn|b|an|eng|nt)$/;
const OFTEN = 4;

/** What the article itself puts in quotation marks. */
export function harvestQuoted(article: string): string[] {
  return [...new Set([...article.matchAll(QUOTED)].map((match) => match[1] ?? ''))];
}

/** 《…》 without the brackets. */
export function harvestTitles(article: string): string[] {
  return [...new Set([...article.matchAll(TITLE)].map((match) => match[1] ?? ''))];
}

/** Pairs of nouns that keep standing together are one term (工业 + 互联网). */
export function harvestCollocations(sentences: readonly (readonly Token[])[]): string[] {
  const counts = new Map<string, number>();
  for (const tokens of sentences) {
    for (let at = 1; at < tokens.length; at++) {
      const [left, right] = [tokens[at - 1], tokens[at]];
      if (!left || !right || !NOUN.test(left.tag) || !NOUN.test(right.tag)) continue;
      if (left.text.length < 2 || right.text.length < 2) continue;
      const pair = left.text + right.text;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= OFTEN).map(([pair]) => pair);
}

export const EVENTS = '博览会|交易会|展览会|展销会|运动会|大会|大赛|论坛|峰会|艺术节|文化节|联赛|竞赛';
const EVENT = new RegExp(`第[一二三四五六七八九十\\d]{1,3}届[\\u3400-\\u9fff]{2,16}?(?:${EVENTS})`, 'g');

/** 第十二届某某博览会: what 本届博览会 stands for. */
export function harvestEvents(article: string): { name: string; start: number }[] {
  return [...article.matchAll(EVENT)].map(({ 0: name, index }) => ({ name, start: index }));
}
