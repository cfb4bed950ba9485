export { markResponse } from './mark-response.js';
export { MARKING_RULES, type Marked, type MarkingRule } from './marked.js';
export { sameAnswer, type Compared, type FillRule } from './same-answer.js';
export { slotScore, totalScore, type ScoredSlot } from './total-score.js';
