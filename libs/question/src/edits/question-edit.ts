/**
 * What an edit touched, from light to heavy; an edit is as heavy as the heaviest thing it touched. `wording` and
 * `explanation` leave what was asked and what is right as they were. `content` makes it another question. `key` comes
 * last: whatever else changed with it, nobody may overlook that something else is right now.
 */
export const QUESTION_EDITS = ['wording', 'explanation', 'content', 'key'] as const;

export type QuestionEdit = (typeof QUESTION_EDITS)[number];

/** Whether results of attempts that were shown the former version may show the new one in its place. */
export function showsInOldAttempts(edit: QuestionEdit): boolean {
  return edit === 'wording' || edit === 'explanation';
}
