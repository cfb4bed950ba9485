import type { LearnerQuestion, Option, Response } from '#question';
import type { Answer, AskModel } from './ask-model.js';
import { DATA_ONLY, fence, type Prompt } from './prompt.js';
import type { NumberedSentence } from './proposed.js';
import { numbered } from './propose-facts.js';
import { readTexts } from './read-fields.js';

/** A question without its key, and what the model may read to answer it. */
export interface Examination {
  /** single, multi or tf. `showToLearner` makes it; there is no place for a key in it. */
  readonly question: LearnerQuestion;
  /** null is a closed book. */
  readonly sentences: readonly NumberedSentence[] | null;
  /** Repeats the examination with the options in another order; run 0 keeps the given one. */
  readonly run?: number;
}

export const EXAMINATION_PROMPT = 'examination-1';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const TRUTH: readonly Option[] = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
];
const OPEN_BOOK = '只根据文章回答，不要用别的知识；文章不足以判断，或有几个选项同样成立时，给空列表。';
const CLOSED_BOOK = '没有文章可看，凭常识和题目本身选出最可能的答案；完全无从判断时给空列表。';
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['choices'],
  properties: { choices: { type: 'array', items: { type: 'string' } } },
};

/** What the model chooses; null when it finds that nothing can be chosen. Other types than single, multi, tf: null. */
export async function crossExamine(
  ask: AskModel,
  examination: Examination,
): Promise<Answer<Response | null>> {
  const { question, run = 0 } = examination;
  const options = rotate(question.type === 'tf' ? TRUTH : (question.options ?? []), run);
  const answer = await ask(promptFor(examination, options), (json) => readChoices(json, options));
  if (!answer.outcome.ok) return { outcome: answer.outcome, cost: answer.cost };
  return { outcome: { ok: true, value: asResponse(question, answer.outcome.value) }, cost: answer.cost };
}

function promptFor({ question, sentences }: Examination, options: readonly Option[]): Prompt {
  const task = question.type === 'tf' ? '判断这句话是否正确。' : '';
  const asked = [
    `${task}${question.stem}`,
    ...options.map(({ text }, index) => `${LETTERS.charAt(index)}. ${text}`),
  ].join('\n');
  const article = sentences ? `${fence('文章', numbered(sentences))}\n` : '';
  const many = question.type === 'multi' ? '这是多选题，选出全部正确的选项。' : '只有一个选项正确。';
  return {
    version: EXAMINATION_PROMPT,
    system: `你在做一道题。${sentences ? OPEN_BOOK : CLOSED_BOOK}${many}${DATA_ONLY}\n输出的 JSON：{"choices":["A"]}，用字母表示选项。`,
    user: `${article}请回答，以 JSON 输出。\n${fence('题目', asked)}`,
    schema: SCHEMA,
  };
}

/** The ids of the chosen options; null when something else than options was chosen. */
function readChoices(json: Record<string, unknown>, options: readonly Option[]): string[] | null {
  if (!Array.isArray(json['choices'])) return null;
  const letters = readTexts(json['choices'], options.length + 1, 4).map((letter) =>
    letter.replace(/[.．、]$/, ''),
  );
  const ids = letters.map((letter) => options[letter.length === 1 ? LETTERS.indexOf(letter) : -1]?.id);
  if (ids.length < json['choices'].length) return null;
  return ids.every((id) => id !== undefined) ? ids : null;
}

function asResponse({ type }: LearnerQuestion, ids: readonly string[]): Response | null {
  const [only] = ids;
  if (type === 'multi') return ids.length > 0 ? { type, choices: ids } : null;
  if (only === undefined || ids.length > 1) return null;
  if (type === 'tf') return { type, value: only === 'true' };
  return type === 'single' ? { type, choice: only } : null;
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
