import { readQuantities, unitsAgree, type Reading } from './quantity.js';

/** The folds from strict to lenient; a match names the most lenient one it needed. */
export const FILL_RULES = [
  'exact',
  'space-folded',
  'width-folded',
  'case-folded',
  'punctuation-folded',
  'date-folded',
  'numeral-folded',
  'counter-folded',
  'stem-repeated',
] as const;

export type FillRule = (typeof FILL_RULES)[number];

export type Compared =
  | { readonly same: true; readonly rule: FillRule }
  | { readonly same: false; readonly rule: 'wrong' | 'hedge-differs' | 'unit-differs' };

const FOLDS: readonly (readonly [FillRule, (text: string) => string])[] = [
  ['exact', (text) => text],
  ['space-folded', (text) => text.replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, '')],
  ['width-folded', (text) => text.normalize('NFKC').replace(/\s+/g, '').replace(/[○◯]/g, '〇')],
  ['case-folded', (text) => text.toLowerCase()],
  ['punctuation-folded', foldPunctuation],
  ['date-folded', foldDates],
];

/**
 * Compares a given fill-in answer with one accepted form. Spaces, full and half width, letter case, quotes, brackets and
 * stops are no difference; neither is how a number is written (一千三百, 1,300, 0.13万) nor a counter left out (1300 个).
 * Hedges (近 约 多 超过 …) belong to the answer: with another hedge, or without it, it is not the same.
 */
export function sameAnswer(accepted: string, given: string): Compared {
  let [key, answer] = [accepted, given];
  for (const [rule, fold] of FOLDS) {
    [key, answer] = [fold(key), fold(answer)];
    if (key === '' || answer === '') return { same: false, rule: 'wrong' };
    if (key === answer) return { same: true, rule };
  }
  return compareReadings(readQuantities(key), readQuantities(answer));
}

function compareReadings(key: Reading, answer: Reading): Compared {
  if (key.length !== answer.length) return { same: false, rule: 'wrong' };
  let [unitsEqual, unitsFit, hedgesEqual] = [true, true, true];
  for (const [index, part] of key.entries()) {
    const other = answer[index];
    if (typeof part === 'string' || typeof other !== 'object') {
      if (part !== other) return { same: false, rule: 'wrong' };
      continue;
    }
    if (part.value !== other.value) return { same: false, rule: 'wrong' };
    unitsEqual &&= part.unit === other.unit;
    unitsFit &&= unitsAgree(part.unit, other.unit);
    hedgesEqual &&= part.hedge === other.hedge;
  }
  if (!unitsFit) return { same: false, rule: 'unit-differs' };
  if (!hedgesEqual) return { same: false, rule: 'hedge-differs' };
  return { same: true, rule: unitsEqual ? 'numeral-folded' : 'counter-folded' };
}

/** Drops what only decorates. Between digits a mark has a meaning (1.5, 9:00, 1、2) and is kept in one spelling. */
function foldPunctuation(text: string): string {
  return text
    .replace(/(?<!\d)(\d{1,3})((?:,\d{3})+)(?!\d)/g, (whole) => whole.replaceAll(',', ''))
    .replace(/(?<=\d)[—–−‒~-]+(?=\d)/gu, '-')
    .replace(/(?<=\d)[,、;](?=\d)/gu, '、')
    .replace(/(?<![\p{L}\p{N}])−(?=\d)/gu, '-')
    .replace(
      /(?<=\d)[.:、-](?=\d)|(?<![\p{L}\p{N}])-(?=\d)|[+#%‰&@=<>/\\*^$¥€£°⁄]|\p{L}|\p{N}|\p{M}|(.)/gsu,
      (kept, other) => (other === undefined ? kept : ''),
    );
}

/** 2020-06-18, 2020/6/18 and 2020.6.18 become 2020年6月18日; 18号 after a month becomes 18日. */
function foldDates(text: string): string {
  return text
    .replace(/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g, '$1年$3月$4日')
    .replace(/(?<!\d)(\d{4})[-/](0?[1-9]|1[0-2])(?!\d)/g, '$1年$2月')
    .replace(/(月[^\p{P}\s]{1,3})号/gu, '$1日')
    .replace(/(?<!\d)0(\d)(?=[月日])/g, '$1');
}
