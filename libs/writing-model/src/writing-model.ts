import type { Fact, Response } from '#question';
import { openLine, type Answer } from './ask-model.js';
import { crossExamine, type Examination } from './cross-examine.js';
import type { ModelFailure } from './failure.js';
import { proposeFacts, type FactProposal } from './propose-facts.js';
import { proposeWording, type WordingProposal } from './propose-wording.js';
import type { NumberedSentence, Proposed } from './proposed.js';
import { completeSettings, type ModelSettings } from './settings.js';
import type { Surroundings } from './surroundings.js';

/**
 * A model that proposes. What it says is data: nothing here knows whether it is true. No method throws; what failed is
 * in the result with a code. One model serves one piece of work: its budget does not refill, and an endpoint that was
 * found to be down stays down for it.
 */
export interface WritingModel {
  readonly name: string;
  proposeFacts(sentences: readonly NumberedSentence[]): Promise<Proposed<FactProposal>>;
  proposeWording(facts: readonly Fact[]): Promise<Proposed<WordingProposal>>;
  crossExamine(examination: Examination): Promise<Answer<Response | null>>;
}

/** Makes a model from an operator's settings, or says what is wrong with them. */
export function createWritingModel(
  settings: ModelSettings,
  surroundings: Surroundings,
):
  | { readonly ok: true; readonly model: WritingModel }
  | { readonly ok: false; readonly failure: ModelFailure } {
  const complete = completeSettings(settings);
  if ('code' in complete) return { ok: false, failure: complete };
  const ask = openLine(complete, surroundings);
  const name = complete.model;
  return {
    ok: true,
    model: {
      name,
      proposeFacts: (sentences) => proposeFacts(ask, name, sentences),
      proposeWording: (facts) => proposeWording(ask, name, facts),
      crossExamine: (examination) => crossExamine(ask, examination),
    },
  };
}
