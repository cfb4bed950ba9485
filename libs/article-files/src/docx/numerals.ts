const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A count as Word's number format (ST_NumberFormat) writes it; beyond what is written that way, in digits. */
export function writeNumeral(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return underHundred(count, DIGITS, '十', true);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return underHundred(count, LEGAL, '拾', false);
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return [...String(count)].map((digit) => DIGITS.charAt(Number(digit))).join('');
    case 'ideographTraditional':
      return STEMS.charAt(count - 1) || String(count);
    case 'ideographZodiac':
      return BRANCHES.charAt(count - 1) || String(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED.charAt(count - 1) || String(count);
    case 'decimalFullWidth':
      return [...String(count)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    default:
      return String(count);
  }
}

function underHundred(count: number, digits: string, ten: string, short: boolean): string {
  if (count < 1 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10 === 0 ? '' : digits.charAt(count % 10);
  if (tens === 0) return ones;
  return `${tens === 1 && short ? '' : digits.charAt(tens)}${ten}${ones}`;
}

/** a … z, then aa, bb …, as Word counts. */
function letters(count: number): string {
  if (count < 1 || count > 260) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  const steps: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = count;
  let written = '';
  for (const [value, sign] of steps) {
    written += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return written;
}
