import { foldText, unfold, type FoldedText } from '../folded-text.js';
import { findFigures, magnitudeOf, type Figure } from '../numbers.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where words stand in a text but for width, blanks and quotation marks; null when they do not. */
export function locate(text: string, words: string): Span | null {
  return locateIn(foldText(text), foldText(words).text);
}

/** Both folded already. */
export function locateIn(folded: FoldedText, sought: string): Span | null {
  if (sought === '') return null;
  const at = folded.text.indexOf(sought);
  return at < 0 ? null : unfold(folded, at, at + sought.length);
}

export function holds(text: string, words: string): boolean {
  return locate(text, words) !== null;
}

/** An answer in its sentence: as it is written there, or a figure of the same value, unit and hedge. */
export function locateAnswer(sentence: string, quote: Span, answer: string): Span | 'missing' | 'figure-cut' {
  const within = sentence.slice(quote.start, quote.end);
  const found = locate(within, answer) ?? sameFigure(within, answer);
  if (!found) return 'missing';
  const span = { start: quote.start + found.start, end: quote.start + found.end };
  const cut = findFigures(sentence).some(
    ({ start, end }) => start < span.end && end > span.start && (start < span.start || end > span.end),
  );
  return cut ? 'figure-cut' : span;
}

function sameFigure(text: string, answer: string): Span | null {
  const asked = onlyFigure(answer);
  if (!asked) return null;
  return (
    findFigures(text).find(
      (figure) =>
        isSameValue(figure, asked) && bareUnit(figure) === bareUnit(asked) && figure.hedge === asked.hedge,
    ) ?? null
  );
}

/** 9.2亿 is 919999999.9999999 for a computer. */
export function isSameValue(a: Figure, b: Figure): boolean {
  const [one, other] = [magnitudeOf(a), magnitudeOf(b)];
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

function bareUnit({ unit }: Figure): string {
  return unit.replace(/^(?:万亿|亿|万)(?=.)/, '');
}

/** The figure that the text consists of, or null. */
export function onlyFigure(text: string): Figure | null {
  const figures = findFigures(text);
  const [figure] = figures;
  return figure && figures.length === 1 && figure.text.length >= 0.7 * text.length ? figure : null;
}
