import type { Candidate } from '../candidate.js';
import type { WrittenQuestion } from '../draft.js';
import type { AddedFacts } from './add-facts.js';
import { answerSheet, printOf } from './cross-examination.js';
import type { Proposals, Provenance } from './proposals.js';
import type { WordedFacts } from './word-facts.js';

/** Whose a candidate is: the wording's proposer, else the fact's, else nobody's but the rules'. With what it cost. */
export function originsOf(
  { facts, wordings, examinations }: Proposals,
  added: AddedFacts,
  worded: WordedFacts,
): (candidate: Candidate) => Provenance | null {
  const stems = new Set([...worded.sketches, ...worded.candidates].map(keyOf));
  const proposed = new Set(added.findings.map(({ fact }) => fact.id));
  const examined = new Map(examinations?.map((each) => [printOf(each.stem, each.options), each.tokens ?? 0]));
  return (candidate) => {
    const wording = stems.has(keyOf(candidate)) ? wordings : undefined;
    const fact = candidate.covers.some((id) => proposed.has(id)) ? facts : undefined;
    const provenance = wording?.provenance ?? fact?.provenance;
    if (!provenance) return null;
    const shares = [wording?.tokensEach, fact?.tokensEach].filter((share) => share !== undefined);
    if (shares.length === 0) return provenance;
    const examination = examined.get(printOf(candidate.stem, answerSheet(candidate).options)) ?? 0;
    return { ...provenance, tokens: shares.reduce((sum, share) => sum + share, examination) };
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
