import { contrastsOf, knownWordAt } from '../lexicon/contrasts/index.js';
import { shuffle, type Random } from '../random.js';
import { tagPlainly } from '../segmenter.js';

/** Where an option must not be true: the article, and the sentence and the stem that the question shows. */
export interface Around {
  readonly article: string;
  readonly sentence: string;
  readonly stem: string;
}

const FEWEST = 2;
const NUMERALS = ['三', '四', '五', '六', '七', '八', '九'];
/** So fixed an expression that another number is no option. */
const FIXED = /一带一路|双一流|两山|三农|三农|四书五经|四大发明|五四|八一|三国|六一|七夕|九州|五代|十四五/;

/**
 * Phrases that differ from the answer in one word that excludes it (决策机构 → 执行机构, 淮河北岸 → 淮河南岸). Only one word of
 * a phrase is changed in all of them, so the parts that stay tell nothing; the last word that can be is preferred.
 */
export function swappedPhrases(answer: string, around: Around, random: Random): string[] {
  const whole = free(contrastsOf(answer), answer, around);
  if (whole.length > 0) return shuffle(whole, random);
  const changes = wordsToChange(answer).flatMap(({ start, word }) => {
    const others = contrastsOf(word).filter((other) => !answer.includes(other) && isFresh(other, around));
    return others.length > 0 ? [{ start, word, others }] : [];
  });
  for (const { start, word, others } of changes.toReversed()) {
    const phrases = free(
      others.map((other) => putIn(answer, start, word, other)),
      answer,
      around,
    );
    if (phrases.length >= FEWEST) return shuffle(phrases, random);
  }
  const [front, back] = changes;
  if (front && back) return shuffle(free(crossed(answer, front, back, random), answer, around), random);
  return shuffle(free(renumbered(answer), answer, around), random);
}

interface Change {
  readonly start: number;
  readonly word: string;
  readonly others: readonly string[];
}

/** 淮河北岸 → 淮河南岸, 长江北岸, 长江南岸: each part stands in half of the options, so that none of them tells. */
function crossed(answer: string, front: Change, back: Change, random: Random): string[] {
  const [one = ''] = shuffle(front.others, random);
  const [other = ''] = shuffle(back.others, random);
  const behind = putIn(answer, back.start, back.word, other);
  return [behind, putIn(answer, front.start, front.word, one), putIn(behind, front.start, front.word, one)];
}

function putIn(answer: string, start: number, word: string, other: string): string {
  return answer.slice(0, start) + other + answer.slice(start + word.length);
}

/** A word that already stands in the sentence or the stem may be true there as well. */
function isFresh(word: string, { sentence, stem }: Around): boolean {
  return !sentence.includes(word) && !stem.includes(word);
}

function free(options: readonly string[], answer: string, around: Around): string[] {
  return [...new Set(options)].filter(
    (option) =>
      option !== answer &&
      !around.article.includes(option) &&
      !answer.includes(option) &&
      !option.includes(answer) &&
      isFresh(option, around),
  );
}

/** Known words that begin and end where words of the answer do. */
function wordsToChange(answer: string): { start: number; word: string }[] {
  const tokens = tagPlainly(answer);
  const ends = new Set(tokens.map(({ end }) => end));
  const found: { start: number; word: string }[] = [];
  let from = 0;
  for (const { start } of tokens) {
    if (start < from) continue;
    const word = knownWordAt(answer, start);
    if (word === null || !ends.has(start + word.length)) continue;
    found.push({ start, word });
    from = start + word.length;
  }
  return found;
}

/** 四链合一 → 三链合一, 国家二级博物馆 → 国家三级博物馆, 丰麦9号 → 丰麦7号. */
function renumbered(answer: string): string[] {
  if (FIXED.test(answer)) return [];
  const digits = /(?<=[\u3400-\u9fffA-Z-])(\d{1,3})(?=号|型|级|$)/.exec(answer);
  if (digits?.[1]) {
    const { index } = digits;
    const value = Number(digits[1]);
    return [value - 2, value - 1, value + 1, value + 2, value + 3]
      .filter((other) => other > 0)
      .map((other) => answer.slice(0, index) + other + answer.slice(index + String(value).length));
  }
  const numeral = /[三四五六七八](?=[级类链位大个项维化型合])/.exec(answer);
  if (!numeral) return [];
  const at = NUMERALS.indexOf(numeral[0]);
  return [at - 1, at + 1, at + 2, at - 2].flatMap((place) => {
    const other = NUMERALS[place];
    if (other === undefined) return [];
    return [answer.slice(0, numeral.index) + other + answer.slice(numeral.index + 1)];
  });
}
