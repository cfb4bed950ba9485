import { localHonours, namesOfKind } from '../lexicon/named-things.js';
import { shuffle, type Random } from '../random.js';
import { swappedPhrases, type Around } from './swaps.js';

const FEWEST = 2;

/** 以下简称“…” is the author's own choice, and of two names in a row each would hold for the other's place. */
const NO_CHOICE = /(?:简称|下称)“$|”[、和及与]?“$/;
const NEXT_IN_ROW = /^”[、和及与]?“/;
/** A class gets no title that a person bears, nor a person one that a house bears. */
const BEARERS: readonly RegExp[] = [
  /班$|班级$/,
  /户$/,
  /村$/,
  /(?:者|手|模范|标兵|师|员|人|楷模|院长|个人|劳模|红旗手)$/,
  /(?:单位|先锋号|文明号|集体|企业|工厂|工地|标兵岗|医院|奖状|街区|社区|学校|基地)$/,
];

/** Names for what the article sets in quotation marks: one word changed, else names that things of its kind bear. */
export function otherQuoted(answer: string, at: number, around: Around, random: Random): string[] {
  const { sentence } = around;
  const after = sentence.slice(at + answer.length);
  if (NO_CHOICE.test(sentence.slice(0, at)) || NEXT_IN_ROW.test(after)) return [];
  const behind = after.replace(/^”/, '');
  const bearer = BEARERS.find((ending) => ending.test(answer)) ?? /(?:)/;
  const swapped = swappedPhrases(answer, around, random);
  if (swapped.length >= FEWEST) return swapped;
  const local = /^[^，。]{0,4}称号/.test(behind) ? localHonours(answer) : [];
  const names = (local.length > 0 ? local : namesOfKind(behind, around.article)).filter(
    (name) =>
      Math.abs(name.length - answer.length) <= Math.max(1, Math.round(0.4 * answer.length)) &&
      !around.article.includes(name) &&
      bearer.test(name) &&
      (local.length > 0 || !sharesPair(name, answer)),
  );
  return names.length >= FEWEST ? shuffle(names, random) : swapped;
}

/** 导师制 beside 师带徒: two that share a word may be one thing. */
function sharesPair(a: string, b: string): boolean {
  for (let at = 0; at < a.length - 1; at++) if (b.includes(a.slice(at, at + 2))) return !a.startsWith('全国');
  return false;
}
