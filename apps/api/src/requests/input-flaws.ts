import type { ValidationError } from 'class-validator';
import type { InputFlaw } from '../problems/problem.js';
import { escapePointer } from './odd-shape.js';

interface FlawWords {
  readonly code: string;
  readonly detail: (name: string, limit: string) => string;
}

/**
 * class-validator's constraint → our code and Chinese sentence; of several that fail the first listed here is told.
 * `limit` is the last number of its English message.
 */
const WORDS: Readonly<Record<string, FlawWords>> = {
  whitelistValidation: { code: 'unknown-field', detail: (name) => `不认识的字段 ${name}。` },
  isDefined: { code: 'required', detail: (name) => `缺少 ${name}。` },
  isString: { code: 'not-text', detail: (name) => `${name} 应是文字。` },
  isInt: { code: 'not-integer', detail: (name) => `${name} 应是整数。` },
  isNumber: { code: 'not-number', detail: (name) => `${name} 应是数字。` },
  isBoolean: { code: 'not-boolean', detail: (name) => `${name} 应是 true 或 false。` },
  isArray: { code: 'not-list', detail: (name) => `${name} 应是列表。` },
  isObject: { code: 'not-object', detail: (name) => `${name} 应是对象。` },
  nestedValidation: { code: 'not-object', detail: (name) => `${name} 应是对象。` },
  isIso8601: {
    code: 'not-time',
    detail: (name) => `${name} 应是 ISO 8601 时间，例如 2026-12-01T01:00:00.000Z。`,
  },
  isUuid: { code: 'not-id', detail: (name) => `${name} 不是有效的编号。` },
  isIn: { code: 'not-allowed', detail: (name) => `${name} 的取值不在允许的范围内。` },
  matches: { code: 'blank', detail: (name) => `${name} 不能为空白。` },
  min: { code: 'too-small', detail: (name, limit) => `${name} 不能小于 ${limit}。` },
  max: { code: 'too-large', detail: (name, limit) => `${name} 不能大于 ${limit}。` },
  maxLength: { code: 'too-long', detail: (name, limit) => `${name} 最多 ${limit} 个字符。` },
  minLength: { code: 'too-short', detail: (name, limit) => `${name} 至少 ${limit} 个字符。` },
  arrayMinSize: { code: 'too-few', detail: (name, limit) => `${name} 至少要有 ${limit} 项。` },
  arrayMaxSize: { code: 'too-many', detail: (name, limit) => `${name} 最多 ${limit} 项。` },
  arrayUnique: { code: 'duplicate', detail: (name) => `${name} 中有重复项。` },
};

const ORDER = Object.keys(WORDS);

/** Flattens class-validator's tree into flaws with JSON pointers. */
export function inputFlaws(errors: readonly ValidationError[], parent = '', separator = '/'): InputFlaw[] {
  return errors.flatMap(({ property, constraints, children, value }) => {
    const pointer = `${parent}${separator}${escapePointer(property)}`;
    const own = Object.entries(constraints ?? {})
      .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .slice(0, 1)
      .map(([constraint, message]) => {
        const missing = value === undefined && constraint !== 'whitelistValidation';
        const words = WORDS[missing ? 'isDefined' : constraint];
        const limit = message.match(/-?\d+(?:\.\d+)?/g)?.at(-1) ?? '';
        const detail = words?.detail(property, limit) ?? `${property} 不符合要求。`;
        return { pointer, code: words?.code ?? 'invalid', detail };
      });
    return [...own, ...inputFlaws(children ?? [], pointer)];
  });
}
