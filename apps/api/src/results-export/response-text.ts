import type { Option, Question, Response } from '#question';

/** A response in words that need no letters: every learner saw the options in another order. */
export function responseText(question: Question, response: Response): string {
  switch (response.type) {
    case 'single':
      return textOf(question, response.choice);
    case 'multi':
      return response.choices.map((id) => textOf(question, id)).join('；');
    case 'tf':
      return response.value ? '正确' : '错误';
    case 'fill':
      return response.texts.join('；');
    case 'order':
      return response.order.map((id) => textOf(question, id)).join(' → ');
    case 'match':
      return response.pairs
        .map(({ left, right }) => `${textOf(question, left)}—${textOf(question, right)}`)
        .join('；');
    case 'short':
      return response.text;
  }
}

function textOf(question: Question, id: string): string {
  const options: readonly Option[] =
    question.type === 'match'
      ? [...question.lefts, ...question.rights]
      : 'options' in question
        ? question.options
        : [];
  return options.find((option) => option.id === id)?.text ?? id;
}
