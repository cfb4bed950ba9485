import { shift } from '../decimal.js';
import { spellUnits } from './units.js';

/** Spaces of all kinds, and what takes no room at all. */
export function dropSpaces(text: string): string {
  return text.replace(/[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/gu, '');
}

/** Full and half width, circled and composed characters as plain ones (NFKC). 10³ stays a power: it is not 103. */
export function foldWidth(text: string): string {
  const powers = text.replace(/(?<=[\d０-９])[⁰¹²³⁴-⁹⁻⁺]+/gu, (power) => `^${power}`);
  return dropSpaces(powers.normalize('NFKC')).replace(/[○◯]/g, '〇').replace(/−/g, '-');
}

/** Capitals, because small letters after a figure can be units. */
export function foldCase(text: string): string {
  return text.toUpperCase().normalize('NFKC');
}

/** Symbols of units, money and powers of ten as words and plain figures: 5km 5千米, ¥300 300元, 1.5×10^3 1500. */
export function spellSymbols(text: string): string {
  return spellUnits(
    text
      .replace(/(?<![\d.])(-?\d{1,20}(?:\.\d{1,20})?)[×xX*]10\^(-?\d{1,2})(?!\d)/g, (_, figure, power) =>
        shift(figure, Number(power)),
      )
      .replace(/(?:¥|RMB|CNY|人民币)(\d[\d.,]*[百千万亿]*)元?/gi, '$1元')
      .replace(/(?:US\$|USD|(?<![A-Z])\$)(\d[\d.,]*[百千万亿]*)(?:美元)?/gi, '$1美元'),
  );
}

/**
 * Drops what only decorates. Between figures a mark has a meaning (1.5, 9:00, 1、2, 10-20) and is kept in one spelling;
 * other marks between two figures become 、so that 1(2) is not 12.
 */
export function foldPunctuation(text: string): string {
  return text
    .replace(/×/g, '*')
    .replace(/(?<!\d)(\d{1,3})((?:,\d{3})+)(?!\d)/g, (whole) => whole.replaceAll(',', ''))
    .replace(/(?<![\p{L}\p{N}.])\.(?=\d)/gu, '0.')
    .replace(/(?<=[\d%‰]|\d[万亿千百年月日天元米吨克个人时分秒度]{1,3})[—–‒~〜-]+(?=\d)/gu, '-')
    .replace(/(?<=\d)[^\p{L}\p{N}\p{M}+#%‰&@=<>/\\*^$¥€£°⁄.:-]+(?=\d)/gu, '、')
    .replace(
      /(?<=\d)[.:、](?=\d)|(?<=[\d%‰]|\d[万亿千百年月日天元米吨克个人时分秒度]{1,3})-(?=\d)|(?<![\p{L}\p{N}])-(?=\d)|[+#%‰&@=<>/\\*^$¥€£°⁄]|\p{L}|\p{N}|\p{M}|(.)/gsu,
      (kept, other) => (other === undefined ? kept : ''),
    )
    .normalize('NFKC');
}
