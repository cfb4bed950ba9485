import type { WrittenQuestion } from '#quiz-writing';

/** Questions of several forms say which they belong to and what they ask, in tags that every format carries. */
export function tagForms(
  questions: readonly WrittenQuestion[],
): readonly (WrittenQuestion & { readonly tags: readonly string[] })[] {
  return questions.map((question) => ({
    ...question,
    tags: [`第${question.form}套`, `知识点${question.factId}`],
  }));
}
