import { WRITABLE_TYPES, type Fact, type Question, type WritableType } from '#question';
import { findFacts, type Finding } from './4-facts/index.js';
import { writeStems } from './6-stems/index.js';
import { findDistractors } from './7-distractors/index.js';
import { bare } from './8-gate/rule.js';
import { passGate } from './8-gate/index.js';
import { askedByQuestion } from './9-balance/likeness.js';
import { askAnew } from './ask-anew.js';
import type { Note, WrittenQuiz } from './draft.js';
import { openArticle, type OpenArticle } from './open-article.js';
import { addProposedFacts } from './proposals/index.js';

export interface WriteFormsOptions {
  readonly seed: number;
  /** The facts to ask, as `writeQuiz` gave them: known again by answer and quote, whatever their number is today. */
  readonly facts: readonly Fact[];
  /** What was asked of them already; none of it is asked again. */
  readonly besides?: readonly Question[];
  /** How many questions of each fact at most, 1 to 4. */
  readonly forms?: number;
  readonly types?: readonly WritableType[];
  /** The course's other accepted facts, as for `writeQuiz`. */
  readonly elsewhere?: readonly Fact[];
}

/**
 * Asks single facts of an article anew, without writing its quiz: for a review, or another attempt. Every question
 * passed the gate, and none is one of `besides` again; `factId` is the id the fact was given with. What cannot be asked
 * is missing, with a note that says why.
 */
export function writeForms(text: string, options: WriteFormsOptions): WrittenQuiz {
  const { seed, besides = [], forms = 1, types = WRITABLE_TYPES, elsewhere = [] } = options;
  const opened = openArticle(text, () => {});
  if ('refusal' in opened) {
    const { cleaned, refusal } = opened;
    return { ...cleaned, facts: [], questions: [], notes: [refusal] };
  }
  const { cleaned, around, readings } = opened;
  const { findings: ruled, joints } = findFacts(readings, around, () => {});
  const { known, added } = recognise(options.facts, ruled, opened);
  const findings = [...ruled, ...added];
  const factIds = [...known.keys()];
  const sketches = writeStems(findings, joints, types).filter(({ covers }) =>
    covers.some((id) => known.has(id)),
  );
  const { candidates } = findDistractors(sketches, findings, around, seed, elsewhere);
  const { passed: pool, notes: refused } = passGate(candidates, around);
  const before = besides.map(askedByQuestion);
  const asked = new Map(factIds.map((id) => [id, before]));
  const order = { factIds, asked, from: 1, upTo: forms, pool, sketches, findings, around, elsewhere, seed };
  const questions = askAnew(order).questions.map((question, index) => ({
    ...question,
    id: `Q${index + 1}`,
    factId: known.get(question.factId)?.id ?? question.factId,
  }));
  const facts = [...known.values()];
  const notes = options.facts.flatMap((fact) => {
    if (!facts.includes(fact)) return [unknown(fact)];
    return questions.some(({ factId }) => factId === fact.id) ? [] : [nothingNew(fact, besides.length)];
  });
  return { ...cleaned, facts, questions, notes: [...notes, ...refused] };
}

/** The facts by the number they have today. One that the rules do not find is verified word by word, like a proposal. */
function recognise(
  facts: readonly Fact[],
  ruled: readonly Finding[],
  { around, readings }: OpenArticle,
): { known: ReadonlyMap<string, Fact>; added: readonly Finding[] } {
  const foundByRule = facts.map((fact) => mostLike(fact, ruled));
  const proposals = facts
    .filter((_, index) => !foundByRule[index])
    .map(({ evidence, ...fact }) => ({ ...fact, sentence: 'S1', quote: evidence[0]?.quote ?? '' }));
  const nobody = { model: '', promptVersion: '' };
  const { findings, worded } = addProposedFacts({ provenance: nobody, proposals }, ruled, readings, around);
  const added = findings.filter(({ fact }) => !worded.has(fact.id));
  const found = facts.map((fact, index) => ({ fact, finding: foundByRule[index] ?? mostLike(fact, added) }));
  const known = new Map(found.flatMap(({ fact, finding }) => (finding ? [[finding.fact.id, fact]] : [])));
  return { known, added };
}

/** The same answer in the same words; where several have it, the one of the same kind and subject. */
function mostLike(fact: Fact, findings: readonly Finding[]): Finding | undefined {
  const likeness = ({ fact: other }: Finding) =>
    Number(other.kind === fact.kind) +
    Number(other.subject === fact.subject) +
    Number(other.statement === fact.statement);
  const [best] = findings
    .filter(({ fact: other }) => bare(other.answer) === bare(fact.answer) && quoteTheSame(other, fact))
    .toSorted((a, b) => likeness(b) - likeness(a));
  return best;
}

function quoteTheSame(one: Fact, other: Fact): boolean {
  const [a, b] = [one, other].map(({ evidence }) => bare(evidence[0]?.quote ?? ''));
  return Boolean(a && b && (a.includes(b) || b.includes(a)));
}

function unknown({ id, answer }: Fact): Note {
  const detail = `“${answer}”这条事实在文章里核对不上，没有出题。`;
  return { stage: 'facts', code: 'fact-unknown', detail, factId: id };
}

function nothingNew({ id, answer }: Fact, before: number): Note {
  const detail =
    before > 0
      ? `“${answer}”这条事实除了已经问过的，没有别的问法能通过关卡。`
      : `“${answer}”这条事实没有能通过关卡的问法。`;
  return { stage: 'balance', code: 'nothing-new', detail, factId: id };
}
