import type { Decimal } from './decimal.js';

/** An exact fraction in lowest terms; `under` is above zero. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

export function ratio(over: bigint, under = 1n): Ratio {
  const sign = under < 0n ? -1n : 1n;
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under);
  return divisor === 0n
    ? { over: 0n, under: 1n }
    : { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

/** Reads a plain decimal (`-1300`, `0.035`). */
export function ratioOf(decimal: Decimal): Ratio {
  const [whole = '', part = ''] = decimal.split('.');
  return ratio(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { over: -b.over, under: b.under });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.over, a.under * b.under);
}

/** `b` must not be 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.under, a.under * b.over);
}

/** Negative when a < b, zero when they are equal, positive when a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(a: Ratio): Ratio {
  return a.over < 0n ? { over: -a.over, under: a.under } : a;
}

/** Writes a plain decimal where that is exact (`0.25`), else the fraction (`1⁄3`). */
export function written({ over, under }: Ratio): string {
  let [rest, twos, fives] = [under, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  if (rest !== 1n) return `${over}⁄${under}`;
  const places = Math.max(twos, fives);
  const digits = ((over < 0n ? -over : over) * (10n ** BigInt(places) / under)).toString();
  const padded = digits.padStart(places + 1, '0');
  const plain = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  return over < 0n ? `-${plain}` : plain;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
