import { countBlanks, type Option, type Question } from './question.js';
import type { QuestionType } from './question-type.js';

/** A question as a learner may see it before the feedback opens: there is no place for a key, a proof or an explanation. */
export interface LearnerQuestion {
  readonly type: QuestionType;
  readonly stem: string;
  /** single, multi, order: what to pick or move, in the order of this attempt. */
  readonly options?: readonly Option[];
  /** match: the left column. */
  readonly lefts?: readonly Option[];
  /** match: the right column, in the order of this attempt. */
  readonly rights?: readonly Option[];
  /** fill: how many texts to give. */
  readonly blanks?: number;
}

/**
 * Shows a question without its key. `optionOrder` lists option ids (match: of the right column) in the order of
 * this attempt; ids it does not name keep their place behind the named ones.
 */
export function showToLearner(question: Question, optionOrder: readonly string[] = []): LearnerQuestion {
  const { type, stem } = question;
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return { type, stem, options: arrange(question.options, optionOrder) };
    case 'match':
      return { type, stem, lefts: question.lefts.map(bare), rights: arrange(question.rights, optionOrder) };
    case 'fill':
      return { type, stem, blanks: countBlanks(stem) };
    case 'tf':
    case 'short':
      return { type, stem };
  }
}

/** The ids that a shuffle may reorder; empty for types without options. */
export function shufflableIds(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return question.options.map((option) => option.id);
    case 'match':
      return question.rights.map((option) => option.id);
    case 'fill':
    case 'tf':
    case 'short':
      return [];
  }
}

function arrange(options: readonly Option[], order: readonly string[]): Option[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (option: Option) => place.get(option.id) ?? order.length;
  return options.map(bare).sort((a, b) => placeOf(a) - placeOf(b));
}

/** Copies the two known fields, so that nothing stored beside them can travel along. */
function bare({ id, text }: Option): Option {
  return { id, text };
}
