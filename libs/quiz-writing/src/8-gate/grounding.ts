import { standsIn } from '#question';
import { findFigures, magnitudeOf } from '../numbers.js';
import { bare, type GateRule } from './rule.js';

const LEAST_SUPPORT = 0.38;

export const groundingRules: readonly GateRule[] = [
  {
    code: 'evidence-substring',
    check: ({ evidence }, { article }) => (standsIn(article, evidence) ? null : '依据不是文章原文。'),
  },
  {
    code: 'quote-length',
    check: ({ evidence, type }) => {
      const limit = type === 'single' || type === 'fill' || type === 'tf' ? 220 : 400;
      return evidence.some(({ quote }) => quote.length > limit) ? '依据太长，读者难以核对。' : null;
    },
  },
  {
    code: 'answer-in-evidence',
    check: ({ type, correct, evidence, pairs }) => {
      const quote = evidence.map(({ quote }) => quote).join('\n');
      const answers = type === 'match' ? (pairs ?? []).flatMap(({ left, right }) => [left, right]) : correct;
      const lost = answers.find((answer) => !supports(quote, answer));
      return lost === undefined ? null : `答案“${lost}”不在依据里。`;
    },
  },
  {
    code: 'distractor-true',
    check: ({ type, wrong, correct, evidence, finding }, { article }) => {
      if (type !== 'single' && type !== 'multi') return null;
      const quote = evidence.map(({ quote }) => quote).join('\n');
      const { form } = finding.find;
      const held = wrong.find(
        (option) =>
          (form !== 'figure' && form !== 'date' && form !== 'post' && bare(quote).includes(bare(option))) ||
          saidElsewhere(article, quote, correct[0] ?? '', option),
      );
      return held === undefined ? null : `干扰项“${held}”按文章也可能成立。`;
    },
  },
  {
    code: 'several-answers',
    check: ({ type, finding: { find, scene } }, { article }) => {
      if ((type !== 'single' && type !== 'fill') || find.form !== 'title') return null;
      const at = find.start - scene.reading.start;
      const left = scene.reading.text.slice(Math.max(0, at - 4), at);
      return left.length === 4 && article.split(`${left}《`).length > 2
        ? '文中另有一处也可以这样回答。'
        : null;
    },
  },
  {
    code: 'tf-truth',
    check: ({ type, truth, stem, correction }) => {
      if (type !== 'tf' || truth) return null;
      return !correction || bare(stem) === bare(correction) ? '错误的说法与原文没有差别。' : null;
    },
  },
  {
    code: 'tf-weak-support',
    check: ({ type, stem, evidence }) =>
      type === 'tf' && shareIn(stem, evidence.map(({ quote }) => quote).join('\n')) < LEAST_SUPPORT
        ? '依据与这个说法相差太远，难以核对。'
        : null,
  },
];

/** The share of two-character pieces of one text that the other holds. */
function shareIn(text: string, source: string): number {
  const [inner, outer] = [bare(text), bare(source)];
  let held = 0;
  for (let at = 0; at < inner.length - 1; at++) if (outer.includes(inner.slice(at, at + 2))) held++;
  return held / Math.max(1, inner.length - 1);
}

function supports(quote: string, answer: string): boolean {
  if (bare(quote).includes(bare(answer))) return true;
  const [figure] = findFigures(answer);
  return (
    figure !== undefined && findFigures(quote).some((other) => magnitudeOf(other) === magnitudeOf(figure))
  );
}

/** Whether the article holds the answer's surroundings a second time with the option in its place. */
function saidElsewhere(article: string, quote: string, answer: string, option: string): boolean {
  const at = quote.indexOf(answer);
  if (at < 0) return false;
  const left = quote.slice(Math.max(0, at - 6), at);
  const right = quote.slice(at + answer.length, at + answer.length + 6);
  if (/^[《“]/.test(option) && left.length >= 4 && article.includes(left.slice(-4) + option)) return true;
  return left.length >= 3 && right.length >= 3 && article.includes(left + option + right);
}
