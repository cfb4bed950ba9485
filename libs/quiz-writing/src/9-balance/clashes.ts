import type { Candidate } from '../candidate.js';
import { findFigures, type Figure } from '../numbers.js';
import { onceEach } from '../once-each.js';
import { bare } from '../8-gate/rule.js';

/** Whether two questions cannot stand in one quiz: they ask the same, or one gives the other away. */
export function clash(a: Candidate, b: Candidate): boolean {
  if (a.covers.some((id) => b.covers.includes(id))) return true;
  return givesAway(a, b) || givesAway(b, a) || nearlySame(a, b);
}

/** A question in the form that comparing needs. Each is compared with all that are picked, so it is read once. */
const tellingOf = onceEach((candidate: Candidate) => ({
  stem: bare(shownBy(candidate)),
  figures: findFigures(shownBy(candidate)),
  answers: answersOf(candidate).map((answer) => ({ bare: bare(answer), figure: figureOf(answer) })),
}));

/** The figure that an answer is, but for one character. */
function figureOf(answer: string): Figure | null {
  const [figure] = findFigures(answer);
  return figure && figure.text.length >= answer.length - 1 ? figure : null;
}

/** Whether the stem of one tells the answer of the other. */
function givesAway(teller: Candidate, asked: Candidate): boolean {
  const { stem, figures } = tellingOf(teller);
  return tellingOf(asked).answers.some(({ bare: text, figure }) => {
    if (figure) {
      const told = figures.some(
        ({ value, unit }) => value === figure.value && (unit === figure.unit || figure.unit === ''),
      );
      return told && (figure.value > 10 || near(teller, asked));
    }
    if (!stem.includes(text)) return false;
    return isHeldPost(asked, text) || text.length >= 6 || (text.length >= 2 && near(teller, asked));
  });
}

function isHeldPost({ finding }: Candidate, text: string): boolean {
  return finding.find.form === 'post' && text.length <= 4;
}

/** What a learner reads in it: items to be ordered or matched are read as statements, options are not believed. */
function shownBy({ type, stem, correct, pairs }: Candidate): string {
  if (type === 'order') return [stem, ...correct].join('。');
  return [stem, ...(pairs ?? []).flatMap(({ left, right }) => [left, right])].join('。');
}

function answersOf({ type, correct, finding, pairs }: Candidate): readonly string[] {
  if (type === 'tf') return [finding.fact.answer];
  if (type === 'match') return (pairs ?? []).map(({ right }) => right);
  return correct;
}

function near(a: Candidate, b: Candidate): boolean {
  return a.evidence.some((one) => b.evidence.some((other) => one.start < other.end && other.start < one.end));
}

function nearlySame(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.finding.find.column, b.finding.find.column];
  if (
    one &&
    other &&
    a.type !== 'match' &&
    b.type !== 'match' &&
    one.table === other.table &&
    one.name === other.name
  )
    return true;
  return a.type === b.type && tellingOf(a).stem === tellingOf(b).stem;
}
