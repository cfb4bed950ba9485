import type { Evidence, Question, Tolerance } from '#question';
import type { ToleranceContent } from './answer-content.dto.js';
import type { QuestionContentDto } from './question-content.dto.js';
import type { EvidenceContent, OptionContent } from './question-words.dto.js';

/** The question that a request spells out, its quotes placed in the article when it has one. */
export function readContent(given: QuestionContentDto, article: string | null): Question {
  const { stem, explanation, factKind } = given;
  const evidence = given.evidence.map((one) => place(one, article));
  const words = { stem, explanation, evidence, ...(factKind && { factKind }) };
  switch (given.type) {
    case 'single':
      return { type: 'single', ...words, options: copy(given.options), key: given.key };
    case 'multi':
      return { type: 'multi', ...words, options: copy(given.options), key: [...given.keys] };
    case 'tf': {
      const { value, correction } = given;
      return { type: 'tf', ...words, key: value, ...(correction && { correction }) };
    }
    case 'fill': {
      const tolerances = given.blanks.map(({ tolerance }) => (tolerance ? readTolerance(tolerance) : null));
      return {
        type: 'fill',
        ...words,
        key: given.blanks.map(({ forms }) => [...forms]),
        ...(tolerances.some(Boolean) && { tolerances }),
        ...(given.anyOrder && { anyOrder: true }),
      };
    }
    case 'order':
      return { type: 'order', ...words, options: copy(given.options), key: [...given.order] };
    case 'match': {
      const key = given.pairs.map(({ left, right }) => ({ left, right }));
      return { type: 'match', ...words, lefts: copy(given.lefts), rights: copy(given.rights), key };
    }
    case 'short': {
      const rubric = given.answer.rubric.map(({ id, text, share }) => ({ id, text, share }));
      return { type: 'short', ...words, key: { model: given.answer.model, rubric } };
    }
  }
}

/** Everything a question says, as a request may send it back. */
export function contentView(question: Question): QuestionContentDto {
  const { stem, explanation, factKind } = question;
  const evidence = question.evidence.map(({ quote, start }) => ({ quote, start }));
  const words = { stem, explanation, evidence, ...(factKind && { factKind }) };
  switch (question.type) {
    case 'single':
      return { type: 'single', ...words, options: copy(question.options), key: question.key };
    case 'multi':
      return { type: 'multi', ...words, options: copy(question.options), keys: [...question.key] };
    case 'tf': {
      const { key, correction } = question;
      return { type: 'tf', ...words, value: key, ...(correction && { correction }) };
    }
    case 'fill': {
      const blanks = question.key.map((forms, index) => {
        const tolerance = question.tolerances?.[index];
        return { forms: [...forms], ...(tolerance && { tolerance: { ...tolerance } }) };
      });
      return { type: 'fill', ...words, blanks, ...(question.anyOrder && { anyOrder: true }) };
    }
    case 'order':
      return { type: 'order', ...words, options: copy(question.options), order: [...question.key] };
    case 'match': {
      const pairs = question.key.map(({ left, right }) => ({ left, right }));
      return { type: 'match', ...words, lefts: copy(question.lefts), rights: copy(question.rights), pairs };
    }
    case 'short': {
      const rubric = question.key.rubric.map((point) => ({ ...point }));
      return { type: 'short', ...words, answer: { model: question.key.model, rubric } };
    }
  }
}

/** Where a flaw of the question stands in what the request spelled out. */
export function contentPointer({ type }: QuestionContentDto, pointer: string): string {
  const [, field = '', first, second] = pointer.split('/');
  if (type === 'fill' && field === 'key') {
    return `/blanks${first === undefined ? '' : `/${first}`}${second === undefined ? '' : `/forms/${second}`}`;
  }
  if (type === 'fill' && field === 'tolerances')
    return `/blanks/${first ?? 0}/tolerance${second ? `/${second}` : ''}`;
  if (field !== 'key') return pointer;
  const names: Partial<Record<QuestionContentDto['type'], string>> = {
    multi: 'keys',
    tf: 'value',
    order: 'order',
    match: 'pairs',
    short: 'answer',
  };
  return pointer.replace('/key', `/${names[type] ?? 'key'}`);
}

/** A quote that the article does not hold keeps the place it was given: checkQuestion refuses it there. */
function place({ quote, start }: EvidenceContent, article: string | null): Evidence {
  const at = start ?? article?.indexOf(quote) ?? 0;
  return { quote, start: Math.max(at, 0), end: Math.max(at, 0) + quote.length };
}

function readTolerance({ kind, amount, unit, unitRequired }: ToleranceContent): Tolerance {
  return { kind, amount, ...(unit && { unit }), ...(unitRequired && { unitRequired }) };
}

function copy(options: readonly OptionContent[]): OptionContent[] {
  return options.map(({ id, text }) => ({ id, text }));
}
