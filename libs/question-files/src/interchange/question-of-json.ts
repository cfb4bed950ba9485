import type { QuestionType, RubricPoint, Tolerance } from '#question';
import {
  composeFill,
  composeMatch,
  composeOrder,
  lettered,
  MOST_PARTS,
  refused,
  settle,
  tooManyParts,
  type Composed,
  type Words,
} from '../compose-question.js';
import { flaw } from '../field.js';
import { truthOf } from '../letters.js';
import { tidy } from '../plain-text.js';
import { listOf, objectOf, textOr, textsOf, type JsonObject } from './json-fields.js';

/** A question from its JSON; whatever has not the shape it should have is a flaw. */
export function questionOfJson(type: QuestionType, item: JsonObject, words: Words): Composed {
  const base = { ...words, evidence: [] };
  switch (type) {
    case 'single':
    case 'multi':
      return choiceOf(type, item, words);
    case 'tf': {
      const [answer] = listOf(item.get('answer')) ?? [item.get('answer')];
      const key = typeof answer === 'boolean' ? answer : truthOf(textOr(answer) ?? '');
      if (key === null) return unreadable('["正确"] 或 ["错误"]');
      const correction = tidy(textOr(item.get('correction')) ?? '');
      return settle({ type, ...base, key, ...(correction !== '' && { correction }) });
    }
    case 'fill': {
      const key = listOf(item.get('answer'))?.map((blank) => formsOf(blank));
      const tolerances = listOf(item.get('tolerances'))?.map(toleranceOf);
      if (!key || key.includes(null)) return unreadable('每个空一个文字，或一列文字');
      if (tolerances?.includes(undefined)) return unreadable('误差要有 kind 和 amount');
      return composeFill(
        words,
        key.map((forms) => forms ?? []),
        {
          ...(tolerances && { tolerances: tolerances.map((tolerance) => tolerance ?? null) }),
          ...(item.get('anyOrder') === true && { anyOrder: true }),
        },
      );
    }
    case 'order': {
      const options = optionsOf(item)?.map(({ text }) => text);
      const answer = textsOf(item.get('answer'))?.map(tidy);
      if (!options || !answer) return unreadable('一列选项的文字');
      if (options.length > MOST_PARTS) return refused(tooManyParts(options.length));
      return composeOrder(
        words,
        options,
        answer.map((text) => options.indexOf(text)),
      );
    }
    case 'match':
      return matchOf(item, words);
    case 'short': {
      const [model] = textsOf(item.get('answer')) ?? [];
      const rubric = (listOf(item.get('rubric')) ?? []).map(rubricPointOf);
      if (model === undefined || rubric.includes(null))
        return unreadable('一段参考答案，评分点要有 text 和 share');
      return settle({
        type,
        ...base,
        key: { model: tidy(model), rubric: rubric.filter((point) => point !== null) },
      });
    }
  }
}

function unreadable(how: string): Composed {
  return refused(flaw('answer-unreadable', 'answer', `认不出答案：应是${how}。`));
}

interface JsonOption {
  readonly text: string;
  readonly correct: boolean;
}

function optionsOf(item: JsonObject): JsonOption[] | null {
  const list = listOf(item.get('options'))?.map((option) => {
    const fields = objectOf(option);
    const text = textOr(option) ?? textOr(fields?.get('text'));
    return text === null ? null : { text: tidy(text), correct: fields?.get('correct') === true };
  });
  return !list || list.includes(null) ? null : list.filter((option) => option !== null);
}

function choiceOf(type: 'single' | 'multi', item: JsonObject, words: Words): Composed {
  const options = optionsOf(item);
  const answer = textsOf(item.get('answer'))?.map(tidy);
  if (!options || !answer) return unreadable('一列选项的文字');
  if (options.length > MOST_PARTS) return refused(tooManyParts(options.length));
  const unknown = answer.find((text) => !options.some((option) => option.text === text));
  if (unknown !== undefined)
    return refused(flaw('key-unknown', 'answer', '答案不是任何一个选项的文字。', unknown));
  const marked = options.filter(({ correct }) => correct).map(({ text }) => text);
  if (marked.length > 0 && [...marked].sort().join('\n') !== [...answer].sort().join('\n'))
    return refused(flaw('key-count', 'answer', 'answer 与选项上的 correct 不一致。', answer.join('、')));
  const all = lettered(options.map(({ text }) => text));
  const key = all.filter(({ text }) => answer.includes(text)).map(({ id }) => id);
  const base = { ...words, evidence: [], options: all };
  if (type === 'multi') return settle({ type, ...base, key });
  const [only, ...others] = key;
  return only === undefined || others.length > 0
    ? refused(flaw('key-count', 'answer', `单选题只有一个答案，这里有 ${key.length} 个。`))
    : settle({ type, ...base, key: only });
}

function matchOf(item: JsonObject, words: Words): Composed {
  const pairs = listOf(item.get('pairs'))?.map((pair) => {
    const fields = objectOf(pair);
    const [left, right] = [textOr(fields?.get('left')), textOr(fields?.get('right'))];
    return left === null || right === null ? null : { left: tidy(left), right: tidy(right) };
  });
  if (!pairs || pairs.includes(null)) return unreadable('pairs 里一列 left 和 right');
  const whole = pairs.filter((pair) => pair !== null);
  if (pairs.length > MOST_PARTS) return refused(tooManyParts(pairs.length));
  const rights = (textsOf(item.get('rights')) ?? whole.map(({ right }) => right)).map(tidy);
  return composeMatch(
    words,
    whole.map(({ left }) => left),
    rights,
    whole.map(({ right }) => rights.indexOf(right)),
  );
}

function formsOf(blank: unknown): string[] | null {
  const only = textOr(blank);
  const forms = only === null ? textsOf(blank) : [only];
  return forms?.map(tidy) ?? null;
}

/** Undefined when it is none. */
function toleranceOf(value: unknown): Tolerance | null | undefined {
  if (value === null) return null;
  const fields = objectOf(value);
  const [kind, amount, unit] = [fields?.get('kind'), fields?.get('amount'), fields?.get('unit')];
  if ((kind !== 'absolute' && kind !== 'relative') || typeof amount !== 'string') return undefined;
  return {
    kind,
    amount,
    ...(typeof unit === 'string' && { unit }),
    ...(fields?.get('unitRequired') === true && { unitRequired: true }),
  };
}

function rubricPointOf(value: unknown, index: number): RubricPoint | null {
  const fields = objectOf(value);
  const [text, share] = [textOr(fields?.get('text')), fields?.get('share')];
  return text === null || typeof share !== 'number' ? null : { id: `p${index + 1}`, text: tidy(text), share };
}
