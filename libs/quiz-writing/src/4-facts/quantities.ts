import { findFigures, type Figure } from '../numbers.js';
import type { Finder } from './find.js';

/** 突破, 超过 … read as the verb of the sentence: they stay outside the answer. */
const VERBAL_HEDGE = /^(?:突破|超过|超|逾|不足|不到|接近|不少于|不低于|至少|不超过|最多|最高达)$/;
const CALENDAR = /^(?:年|月|日)$/;

/** Counts, sums and shares with their unit and hedge: 近160名, 36个, 12.5%. */
export const findQuantities: Finder = ({ reading }) =>
  findFigures(reading.text)
    .filter((figure) => isQuantity(figure, reading.text))
    .map(withoutVerb)
    .map((figure) => {
      const start = reading.start + figure.start;
      return {
        kind: 'quantity',
        form: 'figure',
        answer: figure.text,
        start,
        end: start + figure.text.length,
        acceptedForms: otherSpellings(figure),
        importance: figure.unit === '岁' && reading.text.startsWith('的', figure.end) ? 1 : weigh(figure),
        figure,
        ...(figure.hedge ? { hedge: figure.hedge } : {}),
      };
    });

function isQuantity(figure: Figure, text: string): boolean {
  if (figure.tied || (figure.unit === '' && !/[万亿千百]|分之/.test(figure.core))) return false;
  if (CALENDAR.test(figure.unit) && (figure.unit !== '年' || figure.value > 200)) return false;
  if (figure.chinese && figure.value < 2 && !/分之/.test(figure.core)) return false;
  if (figure.value === 1 && /每[\u3400-\u9fff]{0,4}$/.test(text.slice(0, figure.start))) return false;
  const before = text.slice(Math.max(0, figure.start - 1), figure.start);
  const behind = text.slice(figure.end);
  if (isOneOfTwo(figure, text) || /^[/／]/.test(behind)) return false;
  if (figure.unit === '分' && /\d[时点]$/.test(text.slice(0, figure.start))) return false;
  if (/^(?:年|月|天)$/.test(figure.unit) && /^(?:来|以来|间|的发展|的努力|的建设)/.test(behind)) return false;
  if (figure.chinese && figure.value < 10 && figure.unit === '个' && /^(?:$|[，。；])/.test(behind))
    return false;
  if (figure.unit === '期' && /^(?:工程|项目|建设)/.test(behind)) return false;
  if (figure.chinese && (figure.unit === '级' || (figure.unit === '步' && /^[法曲]/.test(behind))))
    return false;
  return !/[第A-Za-z—±-]/.test(before) && !insideName(text, figure.start);
}

/** 人均收入增长5.2%和7.6%: which is whose, a clause before says. */
function isOneOfTwo({ start, end }: Figure, text: string): boolean {
  const clause = /[^，。；]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return (
    !/分别|各/.test(clause) &&
    (/^和\d/.test(text.slice(end)) || /\d[%个家万亿元人]*和$/.test(clause)) &&
    !/[从由]/.test(clause)
  );
}

/** A figure inside 《…》 or a short quotation belongs to the name. */
function insideName(text: string, at: number): boolean {
  return ['《》', '“”'].some((marks) => {
    const open = text.lastIndexOf(marks.charAt(0), at);
    const close = open < 0 ? -1 : text.indexOf(marks.charAt(1), open);
    return close > at && close - open <= 24 && !/[，。！？]/.test(text.slice(open, close));
  });
}

function withoutVerb(figure: Figure): Figure {
  if (!VERBAL_HEDGE.test(figure.before)) return figure;
  const length = figure.before.length;
  return { ...figure, before: '', text: figure.text.slice(length), start: figure.start + length };
}

function weigh(figure: Figure): 1 | 2 | 3 {
  if (figure.chinese && figure.value <= 2 && !/期|届/.test(figure.unit)) return 1;
  if (figure.chinese && figure.value < 10 && !/期|方面|届|级|%|分/.test(figure.unit)) return 2;
  return 3;
}

function otherSpellings({ chinese, value, unit, hedge }: Figure): string[] {
  if (!chinese || hedge || !Number.isInteger(value)) return [];
  const digits = `${value}${unit}`;
  return value === 2 ? [digits, `两${unit}`] : [digits];
}
