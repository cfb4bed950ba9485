import type { Surroundings } from '../3-names/index.js';
import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import { antecedentRules } from './antecedent.js';
import { groundingRules } from './grounding.js';
import { optionRules } from './options.js';
import type { GateRule } from './rule.js';
import { scopeRules } from './scope.js';
import { subjectRules } from './subject.js';
import { truthfulnessRules } from './truthfulness.js';
import { wordingRules } from './wording.js';

export const GATE_RULES: readonly GateRule[] = [
  ...groundingRules,
  ...truthfulnessRules,
  ...scopeRules,
  ...wordingRules,
  ...subjectRules,
  ...antecedentRules,
  ...optionRules,
];

/** Lets through what breaks no rule. What breaks one is dropped with the first rule it broke, never mended. */
export function passGate(
  candidates: readonly Candidate[],
  context: Surroundings,
): { passed: Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  const passed = candidates.filter((candidate) => {
    for (const rule of GATE_RULES) {
      const flaw = rule.check(candidate, context);
      if (flaw === null) continue;
      const { fact } = candidate.finding;
      notes.push({ stage: 'gate', code: rule.code, detail: `“${candidate.stem}”：${flaw}`, factId: fact.id });
      return false;
    }
    return true;
  });
  return { passed, notes };
}
