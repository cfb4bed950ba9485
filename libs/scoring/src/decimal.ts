/** An exact decimal written plainly (`-1300`, `0.035`): no exponent, no thousands commas. */
export type Decimal = string;

/** Moves the decimal point: `shift('1.3', 4)` is `13000`. Drops what is only padding: `007.50` becomes `7.5`. */
export function shift(decimal: Decimal, places: number): Decimal {
  const negative = decimal.startsWith('-');
  const [whole = '', part = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const digits = whole + part;
  const point = whole.length + places;
  const padded = digits.padEnd(point, '0').padStart(digits.length - Math.min(point, 0), '0');
  const at = Math.max(point, 0);
  const integer = padded.slice(0, at).replace(/^0+/, '') || '0';
  const fraction = padded.slice(at).replace(/0+$/, '');
  const plain = fraction ? `${integer}.${fraction}` : integer;
  return negative && plain !== '0' ? `-${plain}` : plain;
}
