import { showToLearner, type Question } from '#question';
import type { LearnerQuestionDto, QuestionOption } from './learner-question.dto.js';

/** A question as the attempt shows it. Built field by field: what is not named here cannot leave the server. */
export function learnerView(question: Question, optionOrder: readonly string[]): LearnerQuestionDto {
  const { type, stem, options, lefts, rights, blanks } = showToLearner(question, optionOrder);
  switch (type) {
    case 'single':
    case 'multi':
    case 'order':
      return { type, stem, options: copy(options) };
    case 'match':
      return { type, stem, lefts: copy(lefts), rights: copy(rights) };
    case 'fill':
      return { type, stem, blanks: blanks ?? 0 };
    case 'tf':
    case 'short':
      return { type, stem };
  }
}

function copy(options: readonly QuestionOption[] = []): QuestionOption[] {
  return options.map(({ id, text }) => ({ id, text }));
}
