import type { Question } from './question.js';
import { countBlanks } from './question.js';

/** What a learner gave for one slot. A partial response is a response: it is stored and can be completed. */
export type Response =
  | { readonly type: 'single'; readonly choice: string }
  | { readonly type: 'multi'; readonly choices: readonly string[] }
  | { readonly type: 'tf'; readonly value: boolean }
  | { readonly type: 'fill'; readonly texts: readonly string[] }
  | { readonly type: 'order'; readonly order: readonly string[] }
  | { readonly type: 'match'; readonly pairs: readonly { readonly left: string; readonly right: string }[] }
  | { readonly type: 'short'; readonly text: string };

export interface ResponseRefusal {
  /** Stable code for programs. */
  readonly code: 'type-mismatch' | 'unknown-option' | 'duplicate-option' | 'wrong-count' | 'too-long';
  /** JSON pointer into the response. */
  readonly pointer: string;
  /** Chinese sentence for people. */
  readonly detail: string;
}

/** In UTF-16 units, per blank. */
export const MAX_FILL_LENGTH = 200;
/** In UTF-16 units. */
export const MAX_SHORT_LENGTH = 5000;

/**
 * Whether a response can be stored for this question: same type, known ids, each at most once, texts not too long.
 * Returns why not, or null.
 */
export function refuseResponse(question: Question, response: Response): ResponseRefusal | null {
  if (question.type !== response.type) {
    return {
      code: 'type-mismatch',
      pointer: '/type',
      detail: `这道题的题型是 ${question.type}，收到的作答是 ${response.type}。`,
    };
  }
  switch (response.type) {
    case 'tf':
      return null;
    case 'single':
      return known(optionIds(question), [response.choice], '/choice', false);
    case 'multi':
      return known(optionIds(question), response.choices, '/choices', true);
    case 'order':
      return known(optionIds(question), response.order, '/order', true);
    case 'fill': {
      const blanks = countBlanks(question.stem);
      if (response.texts.length !== blanks) {
        return {
          code: 'wrong-count',
          pointer: '/texts',
          detail: `这道题有 ${blanks} 个空，收到 ${response.texts.length} 个。`,
        };
      }
      const long = response.texts.findIndex((text) => text.length > MAX_FILL_LENGTH);
      return long < 0 ? null : tooLong(`/texts/${long}`, MAX_FILL_LENGTH);
    }
    case 'short':
      return response.text.length > MAX_SHORT_LENGTH ? tooLong('/text', MAX_SHORT_LENGTH) : null;
    case 'match': {
      if (question.type !== 'match') return null;
      return (
        known(
          question.lefts.map((option) => option.id),
          response.pairs.map((pair) => pair.left),
          '/pairs',
          true,
        ) ??
        known(
          question.rights.map((option) => option.id),
          response.pairs.map((pair) => pair.right),
          '/pairs',
          true,
        )
      );
    }
  }
}

function tooLong(pointer: string, most: number): ResponseRefusal {
  return { code: 'too-long', pointer, detail: `作答最多 ${most} 个字。` };
}

function optionIds(question: Question): string[] {
  return 'options' in question ? question.options.map((option) => option.id) : [];
}

function known(
  ids: readonly string[],
  given: readonly string[],
  pointer: string,
  many: boolean,
): ResponseRefusal | null {
  const at = (index: number) => (many ? `${pointer}/${index}` : pointer);
  const unknown = given.findIndex((id) => !ids.includes(id));
  if (unknown >= 0) {
    return {
      code: 'unknown-option',
      pointer: at(unknown),
      detail: `这道题没有编号为 ${given[unknown]} 的选项。`,
    };
  }
  const twice = given.findIndex((id, index) => given.indexOf(id) !== index);
  if (twice >= 0) {
    return { code: 'duplicate-option', pointer: at(twice), detail: `选项 ${given[twice]} 重复出现。` };
  }
  return null;
}
