import type { RawCell } from '../table/raw-sheet.js';

/** How a workbook shows its numbers. */
export interface NumberFormats {
  /** Format code by cell style. */
  readonly codes: readonly string[];
  readonly since1904: boolean;
}

/** Format codes that Excel does not write out; 27–36 and 50–58 as Chinese Excel shows them. */
export function builtInCode(id: number): string {
  if (id === 9 || id === 10) return '0%';
  if (id === 14) return 'yyyy/m/d';
  if (id >= 15 && id <= 17) return id === 17 ? 'yyyy/m' : 'yyyy/m/d';
  if (id >= 18 && id <= 21) return id === 19 || id === 21 ? 'h:mm:ss' : 'h:mm';
  if (id === 22) return 'yyyy/m/d h:mm';
  if (id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'yyyy年m月';
  if (id === 28 || id === 29 || id === 51 || id === 53 || id === 54 || id === 58) return 'm月d日';
  if (id === 30) return 'm/d/yy';
  if (id === 31) return 'yyyy年m月d日';
  if (id === 32 || id === 55) return 'h时mm分';
  if (id === 33 || id === 56) return 'h时mm分ss秒';
  return '';
}

/** A number cell as the person saw it: 50% and not 0.5, a date and not a count of days, all digits of a long number. */
export function numberCell(value: string, style: number, { codes, since1904 }: NumberFormats): RawCell {
  const number = Number(value);
  if (!/^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(value) || !Number.isFinite(number)) return { text: value };
  const code = (codes[style] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (piece) =>
    /[年月日时分秒%]/.test(piece) ? piece.replace(/["\\[\]]/g, '') : '',
  );
  if (/[ymdhs]/i.test(code.replace(/General/gi, ''))) {
    const text = dateText(number, code, since1904);
    if (text !== null) {
      const detail = `这是日期单元格，按“${text}”读入；要写成别的样子，请把单元格格式改为“文本”再填。`;
      return { text, remark: { code: 'date-read', detail, isError: false } };
    }
  }
  if (code.includes('%')) return { text: `${plain(number * 100)}%` };
  const text = plain(number, value);
  if (text.replace(/^-/, '').length < 16 || !/^-?\d+$/.test(text)) return { text };
  const detail = '超过 15 位的数字 Excel 会取整：请核对，并把单元格格式改为“文本”后重填。';
  return { text, remark: { code: 'number-inexact', detail, isError: false } };
}

function plain(number: number, literal = ''): string {
  if (/^-?\d+$/.test(literal)) return literal;
  if (Number.isInteger(number) && Math.abs(number) < 1e30) return BigInt(number).toString();
  // Excel computes with 15 digits; behind them stands only how the machine keeps fractions.
  return String(Number(number.toPrecision(15)));
}

function dateText(serial: number, code: string, since1904: boolean): string | null {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0);
  if (days < 0 || days > 2_958_465) return null;
  // Excel believes in 29 February 1900.
  const [year, month, day] = civil(days - 25_569 + (days < 60 ? 1 : 0));
  const has = (letter: RegExp) => letter.test(code);
  const timed = has(/[hs]/i);
  const dated = has(/[yd]/i) || !timed;
  const isPadded = has(/mm/i) && has(/dd/i);
  const two = (part: number) => String(part).padStart(2, '0');
  const pad = (part: number) => (isPadded ? two(part) : String(part));
  const parts = [
    { written: has(/y/i), text: String(year), sign: '年' },
    { written: dated && has(/m/i), text: pad(month), sign: '月' },
    { written: has(/d/i), text: pad(day), sign: '日' },
  ].filter(({ written }) => dated && written);
  const between = code.includes('-') ? '-' : code.includes('.') ? '.' : '/';
  const date = /[年月日]/.test(code)
    ? parts.map(({ text, sign }) => text + sign).join('')
    : parts.map(({ text }) => text).join(between);
  if (!timed) return date;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, two(Math.floor(seconds / 60) % 60)];
  if (has(/s/i)) clock.push(two(seconds % 60));
  return [date, clock.join(':')].filter((part) => part !== '').join(' ');
}

/** Days since 1970 as year, month, day of the Gregorian calendar (Hinnant, civil_from_days). */
function civil(days: number): [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return [
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  ];
}
