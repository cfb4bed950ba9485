import type { StatementRefusal } from './state-alone.js';

/** Why no statement could be built around an answer, as an instructor reads it. */
export const REFUSALS: Readonly<Record<StatementRefusal, string>> = {
  'no-subject': '说不清主语是谁',
  pronoun: '句中的代词找不到所指',
  'too-long': '脱离原文后句子太长',
  'span-lost': '答案跨越了不同的分句',
  'pointing-time': '时间依赖上文（如“同年”）',
  'scope-lost': '“其中”等词依赖上文',
  condition: '只是一个条件',
  'no-predicate': '答案所在的分句没有说出一件事',
  'loose-end': '句子没有说完',
  purpose: '只说了目的，没有说做什么',
};
