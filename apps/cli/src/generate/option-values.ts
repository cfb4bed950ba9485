import { InvalidArgumentError } from 'commander';
import { isQuestionType, QUESTION_TYPES, type QuestionType } from '#question';

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

export function questionTypes(value: string): QuestionType[] {
  const names = value.split(/[,，]/).map((name) => name.trim());
  const unknown = names.find((name) => !isQuestionType(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`没有“${unknown}”这种题型，可用：${QUESTION_TYPES.join(',')}。`);
  return [...new Set(names.filter(isQuestionType))];
}
