import type { Candidate } from '../candidate.js';
import type { WrittenQuestion } from '../draft.js';
import type { AddedFacts } from './add-facts.js';
import type { Proposals, Provenance } from './proposals.js';
import type { WordedFacts } from './word-facts.js';

/** Whose a candidate is: the wording's proposer, else the fact's, else nobody's but the rules'. */
export function originsOf(
  { facts, wordings }: Proposals,
  added: AddedFacts,
  worded: WordedFacts,
): (candidate: Candidate) => Provenance | null {
  const stems = new Set([...worded.sketches, ...worded.candidates].map(keyOf));
  const proposed = new Set(added.findings.map(({ fact }) => fact.id));
  return (candidate) => {
    if (wordings && stems.has(keyOf(candidate))) return wordings.provenance;
    return facts && candidate.covers.some((id) => proposed.has(id)) ? facts.provenance : null;
  };
}

/** Says of each question where it comes from; `picked` are its candidates in the same order. */
export function markOrigins(
  questions: readonly WrittenQuestion[],
  picked: readonly Candidate[],
  originOf: (candidate: Candidate) => Provenance | null,
): WrittenQuestion[] {
  return questions.map((question, index) => {
    const candidate = picked[index];
    const provenance = candidate ? originOf(candidate) : null;
    return provenance ? { ...question, origin: 'llm', provenance } : { ...question, origin: 'rule' };
  });
}

function keyOf({ type, stem, finding }: Pick<Candidate, 'type' | 'stem' | 'finding'>): string {
  return `${type} ${finding.fact.id} ${stem}`;
}
