import type { WritableType } from '#question';
import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';

/** A question of this type about the fact, with its proof; distractors are still to come. */
export function sketch(
  finding: Finding,
  type: WritableType,
  stem: string,
  correct: readonly string[],
): Sketch {
  return {
    finding,
    covers: [finding.fact.id],
    type,
    stem,
    correct,
    evidence: finding.fact.evidence,
    explanation: `文中的说法是：${finding.fact.statement}`,
  };
}
