import { tidy } from './plain-text.js';

/*
 * How fill-in answers are written in one line. A backslash before a dividing sign takes the division from it; backslashes
 * count only there, so that C:\new stays as it is.
 */
const RUN = /\\+|[;；|｜/]/g;
const SIGN = /[;；|｜/]/;

export type FillStyle = 'sheet' | 'text';

/** `1990年;一九九〇年|12` in a sheet, `1990年 / 一九九〇年；12` in a text for people. */
export function joinBlanks(key: readonly (readonly string[])[], style: FillStyle): string {
  const [betweenForms, betweenBlanks] = style === 'sheet' ? [';', '|'] : [' / ', '；'];
  let written = '';
  key.forEach((forms, blank) => {
    forms.forEach((form, index) => {
      const sign = index > 0 ? betweenForms : blank > 0 ? betweenBlanks : '';
      // A backslash at the end of a form would take the division from the sign behind it.
      const before = sign.startsWith(' ') ? written : written.replace(/\\+$/, (run) => run + run);
      written = before + sign + guarded(form);
    });
  });
  return written;
}

function guarded(form: string): string {
  return form.replace(RUN, (found: string, at: number) => {
    const behind = at + found.length;
    if (found.startsWith('\\')) return SIGN.test(form[behind] ?? '') ? found + found : found;
    // At the edge of a form the blank of a division follows.
    return found !== '/' || isSpaced(` ${form} `, at + 1) ? `\\${found}` : found;
  });
}

function isSpaced(text: string, at: number): boolean {
  return /\s/.test(text[at - 1] ?? '') && /\s/.test(text[at + 1] ?? '');
}

/**
 * The accepted forms of each of `blanks` blanks, or null when the writing does not tell them apart. `|` always divides
 * blanks. `;` and `；` divide forms, except that they divide blanks where there are several and no `|`; ` / ` divides forms.
 */
export function splitBlanks(answer: string, blanks: number): string[][] | null {
  const { parts, signs } = divide(answer);
  const has = (sign: string) => signs.includes(sign);
  const between = has('|') ? ['|'] : blanks > 1 && has(';') ? [';'] : [];
  const rows: string[][] = [[]];
  parts.forEach((part, index) => {
    const sign = signs[index - 1];
    if (sign !== undefined && between.includes(sign)) rows.push([]);
    rows.at(-1)?.push(tidy(part));
  });
  const found = rows.map((forms) => forms.filter((form) => form !== ''));
  if (found.length === blanks) return found;
  // No blank at all: one is added behind the stem.
  if (blanks === 0) return found.length === 1 ? found : null;
  return found.length === 1 && blanks > 1 ? byLooseSigns(answer, blanks) : null;
}

/** 上海、北京 for two blanks, when the signs divide into exactly as many parts. */
function byLooseSigns(answer: string, blanks: number): string[][] | null {
  for (const sign of [/[、]/, /[，,]/, /\s+/]) {
    const parts = answer.split(sign).map(tidy);
    if (parts.length === blanks && parts.every((part) => part !== '')) return parts.map((part) => [part]);
  }
  return null;
}

function divide(answer: string): { parts: string[]; signs: string[] } {
  const parts: string[] = [];
  const signs: string[] = [];
  let part = '';
  let from = 0;
  let isGuarded = false;
  for (const { 0: found, index } of answer.matchAll(RUN)) {
    part += answer.slice(from, index);
    from = index + found.length;
    if (found.startsWith('\\')) {
      const counts = SIGN.test(answer[from] ?? '');
      part += counts ? found.slice(0, found.length >> 1) : found;
      isGuarded = counts && found.length % 2 === 1;
    } else if (isGuarded || (found === '/' && !isSpaced(answer, index))) {
      part += found;
      isGuarded = false;
    } else {
      parts.push(part);
      signs.push(found === '/' ? '/' : found === '|' || found === '｜' ? '|' : ';');
      part = '';
    }
  }
  return { parts: [...parts, part + answer.slice(from)], signs };
}
