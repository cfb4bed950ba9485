import type { Question } from '../question.js';
import { diffText, type TextPart } from './diff-text.js';
import { QUESTION_EDITS, type QuestionEdit } from './question-edit.js';
import { sameWords } from './same-words.js';
import { type Trait, traitsOf } from './traits.js';

/** One thing that two versions of a question say differently. */
export interface QuestionChange {
  readonly pointer: string;
  readonly label: string;
  readonly edit: QuestionEdit;
  /** Null when it is new. */
  readonly before: string | null;
  /** Null when it is gone. */
  readonly after: string | null;
  readonly parts: readonly TextPart[];
}

/** What changed from one version to the other, in reading order; empty when they say the same. */
export function compareQuestions(before: Question, after: Question): QuestionChange[] {
  return changesOf(before, after).map((change) => ({
    ...change,
    parts: diffText(change.before ?? '', change.after ?? ''),
  }));
}

/** Without where the texts part, which takes the time. */
function changesOf(before: Question, after: Question): Omit<QuestionChange, 'parts'>[] {
  const [old, now] = [byPointer(before), byPointer(after)];
  const pointers = new Set([...old.keys(), ...now.keys()]);
  return [...pointers].flatMap((pointer) => {
    const [was, is] = [old.get(pointer), now.get(pointer)];
    const one = is ?? was;
    if (!one || was?.value === is?.value) return [];
    // What came or went says the order changed, too.
    if (pointer.endsWith('#order') && !sameParts(was, is)) return [];
    if (!(was?.text || is?.text)) return [];
    const inWords = one.inWords && was && is && sameWords(was.text, is.text);
    return [
      {
        pointer,
        label: one.label,
        edit: inWords ? 'wording' : one.edit,
        before: was?.text ?? null,
        after: is?.text ?? null,
      },
    ];
  });
}

/** The class of an edit, from what it changed; null when nothing did. */
export function classifyEdit(before: Question, after: Question): QuestionEdit | null {
  return heaviestEdit(changesOf(before, after));
}

export function heaviestEdit(changes: readonly Pick<QuestionChange, 'edit'>[]): QuestionEdit | null {
  return QUESTION_EDITS.findLast((edit) => changes.some((change) => change.edit === edit)) ?? null;
}

function byPointer(question: Question): Map<string, Trait> {
  return new Map(traitsOf(question).map((trait) => [trait.pointer, trait]));
}

function sameParts(was: Trait | undefined, is: Trait | undefined): boolean {
  const sorted = (trait: Trait | undefined) => trait?.value.split(' ').toSorted().join(' ');
  return sorted(was) === sorted(is);
}
