import { tidy } from './plain-text.js';

/*
 * How fill-in answers are written in one line. A backslash before a dividing sign takes the division from it; backslashes
 * count only there, so that C:\new stays as it is.
 */
const SIGN = /(\\*)([;；|｜/])/g;
const SPACED = /\s$/;

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
  return form.replace(SIGN, (_, slashes: string, sign: string, at: number) => {
    // At the edge of a form the blank of a division follows.
    const active = sign !== '/' || isSpaced(` ${form} `, at + slashes.length + 1);
    return slashes + slashes + (active ? '\\' : '') + sign;
  });
}

function isSpaced(text: string, at: number): boolean {
  return SPACED.test(text.slice(0, at)) && /^\s/.test(text.slice(at + 1));
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
  if (found.length === blanks || blanks === 0) return found;
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
  for (const match of answer.matchAll(SIGN)) {
    const [whole, slashes = '', sign = ''] = match;
    part += answer.slice(from, match.index) + slashes.slice(0, slashes.length >> 1);
    from = match.index + whole.length;
    const divides =
      slashes.length % 2 === 0 && (sign !== '/' || isSpaced(answer, match.index + slashes.length));
    if (!divides) {
      part += sign;
      continue;
    }
    parts.push(part);
    signs.push(sign === '/' ? '/' : sign === '|' || sign === '｜' ? '|' : ';');
    part = '';
  }
  return { parts: [...parts, part + answer.slice(from)], signs };
}
