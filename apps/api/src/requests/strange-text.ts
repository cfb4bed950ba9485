import type { InputFlaw } from '../problems/problem.js';
import { escapePointer } from './odd-shape.js';

/**
 * Finds what Postgres cannot store and nobody types: NUL characters and halves of surrogate pairs in any string, names of
 * fields included.
 */
export function findStrangeText(value: unknown, pointer = ''): InputFlaw | null {
  if (typeof value === 'string') {
    if (/\u0000|\p{Surrogate}/u.test(value)) {
      return { pointer, code: 'strange-text', detail: '文字里有不能保存的字符（NUL 或残缺的字符）。' };
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (findStrangeText(name)) return findStrangeText(name, pointer);
    const flaw = findStrangeText(inner, `${pointer}/${escapePointer(name)}`);
    if (flaw) return flaw;
  }
  return null;
}

const FREE = Symbol('any text');

/** A field whose characters its own feature judges. */
export const AnyText = (): PropertyDecorator => (target, name) => {
  Reflect.defineMetadata(FREE, [...freeFields(target.constructor), String(name)], target.constructor);
};

export function freeFields(type: object): string[] {
  return Reflect.getMetadata(FREE, type) ?? [];
}
