import { PLAN } from '../lexicon/words.js';
import type { GateRule } from './rule.js';

/** Who reports goes on in the next sentence; who only judges does not. */
const REPORTS = /介绍|建议|表示/;
const NARRATES = /^(?:目前|如今|现在|此外|另外|截至|据|去年|今年|近年来|\d{4}年)|记者/;

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
    code: 'not-said-by',
    check: ({ stem, finding: { scene, find, fact } }, { article }) => {
      const { speech, reading } = scene;
      if (!speech || find.statement || !fact.speaker || !stem.includes(fact.speaker)) return null;
      if (['口述：', '我叫', '我是'].some((before) => article.includes(before + speech.name))) return null;
      const isQuoted = reading.insideQuote || /^“|”$/.test(reading.text);
      if (
        speech.frame !== null ||
        reading.label !== null ||
        isQuoted ||
        /^(?:同时)?[我他她]/.test(reading.text)
      )
        return null;
      return REPORTS.test(speech.lead) && !NARRATES.test(reading.text)
        ? null
        : `这句话不一定是${speech.name}说的。`;
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
