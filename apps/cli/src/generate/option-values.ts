import { InvalidArgumentError } from 'commander';
import { isWritableType, WRITABLE_TYPES, type WritableType } from '#question';

/** Readers of option values; what they refuse is wrong usage. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`应是 ${least} 到 ${most} 之间的整数。`);
  };
}

export function oneOf<Name extends string>(names: readonly Name[]): (value: string) => Name {
  return (value) => {
    const known = names.find((name) => name === value);
    if (known !== undefined) return known;
    throw new InvalidArgumentError(`可用：${names.join('、')}。`);
  };
}

export function questionTypes(value: string): WritableType[] {
  const names = value.split(/[,，]/).map((name) => name.trim());
  const unknown = names.find((name) => !isWritableType(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`没有“${unknown}”这种题型，可用：${WRITABLE_TYPES.join(',')}。`);
  return [...new Set(names.filter(isWritableType))];
}
