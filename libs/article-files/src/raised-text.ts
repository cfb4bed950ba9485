import type { Piece } from './line.js';

export type Level = 'raised' | 'lowered';

/** Raised or lowered characters, held back until it is known whether they are an exponent, a footnote mark or words. */
export interface RaisedText {
  readonly level: Level;
  readonly start: number;
  readonly pieces: Piece[];
  /** Known to be a mark, because it links into the page. */
  isMark: boolean;
}

/** Longer than this nobody raises a mark or an exponent. */
export const LONGEST_RAISED = 40;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ';
const PLAIN = '0123456789+-()n';
const MARK =
  /^(?:[[〔【(（]?\s*(?:注\s*)?\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*\s*[\]〕】)）]|注\s*\d{0,3}|[*＊†‡①-⑳]+)$/;
const NUMBER = /^\d{1,3}$/;
const TAKES_EXPONENT = /(?:[A-Za-z0-9)）\]％%°′]|[千厘毫分平立]?[米方])$/;

/** True when it is a mark of a footnote: [1], ①, * anywhere; a bare number where no exponent can stand. */
export function isFootnoteMark({ level, isMark }: RaisedText, text: string, before: string): boolean {
  if (level === 'lowered') return false;
  return isMark || MARK.test(text) || (NUMBER.test(text) && !TAKES_EXPONENT.test(before));
}

/** m<sup>2</sup> is m², not m2; characters without a raised form stay as they are. */
export function raise({ level, pieces }: RaisedText, text: string): readonly Piece[] {
  if (![...text].every((character) => PLAIN.includes(character))) return pieces;
  const forms = level === 'raised' ? RAISED : LOWERED;
  return pieces.map((piece) => ({
    ...piece,
    value: piece.value.replace(/[0-9+\-()n]/g, (character) => forms.charAt(PLAIN.indexOf(character))),
  }));
}
