import type { Option, Question } from '#question';
import { textOf } from './letters.js';
import type { QuestionSet } from './question-set.js';

/**
 * The JSON that other programs read: `{article, questions:[{id, type, stem, options?, answer, pairs?, evidence, factKind,
 * explanation, correction?, origin?, provenance?}]}`. Answers are texts, not ids; offsets count UTF-16 units of `article`. `origin` stands
 * there when a model was asked.
 */
export function writeInterchange({ article, questions }: QuestionSet): string {
  const written = questions.map(({ id, question, origin, provenance }) => ({
    id,
    type: question.type,
    ...fieldsOf(question),
    origin,
    provenance,
  }));
  return `${JSON.stringify({ article, questions: written }, null, 2)}\n`;
}

function fieldsOf(question: Question) {
  const { stem, explanation, factKind } = question;
  const evidence = question.evidence.length === 1 ? question.evidence[0] : question.evidence;
  const proof = { evidence, factKind, explanation };
  switch (question.type) {
    case 'single':
      return { stem, ...choices(question.options, [question.key]), ...proof };
    case 'multi':
      return { stem, ...choices(question.options, question.key), ...proof };
    case 'tf':
      return { stem, answer: [question.key ? '正确' : '错误'], ...proof, correction: question.correction };
    case 'fill':
      return {
        stem,
        answer: question.key.map((forms) => (forms.length === 1 ? forms[0] : forms)),
        ...proof,
      };
    case 'order': {
      const options = question.options.map(({ text }) => ({ text }));
      return { stem, options, answer: question.key.map((id) => textOf(question.options, id)), ...proof };
    }
    case 'match': {
      const pairs = question.key.map(({ left, right }) => ({
        left: textOf(question.lefts, left),
        right: textOf(question.rights, right),
      }));
      return { stem, pairs, answer: pairs.map(({ left, right }) => `${left}—${right}`), ...proof };
    }
    case 'short':
      return { stem, answer: [question.key.model], rubric: question.key.rubric, ...proof };
  }
}

function choices(options: readonly Option[], key: readonly string[]) {
  return {
    options: options.map(({ id, text }) => ({ text, correct: key.includes(id) })),
    answer: options.filter(({ id }) => key.includes(id)).map(({ text }) => text),
  };
}
