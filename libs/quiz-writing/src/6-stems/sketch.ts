import type { Evidence, QuestionType } from '#question';
import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';

/** A question of this type about the fact, with its proof; distractors are still to come. */
export function sketch(
  finding: Finding,
  type: QuestionType,
  stem: string,
  correct: readonly string[],
): Sketch {
  const evidence = evidenceFor(finding);
  return {
    finding,
    covers: [finding.fact.id],
    type,
    stem,
    correct,
    evidence,
    explanation: `文中的说法是：${finding.fact.statement}`,
  };
}

function evidenceFor({ fact, find }: Finding): readonly Evidence[] {
  if (find.form !== 'sequence') return fact.evidence;
  const items = (find.items ?? []).map(({ text, start, end }) => ({ quote: text, start, end }));
  const seen = fact.evidence.filter(
    ({ start, end }) => !items.some((item) => item.start >= start && item.end <= end),
  );
  const inOwn = fact.evidence.filter(({ start, end }) =>
    items.some((item) => item.start >= start && item.end <= end),
  );
  const outside = items.filter(
    (item) => !inOwn.some(({ start, end }) => item.start >= start && item.end <= end),
  );
  return [...seen, ...inOwn, ...outside];
}
