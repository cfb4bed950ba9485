import {
  BLANK,
  checkQuestion,
  countBlanks,
  type FillQuestion,
  type MatchQuestion,
  type Option,
  type OrderQuestion,
  type Question,
} from '#question';
import { fieldFlawOf, flaw, type FieldFlaw } from './field.js';
import { MAX_TEXT_LENGTH } from './question-file.js';

export interface Composed {
  /** Null when there are flaws. */
  readonly question: Question | null;
  readonly flaws: readonly FieldFlaw[];
  readonly warnings: readonly FieldFlaw[];
}

export interface Words {
  readonly stem: string;
  readonly explanation: string;
}

export const MOST_PARTS = 26;

export function refused(...flaws: FieldFlaw[]): Composed {
  return { question: null, flaws, warnings: [] };
}

/** Judges what a reader put together; every reader ends here. */
export function settle(question: Question, warnings: readonly FieldFlaw[] = []): Composed {
  const parts = Math.max(
    'options' in question ? question.options.length : 0,
    'lefts' in question ? Math.max(question.lefts.length, question.rights.length) : 0,
    question.type === 'fill' ? question.key.length : 0,
    question.type === 'short' ? question.key.rubric.length : 0,
  );
  // Judged before the check, which compares every part with every other.
  if (parts > MOST_PARTS) return refused(tooManyParts(parts));
  if (textsOfQuestion(question).some((text) => text.length > MAX_TEXT_LENGTH))
    return refused(flaw('text-too-long', null, `一格文字最多 ${MAX_TEXT_LENGTH} 个字，请删短。`));
  const flaws = checkQuestion(question).map(fieldFlawOf);
  return { question: flaws.length > 0 ? null : question, flaws, warnings };
}

export function tooManyParts(count: number): FieldFlaw {
  const detail = `一道题最多 ${MOST_PARTS} 个选项、空或评分点，这里有 ${count} 个。`;
  return flaw('option-count', 'stem', detail);
}

/** Every text of a question, the stem first. */
export function textsOfQuestion(question: Question): string[] {
  return [question.stem, question.explanation, ...textsOf(question)];
}

function textsOf(question: Question): string[] {
  const of = (options: readonly Option[]) => options.map(({ text }) => text);
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return of(question.options);
    case 'match':
      return [...of(question.lefts), ...of(question.rights)];
    case 'fill':
      return question.key.flat();
    case 'tf':
      return [question.correction ?? ''];
    case 'short':
      return [question.key.model, ...question.key.rubric.map(({ text }) => text)];
  }
}

/** Options as they stand: a, b, c … */
export function lettered(texts: readonly string[], prefix = ''): Option[] {
  return texts.map((text, index) => ({ id: prefix + String.fromCharCode(97 + index), text }));
}

/**
 * `order` names places of `texts`. Who writes the options in the right order shows the key, so they are then put in
 * another one; ids are given afterwards, for the same reason.
 */
export function composeOrder(words: Words, texts: readonly string[], order: readonly number[]): Composed {
  if (texts.length > MOST_PARTS) return refused(tooManyParts(texts.length));
  const shown = order.length === texts.length && order.every((place, index) => place === index);
  const arranged = shown ? elsewhere(texts) : texts.map((_, index) => index);
  const options = lettered(arranged.map((place) => texts[place] ?? ''));
  const question: OrderQuestion = {
    type: 'order',
    ...words,
    evidence: [],
    options,
    key: order.map((place) => options[arranged.indexOf(place)]?.id ?? ''),
  };
  return settle(question, shown ? [rearranged()] : []);
}

/** `partners[i]` is the place among `rights` of what belongs to `lefts[i]`. */
export function composeMatch(
  words: Words,
  lefts: readonly string[],
  rights: readonly string[],
  partners: readonly number[],
): Composed {
  const parts = Math.max(lefts.length, rights.length);
  if (parts > MOST_PARTS) return refused(tooManyParts(parts));
  const shown = rights.length === partners.length && partners.every((place, index) => place === index);
  const arranged = shown ? elsewhere(rights) : rights.map((_, index) => index);
  const shownRights = lettered(
    arranged.map((place) => rights[place] ?? ''),
    'r',
  );
  const question: MatchQuestion = {
    type: 'match',
    ...words,
    evidence: [],
    lefts: lefts.map((text, index) => ({ id: `l${index + 1}`, text })),
    rights: shownRights,
    key: partners.map((place, index) => ({
      left: `l${index + 1}`,
      right: shownRights[arranged.indexOf(place)]?.id ?? '',
    })),
  };
  return settle(question, shown ? [rearranged()] : []);
}

/** Places in the order of their texts, or against it, so that not all stay where they were. */
function elsewhere(texts: readonly string[]): number[] {
  const byText = texts
    .map((text, place) => ({ text, place }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place))
    .map(({ place }) => place);
  return byText.every((place, index) => place === index) ? byText.toReversed() : byText;
}

function rearranged(): FieldFlaw {
  return flaw(
    'options-rearranged',
    'answer',
    '选项正好按答案的顺序排列，等于给出了答案；导入时换了一个显示顺序，答案不变。',
  );
}

/** A blank may be written as __, ______, in brackets that hold nothing; a stem with none and one answer gets it at its end. */
export function composeFill(
  words: Words,
  key: readonly (readonly string[])[],
  more: Pick<FillQuestion, 'tolerances' | 'anyOrder'> = {},
): Composed {
  const stem = stemWithBlanks(words.stem, key.length);
  const added = countBlanks(stem) === 0 && key.length === 1;
  const question: FillQuestion = {
    type: 'fill',
    ...words,
    stem: added ? `${stem}${BLANK}` : stem,
    evidence: [],
    key,
    ...more,
  };
  const warning = flaw('blank-added', 'stem', '题干里没有空，导入时在末尾加了一个 ____。');
  return settle(question, added ? [warning] : []);
}

const WRITTEN_BLANKS = [/_{2,}/g, /[（(][\s_]*[）)]|【[\s_]*】|\[[\s_]*\]|［[\s_]*］/g] as const;

/** The stem with its blanks as ____, counted so that they fit the answers when they can. */
export function stemWithBlanks(stem: string, blanks: number): string {
  if (countBlanks(stem) > 0 && countBlanks(stem) === blanks) return stem;
  const [lines, brackets] = WRITTEN_BLANKS;
  const lined = stem.replace(lines, BLANK);
  if (countBlanks(lined) > 0) return lined;
  return stem.replace(brackets, BLANK);
}
