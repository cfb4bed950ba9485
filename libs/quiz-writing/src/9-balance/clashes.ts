import type { Candidate } from '../candidate.js';
import { findFigures } from '../numbers.js';
import { bare } from '../8-gate/rule.js';

/** Whether two questions cannot stand in one quiz: they ask the same, or one gives the other away. */
export function clash(a: Candidate, b: Candidate): boolean {
  if (a.covers.some((id) => b.covers.includes(id))) return true;
  return givesAway(a, b) || givesAway(b, a) || nearlySame(a, b);
}

/** Whether the stem of one tells the answer of the other. */
function givesAway(teller: Candidate, asked: Candidate): boolean {
  const stem = bare(teller.stem);
  const figures = findFigures(teller.stem);
  return answersOf(asked).some((answer) => {
    const [figure] = findFigures(answer);
    if (figure && figure.text.length >= answer.length - 1) {
      return (
        (near(teller, asked) || figure.value > 10) &&
        figures.some(
          ({ value, unit }) => value === figure.value && (unit === figure.unit || figure.unit === ''),
        )
      );
    }
    const text = bare(answer);
    if (asked.finding.find.form === 'post' && text.length <= 4 && stem.includes(text)) return true;
    return text.length >= 2 && stem.includes(text) && (near(teller, asked) || text.length >= 6);
  });
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
  return a.type === b.type && bare(a.stem) === bare(b.stem);
}
