import type { FillQuestion, Option, Question } from '#question';
import { textOf } from '../letters.js';
import type { FiledQuestion, QuestionSet } from '../question-set.js';

/**
 * The JSON that other programs read: `{article, questions:[{id, type, stem, options?, answer, pairs?, rights?, evidence,
 * factKind, explanation, correction?, tolerances?, anyOrder?, rubric?, origin?, provenance?, difficulty?, externalId?, tags?,
 * points?, courseTitle?, source?}]}`. Answers are texts, not ids; offsets count UTF-16 units of `article`. `rights` are the right
 * side of a matching as shown. `origin` stands there when a model was asked.
 */
export function writeInterchange({ article, questions }: QuestionSet): string {
  const written = questions.map((filed) => ({
    id: filed.id,
    type: filed.question.type,
    ...fieldsOf(filed.question),
    ...besides(filed),
  }));
  return `${JSON.stringify({ article, questions: written }, null, 2)}\n`;
}

function besides({
  origin,
  provenance,
  difficulty,
  externalId,
  tags,
  points,
  courseTitle,
  source,
}: FiledQuestion) {
  return { origin, provenance, difficulty, externalId, tags, points, courseTitle, source };
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
      return { stem, answer: blanksOf(question), ...proof, ...fillNotes(question) };
    case 'order': {
      const options = question.options.map(({ text }) => ({ text }));
      return { stem, options, answer: question.key.map((id) => textOf(question.options, id)), ...proof };
    }
    case 'short':
      return { stem, answer: [question.key.model], rubric: question.key.rubric, ...proof };
    case 'match': {
      const pairs = question.key.map(({ left, right }) => ({
        left: textOf(question.lefts, left),
        right: textOf(question.rights, right),
      }));
      const rights = question.rights.map(({ text }) => text);
      return { stem, pairs, rights, answer: pairs.map(({ left, right }) => `${left}—${right}`), ...proof };
    }
  }
}

function blanksOf({ key }: FillQuestion) {
  return key.map((forms) => (forms.length === 1 ? forms[0] : forms));
}

function fillNotes({ tolerances, anyOrder }: FillQuestion) {
  return { tolerances, anyOrder };
}

function choices(options: readonly Option[], key: readonly string[]) {
  return {
    options: options.map(({ id, text }) => ({ text, correct: key.includes(id) })),
    answer: options.filter(({ id }) => key.includes(id)).map(({ text }) => text),
  };
}
