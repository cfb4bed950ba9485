import { tagPlainly, type Token } from '../segmenter.js';
import type { Scene } from './scene.js';

/** Nouns that a text names in full once and then leaves bare. */
const BARE =
  /^(?:项目|工程|公园|园区|产业园|系统|平台|示范区|生产线|大桥|水库|电站|博物馆|小区|公寓|车间|实验室|试验区|港区|产线|码头|农场|牧场|渔场|矿山|煤矿|茶园|果园|机场|隧道|铁路|公路|展馆|基金|泵站|线路)$/;
const PART = /^(?:n|ns|nr|nz|nt|nrt|vn|b|j|x|eng|a|m|q|l|f|s)/;
const LONGEST = 16;
const FARTHEST = 3;

/** 云台矿坑公园 for a bare 公园 at the head of a clause, where the text just before or the heading names one; else null. */
export function antecedentOf(noun: string, scene: Scene, before: number): string | null {
  if (!BARE.test(noun)) return null;
  const { reading } = scene;
  const own = reading.tokens.filter(({ end }) => end + reading.start <= before);
  const inSentence = lastNamed(own, noun);
  if (inSentence) return inSentence;
  let other = scene.previous;
  for (let steps = 0; other !== null && steps < FARTHEST; steps++) {
    const name = lastNamed(other.reading.tokens, noun);
    if (name) return name;
    other = other.previous;
  }
  return reading.heading ? lastNamed(tagPlainly(reading.heading), noun) : null;
}

/** The last noun phrase that ends in the noun and says more than it. */
function lastNamed(tokens: readonly Token[], noun: string): string | null {
  for (let end = tokens.length - 1; end >= 0; end--) {
    if (!tokens[end]?.text.endsWith(noun)) continue;
    let start = end;
    while (isPart(tokens[start - 1])) start--;
    while (
      start < end &&
      (/^[mqaf]/.test(tokens[start]?.tag ?? '') || /^[成为出到了在]$/.test(tokens[start]?.text ?? ''))
    )
      start++;
    const name = tokens
      .slice(start, end + 1)
      .map(({ text }) => text)
      .join('');
    if (name.length >= noun.length + 2 && name.length <= LONGEST) return name;
  }
  return null;
}

function isPart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    PART.test(token.tag) &&
    /^[\u3400-\u9fffA-Za-z0-9]+$/.test(token.text) &&
    !/^(?:该|本|这|那|各|全部|所有|多个|一批|一个|第一|首个|重点|主要|关于|问题|改造|建设|新建|传统|普通|一般|同类|其他|老|旧|新)$/.test(
      token.text,
    )
  );
}
