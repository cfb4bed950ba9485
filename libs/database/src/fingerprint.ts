import type { Fact, Question } from '#question';
import { createHash } from 'node:crypto';

/** Equal for the same statement about the same words of one text, whatever number the run gave it. */
export function factFingerprint(fact: Fact): string {
  return digest([fact.kind, fact.subject, fact.answer, fact.evidence.map(({ start, end }) => [start, end])]);
}

/** Equal for questions that read the same, options in the same order included. */
export function questionFingerprint(question: Question): string {
  const { type, stem, key } = question;
  const shown =
    question.type === 'match'
      ? [question.lefts, question.rights]
      : 'options' in question
        ? question.options
        : [];
  return digest([type, stem, key, shown]);
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
