import type { InputFlaw } from '../problems/problem.js';

const DEEPEST = 32;
/** A quiz of 200 slots, the largest thing anybody sends, has some 600. */
const MOST_VALUES = 2_000;

/**
 * Finds what no route can mean and validation would choke on: very many values, deep nesting, and names that every object
 * has anyway (`constructor`, `toString`), which class-validator takes for known fields.
 */
export function findOddShape(body: unknown): InputFlaw | null {
  let values = 0;
  const look = (value: unknown, pointer: string, depth: number): InputFlaw | null => {
    values += 1;
    if (values > MOST_VALUES) {
      return { pointer: '', code: 'too-many', detail: `请求体里的值超过 ${MOST_VALUES} 个。` };
    }
    if (typeof value !== 'object' || value === null) return null;
    if (depth >= DEEPEST) return { pointer, code: 'too-deep', detail: `嵌套超过 ${DEEPEST} 层。` };
    for (const [name, inner] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(name)}`;
      if (name in Object.prototype) {
        return { pointer: at, code: 'unknown-field', detail: `不认识的字段 ${name}。` };
      }
      const flaw = look(inner, at, depth + 1);
      if (flaw) return flaw;
    }
    return null;
  };
  return look(body, '', 0);
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
