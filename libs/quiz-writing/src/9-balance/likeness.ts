import type { Question, QuestionType } from '#question';
import type { Candidate } from '../candidate.js';
import { onceEach } from '../once-each.js';
import { bare } from '../8-gate/rule.js';

/** What a question asks, in the form that comparing needs. */
export interface Asked {
  readonly type: QuestionType;
  readonly stem: string;
  /** The words it wants: right options, blanks, items in order; none for a statement. */
  readonly wanted: readonly string[];
  readonly wrong: readonly string[];
}

/** Stems that share so many of their pairs of characters say the same. */
const ALIKE = 0.6;
/** The same stem with fewer new wrong options is the same question with its options shuffled. */
const FEWEST_NEW_OPTIONS = 2;

/**
 * Whether one question is the other again, so that who has answered one need not be asked the other: same type, same
 * words wanted, stems alike, and for choices not two wrong options that are new. Statements about one thing are the same again
 * whether true or false. Another type is another question.
 */
export function isSameAgain(one: Asked, other: Asked): boolean {
  if (one.type !== other.type) return false;
  switch (one.type) {
    case 'order':
    case 'match':
      return common(one.wanted, other.wanted) * 2 > Math.min(one.wanted.length, other.wanted.length);
    case 'fill':
      return wantsTheSame(one, other) && areAlike(one.stem, other.stem);
    case 'single':
    case 'multi':
      return (
        wantsTheSame(one, other) &&
        areAlike(one.stem, other.stem) &&
        newOptions(one, other) < FEWEST_NEW_OPTIONS
      );
    default:
      return areAlike(one.stem, other.stem);
  }
}

/** Whether a person would call the two stems one. */
export function areAlike(stem: string, other: string): boolean {
  const [one, two] = [pairsOf(stem), pairsOf(other)];
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return 2 * shared >= ALIKE * (one.size + two.size);
}

export const askedByCandidate = onceEach((candidate: Candidate): Asked => {
  const { type, stem, correct, wrong, pairs } = candidate;
  if (type === 'match') return { type, stem, wanted: (pairs ?? []).map(({ right }) => right), wrong: [] };
  return { type, stem, wanted: type === 'tf' ? [] : correct, wrong: type === 'tf' ? [] : wrong };
});

export function askedByQuestion(question: Question): Asked {
  const { type, stem } = question;
  switch (question.type) {
    case 'single':
    case 'multi': {
      const keys = question.type === 'single' ? [question.key] : question.key;
      const texts = (right: boolean) =>
        question.options.filter(({ id }) => keys.includes(id) === right).map(({ text }) => text);
      return { type, stem, wanted: texts(true), wrong: texts(false) };
    }
    case 'fill':
      return { type, stem, wanted: question.key.map(([form = '']) => form), wrong: [] };
    case 'order':
      return { type, stem, wanted: question.options.map(({ text }) => text), wrong: [] };
    case 'match':
      return { type, stem, wanted: question.rights.map(({ text }) => text), wrong: [] };
    default:
      return { type, stem, wanted: [], wrong: [] };
  }
}

/** All that one wants is wanted by the other as well: one blank of two is no new question. */
function wantsTheSame({ wanted: one }: Asked, { wanted: other }: Asked): boolean {
  return common(one, other) >= Math.min(one.length, other.length);
}

/** How many wrong options either has that the other has not. */
function newOptions({ wrong: one }: Asked, { wrong: other }: Asked): number {
  return Math.min(one.length, other.length) - common(one, other);
}

function common(one: readonly string[], other: readonly string[]): number {
  const known = new Set(other.map(bare));
  return one.filter((text) => known.has(bare(text))).length;
}

function pairsOf(text: string): ReadonlySet<string> {
  const said = bare(text.replace(/_{2,}/g, ''));
  return new Set(Array.from({ length: Math.max(0, said.length - 1) }, (_, at) => said.slice(at, at + 2)));
}
