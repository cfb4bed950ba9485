import type { Option, Question } from '#question';

/**
 * A text that two questions share when they ask the same and want the same, whatever ids and order of display their options
 * have and however often blanks stand between words.
 */
export function sameQuestionKey(question: Question): string {
  return JSON.stringify([question.type, flat(question.stem), keyOf(question)]);
}

function keyOf(question: Question): unknown {
  const textOf = (options: readonly Option[], id: string) =>
    flat(options.find((option) => option.id === id)?.text ?? '');
  const all = (options: readonly Option[]) => options.map(({ text }) => flat(text)).sort();
  switch (question.type) {
    case 'single':
      return [all(question.options), textOf(question.options, question.key)];
    case 'multi':
      return [all(question.options), question.key.map((id) => textOf(question.options, id)).sort()];
    case 'tf':
      return question.key;
    case 'fill':
      return question.key.map((forms) => forms.map(flat));
    case 'order':
      return question.key.map((id) => textOf(question.options, id));
    case 'match':
      return [
        question.key
          .map(({ left, right }) => [textOf(question.lefts, left), textOf(question.rights, right)])
          .sort(),
        all(question.rights),
      ];
    case 'short':
      return flat(question.key.model);
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
