import type { Fact } from '#question';
import type { Surroundings } from './3-names/index.js';
import type { Finding } from './4-facts/index.js';
import { findDistractors } from './7-distractors/index.js';
import { passGate } from './8-gate/index.js';
import { finish } from './9-balance/finish.js';
import { addAsked, chooseForm } from './9-balance/forms.js';
import type { Asked } from './9-balance/likeness.js';
import type { Candidate, Sketch } from './candidate.js';
import type { WrittenQuestion } from './draft.js';
import { seedFor } from './random.js';

/** So often at most a fact is asked. */
export const MOST_FORMS = 4;

interface Order {
  readonly factIds: readonly string[];
  /** What was asked of each of them before. */
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  /** The first and the last form to write. */
  readonly from: number;
  readonly upTo: number;
  /** All that passed the gate. */
  readonly pool: readonly Candidate[];
  readonly sketches: readonly Sketch[];
  readonly findings: readonly Finding[];
  readonly around: Surroundings;
  readonly elsewhere: readonly Fact[];
  readonly seed: number;
}

/** Asks facts anew, in forms that are each a quiz by themselves; `candidates` are what the questions were made of. */
export function askAnew(order: Order): {
  readonly questions: readonly WrittenQuestion[];
  readonly candidates: readonly Candidate[];
} {
  const { factIds, from, upTo, pool, seed } = order;
  const questions: WrittenQuestion[] = [];
  const candidates: Candidate[] = [];
  let { asked } = order;
  for (let form = from; form <= Math.min(upTo, MOST_FORMS); form++) {
    const formSeed = seedFor(seed, `form ${form}`);
    const choices = chooseForm(factIds, asked, [...pool, ...withOtherOptions(order, formSeed)], formSeed);
    const chosen = choices.map(({ candidate }) => candidate);
    const finished = finish(chosen, formSeed);
    questions.push(
      ...finished.map((question, index) => ({
        ...question,
        factId: choices[index]?.factId ?? question.factId,
        form,
      })),
    );
    candidates.push(...chosen);
    asked = addAsked(asked, chosen);
  }
  return { questions, candidates };
}

/** The same choices with options drawn anew: where nothing else can be asked, other wrong options make another question. */
function withOtherOptions(
  { factIds, sketches, findings, around, elsewhere }: Order,
  seed: number,
): Candidate[] {
  const choices = sketches.filter(
    ({ type, covers }) =>
      (type === 'single' || type === 'multi') && covers.some((id) => factIds.includes(id)),
  );
  const { candidates } = findDistractors(choices, findings, around, seed, elsewhere);
  return passGate(candidates, around).passed;
}
