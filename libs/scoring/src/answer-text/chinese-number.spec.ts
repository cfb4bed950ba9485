import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChineseNumber, scaleOf } from './chinese-number.js';

const DIGITS = '零一二三四五六七八九';

/** Writes a whole number below 10^16 as a Chinese bank would, independently of the reader. */
function write(number: number): string {
  if (number === 0) return '零';
  if (number >= 1e8) return joined(write(Math.floor(number / 1e8)), '亿', number % 1e8, 1e7);
  if (number >= 1e4) return joined(write(Math.floor(number / 1e4)), '万', number % 1e4, 1e3);
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
  ] as const) {
    if (number >= size)
      return joined(DIGITS[Math.floor(number / size)] ?? '', unit, number % size, size / 10);
  }
  return DIGITS[number] ?? '';
}

function joined(head: string, unit: string, rest: number, full: number): string {
  if (rest === 0) return head + unit;
  return head + unit + (rest < full ? '零' : '') + write(rest);
}

describe('reading a Chinese number', () => {
  it('reads every whole number that can be written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(20_000),
          fc.nat(999_999_999),
          fc.maxSafeNat().map((n) => n % 1e15),
        ),
        (number) => {
          expect(readChineseNumber(write(number))).toBe(String(number));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['十', '10'],
    ['十万', '100000'],
    ['二百五', '250'],
    ['一万三', '13000'],
    ['一万零三', '10003'],
    ['一万亿', '1000000000000'],
    ['二万三千亿', '2300000000000'],
    ['三点一四', '3.14'],
    ['零点五', '0.5'],
    ['三点五万', '35000'],
    ['二〇二〇', '2020'],
    ['一九九八', '1998'],
    ['一〇', '10'],
  ])('reads %s as %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each([
    '',
    '点五',
    '三点',
    '十二五',
    '二三十',
    '三五',
    '一两',
    '百',
    '千万',
    '十百',
    '一百千',
    '三点五点六',
    '一万二万',
    '一亿二万亿',
    '千家万户',
  ])('does not take %s for a number', (text) => {
    expect(readChineseNumber(text)).toBeNull();
  });
});

describe('a unit word after Arabic digits', () => {
  it.each([
    ['万', 4],
    ['百万', 6],
    ['千万', 7],
    ['亿', 8],
    ['万亿', 12],
    ['千', 3],
    ['亿万', null],
    ['', null],
    ['元', null],
  ])('%s moves the point by %s', (word, power) => {
    expect(scaleOf(word)).toBe(power);
  });
});
