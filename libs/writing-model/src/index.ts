export type { Answer } from './ask-model.js';
export type { Cost } from './cost.js';
export type { Examination } from './cross-examine.js';
export type { ModelFailure, ModelFailureCode, Outcome } from './failure.js';
export { PRESET_NAMES, type JsonMode, type PresetName } from './presets.js';
export type { FactProposal } from './propose-facts.js';
export type { WordingProposal } from './propose-wording.js';
export type { ModelProvenance, NumberedSentence, Proposed } from './proposed.js';
export type { Budget, ModelSettings } from './settings.js';
export type { ReplyCache, Surroundings } from './surroundings.js';
export { createWritingModel, type WritingModel } from './writing-model.js';
export {
  assistWriting,
  type AssistanceReport,
  type AssistedQuiz,
  type ExaminedQuestion,
  type Offer,
  type PlacedSentence,
} from './assist-writing.js';
