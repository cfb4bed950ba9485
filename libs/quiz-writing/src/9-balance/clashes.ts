import type { Candidate } from '../candidate.js';
import { findFigures, type Figure } from '../numbers.js';
import { onceEach } from '../once-each.js';
import { bare } from '../8-gate/rule.js';

/** Whether two questions cannot stand in one quiz: they ask the same, or one gives the other away. */
export function clash(a: Candidate, b: Candidate): boolean {
  if (a.covers.some((id) => b.covers.includes(id))) return true;
  const [one, other] = [tellingOf(a), tellingOf(b)];
  return givesAway(one, other) || givesAway(other, one) || nearlySame(a, b);
}

type Telling = ReturnType<typeof tellingOf>;

/** A question in the form that comparing needs. Each is compared with all that are picked, so it is read once. */
const tellingOf = onceEach((candidate: Candidate) => ({
  candidate,
  stem: bare(candidate.stem),
  figures: findFigures(candidate.stem),
  items: bare(itemsOf(candidate)),
  itemFigures: findFigures(itemsOf(candidate)),
  answers: answersOf(candidate).map((answer) => ({ bare: bare(answer), figure: figureOf(answer) })),
}));

/** The figure that an answer is, but for one character. */
function figureOf(answer: string): Figure | null {
  const [figure] = findFigures(answer);
  return figure && figure.text.length >= answer.length - 1 ? figure : null;
}

/** Whether one tells the answer of the other: its stem anywhere, its items only when both draw on one sentence. */
function givesAway(told: Telling, asked: Telling): boolean {
  return asked.answers.some(({ bare: text, figure }) => {
    if (figure) {
      const same = ({ value, unit }: Figure) =>
        value === figure.value && (unit === figure.unit || figure.unit === '');
      if (told.figures.some(same)) return figure.value > 10 || near(told.candidate, asked.candidate);
      return told.itemFigures.some(same) && near(told.candidate, asked.candidate);
    }
    if (told.stem.includes(text)) {
      return (
        isHeldPost(asked.candidate, text) ||
        text.length >= 6 ||
        (text.length >= 2 && near(told.candidate, asked.candidate))
      );
    }
    return text.length >= 2 && told.items.includes(text) && near(told.candidate, asked.candidate);
  });
}

function isHeldPost({ finding }: Candidate, text: string): boolean {
  return finding.find.form === 'post' && text.length <= 4;
}

/** What a learner reads beside the stem and believes: items to be ordered or matched, not options. */
function itemsOf({ type, correct, pairs }: Candidate): string {
  if (type === 'order') return correct.join('。');
  return (pairs ?? []).flatMap(({ left, right }) => [left, right]).join('。');
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
  if (a.type === b.type && tellingOf(a).stem === tellingOf(b).stem) return true;
  return sameWord(a, b);
}

/** Two questions that both want the same word, which is no figure: whoever has one has the other. */
function sameWord(a: Candidate, b: Candidate): boolean {
  const asked = (candidate: Candidate) =>
    candidate.type === 'fill' || candidate.type === 'single' ? tellingOf(candidate).answers : [];
  return asked(a).some((one) => !one.figure && asked(b).some((other) => other.bare === one.bare));
}
