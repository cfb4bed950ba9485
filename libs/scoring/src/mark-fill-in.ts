import { BLANK, type FillQuestion } from '#question';
import type { Marked } from './marked.js';
import { FILL_RULES, sameAnswer, type Compared } from './same-answer.js';

/**
 * Marks a fill-in response: right blanks ÷ blanks, each compared with every accepted form of its own place.
 * The rule is the most lenient one that a right blank needed, or why nothing matched.
 */
export function markFillIn(question: FillQuestion, texts: readonly string[]): Marked {
  if (texts.every((text) => !text.trim())) return { fraction: 0, rule: 'none-given' };
  const around = question.stem.split(BLANK);
  const compared = question.key.map((forms, blank) =>
    compareBlank(forms, texts[blank] ?? '', around[blank] ?? '', around[blank + 1] ?? ''),
  );
  const right = compared.filter((blank) => blank.same);
  if (right.length === 0 || compared.length === 0) {
    return { fraction: 0, rule: compared.find((blank) => blank.rule !== 'wrong')?.rule ?? 'wrong' };
  }
  if (right.length < compared.length) {
    return { fraction: right.length / compared.length, rule: 'some-blanks' };
  }
  const mostLenient = Math.max(...right.map((blank) => FILL_RULES.indexOf(blank.rule)));
  return { fraction: 1, rule: FILL_RULES[mostLenient] ?? 'exact' };
}

function compareBlank(forms: readonly string[], given: string, before: string, after: string): Compared {
  const direct = best(forms.map((form) => sameAnswer(form, given)));
  if (direct.same) return direct;
  const repeated = withoutStem(given.trim(), before, after).some((rest) =>
    forms.some((form) => sameAnswer(form, rest).same),
  );
  return repeated ? { same: true, rule: 'stem-repeated' } : direct;
}

function best(compared: readonly Compared[]): Compared {
  const same = compared.filter((one) => one.same);
  const strictest = FILL_RULES.find((rule) => same.some((one) => one.rule === rule));
  if (strictest) return { same: true, rule: strictest };
  return compared.find((one) => one.rule !== 'wrong') ?? { same: false, rule: 'wrong' };
}

/**
 * What is left when the words of the stem around the blank are not counted twice: for 近____名学员, 近1300名 leaves 1300.
 * Digits are never taken off, so 10 in 1____ stays 10.
 */
function withoutStem(given: string, before: string, after: string): string[] {
  const rests: string[] = [];
  for (let head = 0; head < given.length && head <= 12; head++) {
    if (!before.trimEnd().endsWith(given.slice(0, head))) continue;
    for (let tail = 0; tail < given.length - head && tail <= 12; tail++) {
      if (head + tail === 0 || !after.trimStart().startsWith(given.slice(given.length - tail))) continue;
      const taken = given.slice(0, head) + given.slice(given.length - tail);
      if (!/[\p{N}零〇一二两三四五六七八九十百千万亿点]/u.test(taken))
        rests.push(given.slice(head, given.length - tail));
    }
  }
  return rests;
}
