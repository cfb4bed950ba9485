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

/** What is wrong with the statement and not with one wording of it: then no question is asked of it at all. */
const OF_THE_STATEMENT = /^(?:unnamed-subject|half-name|cut-name|dangling)$/;

/** Lets through what breaks no rule. What breaks one is dropped with the first rule it broke, never mended. */
export function passGate(
  candidates: readonly Candidate[],
  context: Surroundings,
): { passed: Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  const spoilt = new Map<string, string>();
  const refuse = ({ stem, finding }: Candidate, code: string, flaw: string) =>
    notes.push({ stage: 'gate', code, detail: `“${stem}”：${flaw}`, factId: finding.fact.id });
  const sound = candidates.filter((candidate) => {
    for (const rule of GATE_RULES) {
      const flaw = rule.check(candidate, context);
      if (flaw === null) continue;
      refuse(candidate, rule.code, flaw);
      if (OF_THE_STATEMENT.test(rule.code) && tellsStatement(candidate))
        spoilt.set(candidate.finding.fact.id, rule.code);
      return false;
    }
    return true;
  });
  const passed = sound.filter((candidate) => {
    const { type, covers } = candidate;
    const fact = type === 'match' || covers.length === 1 ? covers.find((id) => spoilt.has(id)) : undefined;
    const code = fact === undefined ? undefined : spoilt.get(fact);
    if (code !== undefined) refuse(candidate, code, '同一句话改成别的题型时已被退回。');
    return code === undefined;
  });
  return { passed, notes };
}

/** A true statement, or one with a blank in it, is the statement as it stands; a post is also asked the other way round. */
function tellsStatement({ type, truth, covers, finding: { find } }: Candidate): boolean {
  return (
    find.form !== 'post' && covers.length === 1 && (type === 'fill' || (type === 'tf' && truth === true))
  );
}
