import type { Fact } from '#question';
import type { Finding } from '../4-facts/index.js';
import type { Surroundings } from '../3-names/index.js';
import { findDistractors } from '../7-distractors/index.js';
import { passGate } from '../8-gate/index.js';
import { askedByCandidate, isSameAgain } from '../9-balance/likeness.js';
import type { Candidate } from '../candidate.js';
import { seedFor } from '../random.js';
import { knownTruth, pickDistractors, type KnownTruth } from './pick-distractors.js';
import type { ProposalSet, ProposedWording } from './proposals.js';

/** So often the rules draw other options for one question. */
const DRAWS = 3;

/**
 * Finds for a choice other wrong options, those that were proposed for its fact and not taken before those of the
 * rules. All passed the gate, and at least two of a question's options are new.
 */
export function otherOptions(
  wordings: ProposalSet<ProposedWording> | undefined,
  findings: readonly Finding[],
  around: Surroundings,
  seed: number,
  elsewhere: readonly Fact[],
): (candidate: Candidate) => readonly Candidate[] {
  let truth: KnownTruth | null = null;
  const proposed = (candidate: Candidate): Candidate[] => {
    const { finding, wrong, type } = candidate;
    if (type !== 'single') return [];
    const offered = (wordings?.proposals ?? [])
      .filter(({ factId, answer }) => factId === finding.fact.id && answer === finding.fact.answer)
      .flatMap(({ distractors }) => distractors)
      .filter((option) => !wrong.includes(option));
    truth ??= knownTruth(findings, around);
    const picked = pickDistractors(finding, offered, truth, seedFor(seed, 'guessed'));
    return picked ? [{ ...candidate, wrong: picked }] : [];
  };
  const drawn = (candidate: Candidate): Candidate[] => {
    const { wrong: _, ...sketch } = candidate;
    return Array.from({ length: DRAWS }, (_, draw) => seedFor(seed, `guessed ${draw}`)).flatMap(
      (other) => findDistractors([sketch], findings, around, other, elsewhere).candidates,
    );
  };
  return (candidate) => {
    if (candidate.type !== 'single' && candidate.type !== 'multi') return [];
    const { passed } = passGate([...proposed(candidate), ...drawn(candidate)], around);
    return passed.filter((other) => !isSameAgain(askedByCandidate(other), askedByCandidate(candidate)));
  };
}
