import { findFigures, type Figure } from '../numbers.js';
import type { Finder } from './find.js';

const CALENDAR = /^(?:年|月|日)$/;

/** Counts, sums and shares with their unit and hedge: 近180名, 36个, 12.5%. */
export const findQuantities: Finder = ({ reading }) =>
  findFigures(reading.text)
    .filter((figure) => isQuantity(figure, reading.text))
    .map((figure) => {
      const start = reading.start + figure.start;
      return {
        kind: 'quantity',
        form: 'figure',
        answer: figure.text,
        start,
        end: start + figure.text.length,
        acceptedForms: otherSpellings(figure),
        importance: weigh(figure),
        figure,
        ...(figure.hedge ? { hedge: figure.hedge } : {}),
      };
    });

function isQuantity(figure: Figure, text: string): boolean {
  if (figure.tied || (figure.unit === '' && !/[万亿千百]|分之/.test(figure.core))) return false;
  if (CALENDAR.test(figure.unit) && (figure.unit !== '年' || figure.value > 200)) return false;
  if (figure.chinese && figure.value < 2 && !/分之/.test(figure.core)) return false;
  if (figure.chinese && figure.value < 10 && /^[个位家]$/.test(figure.unit))
    return !/^(?:月|多月)/.test(text.slice(figure.end));
  const before = text.slice(Math.max(0, figure.start - 1), figure.start);
  return !/[第A-Za-z]/.test(before) && !insideTitle(text, figure.start);
}

/** A figure inside 《…》 belongs to the name. */
function insideTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && text.indexOf('》', open) > at;
}

function weigh(figure: Figure): 1 | 2 | 3 {
  if (figure.chinese && figure.value < 10 && !/期|方面|届|级|%|分/.test(figure.unit)) return 2;
  return 3;
}

function otherSpellings({ chinese, value, unit, hedge }: Figure): string[] {
  if (!chinese || hedge || !Number.isInteger(value)) return [];
  const digits = `${value}${unit}`;
  return value === 2 ? [digits, `两${unit}`] : [digits];
}
