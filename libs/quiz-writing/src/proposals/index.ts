export { addProposedFacts } from './add-facts.js';
export { crossExamine } from './cross-examination.js';
export { numberSentences, type NumberedSentence } from './number-sentences.js';
export { markOrigins, originsOf } from './origins.js';
export { otherOptions } from './other-options.js';
export { isProposing } from './proposals.js';
export type {
  CrossExamination,
  ProposalSet,
  ProposedFact,
  ProposedWording,
  Proposals,
  Provenance,
} from './proposals.js';
export { wordFacts } from './word-facts.js';
