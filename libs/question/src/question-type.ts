/** The types that can be written from an article: single choice, multiple choice, true/false, fill-in, ordering, matching. */
export const WRITABLE_TYPES = ['single', 'multi', 'tf', 'fill', 'order', 'match'] as const;

/** All question types. A short answer is written, and marked, by people only. */
export const QUESTION_TYPES = [...WRITABLE_TYPES, 'short'] as const;

export type QuestionType = (typeof QUESTION_TYPES)[number];
export type WritableType = (typeof WRITABLE_TYPES)[number];

export const QUESTION_TYPE_NAMES: Readonly<Record<QuestionType, string>> = {
  single: '单选题',
  multi: '多选题',
  tf: '判断题',
  fill: '填空题',
  order: '排序题',
  match: '配对题',
  short: '简答题',
};

export function isQuestionType(value: unknown): value is QuestionType {
  return (QUESTION_TYPES as readonly unknown[]).includes(value);
}

export function isWritableType(value: unknown): value is WritableType {
  return (WRITABLE_TYPES as readonly unknown[]).includes(value);
}
