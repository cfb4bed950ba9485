/** The six question types: single choice, multiple choice, true/false, fill-in, ordering, matching. */
export const QUESTION_TYPES = ['single', 'multi', 'tf', 'fill', 'order', 'match'] as const;

export type QuestionType = (typeof QUESTION_TYPES)[number];

export const QUESTION_TYPE_NAMES: Readonly<Record<QuestionType, string>> = {
  single: '单选题',
  multi: '多选题',
  tf: '判断题',
  fill: '填空题',
  order: '排序题',
  match: '配对题',
};

export function isQuestionType(value: unknown): value is QuestionType {
  return (QUESTION_TYPES as readonly unknown[]).includes(value);
}
