import { PLAN } from '../lexicon/words.js';
import type { GateRule } from './rule.js';

/** Time, speaker, hedge and plan of the fact must survive into the question. */
export const truthfulnessRules: readonly GateRule[] = [
  {
    code: 'attribution',
    check: ({ stem, finding, correct }) => {
      const { speaker } = finding.fact;
      return speaker && !(stem + correct.join('')).includes(speaker)
        ? `这是${speaker}的说法，题干没有说明。`
        : null;
    },
  },
  {
    code: 'time-scope',
    check: ({ type, stem, finding, correct }) => {
      const { time, kind } = finding.fact;
      if (!time || type === 'match' || kind === 'date' || kind === 'founding') return null;
      return (stem + correct.join('')).includes(time) ? null : `题干没有写明时间“${time}”。`;
    },
  },
  {
    code: 'plan-as-fact',
    check: ({ stem, finding }) =>
      finding.statement.plan && !PLAN.test(stem) ? '这是计划或目标，题干写成了事实。' : null,
  },
  {
    code: 'modality',
    check: ({ type, stem, finding, correct }) => {
      const { figure } = finding.find;
      if (!figure?.hedge || type === 'tf' || type === 'multi') return null;
      const said = stem + correct.join('');
      return said.includes(figure.before) && [...figure.after].every((char) => said.includes(char))
        ? null
        : '丢了“近”“约”“多”等分寸。';
    },
  },
];
