import type { Candidate } from '../candidate.js';
import { findFigures, type Figure } from '../numbers.js';
import { bare } from '../8-gate/rule.js';

/** Whether two questions cannot stand in one quiz: they ask the same, or one gives the other away. */
export function clash(one: Telling, other: Telling): boolean {
  if (one.covers.some((id) => other.covers.includes(id))) return true;
  const isNear = drawOnOneSentence(one, other);
  return givesAway(one, other, isNear) || givesAway(other, one, isNear) || nearlySame(one, other);
}

export type Telling = ReturnType<typeof tellingOf>;

/** A question in the form that comparing needs: each is compared with all that are picked. */
export function tellingOf(candidate: Candidate) {
  const { type, covers, evidence, stem, finding } = candidate;
  const items = itemsOf(candidate);
  const answers = answersOf(candidate).map((answer) => ({ bare: bare(answer), figure: figureOf(answer) }));
  return {
    type,
    covers,
    evidence,
    from: Math.min(...evidence.map(({ start }) => start)),
    to: Math.max(...evidence.map(({ end }) => end)),
    column: finding.find.column,
    stem: bare(stem),
    figures: findFigures(stem),
    items: bare(items),
    itemFigures: findFigures(items),
    answers,
    isPost: finding.find.form === 'post',
    wordsWanted: type === 'fill' || type === 'single' ? answers.filter(({ figure }) => !figure) : [],
  };
}

/** The figure that an answer is, but for one character. */
function figureOf(answer: string): Figure | null {
  const [figure] = findFigures(answer);
  return figure && figure.text.length >= answer.length - 1 ? figure : null;
}

const TELLING_LENGTH = 6;
const LONGEST_HELD_POST = 4;

/** Whether one tells the answer of the other: its stem anywhere, its items only when both draw on one sentence. */
function givesAway(told: Telling, asked: Telling, isNear: boolean): boolean {
  return asked.answers.some(({ bare: text, figure }) => {
    if (figure) {
      const same = ({ value, unit }: Figure) =>
        value === figure.value && (unit === figure.unit || figure.unit === '');
      if (isNear) return told.figures.some(same) || told.itemFigures.some(same);
      return figure.value > 10 && told.figures.some(same);
    }
    const tellsAnywhere = text.length >= TELLING_LENGTH || (asked.isPost && text.length <= LONGEST_HELD_POST);
    if ((tellsAnywhere || (isNear && text.length >= 2)) && told.stem.includes(text)) return true;
    return isNear && text.length >= 2 && told.items.includes(text);
  });
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

function drawOnOneSentence(a: Telling, b: Telling): boolean {
  if (a.from >= b.to || b.from >= a.to) return false;
  return a.evidence.some((one) => b.evidence.some((other) => one.start < other.end && other.start < one.end));
}

function nearlySame(one: Telling, other: Telling): boolean {
  return (
    asksOneColumn(one, other) || (one.type === other.type && one.stem === other.stem) || sameWord(one, other)
  );
}

function asksOneColumn({ column: one, type }: Telling, { column: other, type: otherType }: Telling): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    type !== 'match' &&
    otherType !== 'match' &&
    one.table === other.table &&
    one.name === other.name
  );
}

/** Two questions that both want the same word, which is no figure: whoever has one has the other. */
function sameWord(one: Telling, other: Telling): boolean {
  return one.wordsWanted.some((word) => other.wordsWanted.some(({ bare: text }) => text === word.bare));
}
