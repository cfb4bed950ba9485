import type { Candidate, Sketch } from '../candidate.js';
import type { Note } from '../draft.js';
import type { Finding } from '../4-facts/index.js';
import { bodyOf, replaceIn } from '../4-facts/statement.js';
import type { Names, Surroundings } from '../3-names/index.js';
import { OPPOSITES } from '../lexicon/opposites.js';
import { seededRandom, seedFor, shuffle, type Random } from '../random.js';
import { otherDates } from './dates.js';
import { otherFigures, otherRanks } from './figures.js';
import { otherOrganisations, otherPeople, otherPlaces, otherPosts } from './names.js';
import { otherItems, swappedPhrases } from './phrases.js';

const WRONG_OPTIONS = 3;
const FEWEST = 2;
/** In a longer statement one turned word is a trap for the eyes, not a question. */
const LONGEST_REVERSED = 42;

/** Gives every sketch its wrong options, or its false wording; a sketch that gets none is dropped. */
export function findDistractors(
  sketches: readonly Sketch[],
  findings: readonly Finding[],
  { article, names }: Surroundings,
  seed: number,
): { candidates: Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  const world: World = {
    article,
    names,
    figures: findings.flatMap(({ find }) => (find.figure ? [find.figure] : [])),
    dates: [...new Set(findings.filter(({ find }) => find.form === 'date').map(({ find }) => find.answer))],
    lists: findings
      .map(({ find }) => (find.items ?? []).map(({ text }) => text))
      .filter((items) => items.length > 1),
    titles: names.titles.map((title) => `《${title}》`),
    foreign: findings.filter(({ find }) => find.form === 'foreign').map(({ find }) => find.answer),
    defined: [
      ...new Set(findings.filter(({ fact }) => fact.kind === 'definition').map(({ fact }) => fact.answer)),
    ],
    cells: cellsByColumn(findings),
  };
  const candidates = sketches.flatMap((sketch): Candidate[] => {
    const random = seededRandom(seedFor(seed, `${sketch.type}${sketch.finding.fact.id}${sketch.stem}`));
    const candidate = complete(sketch, world, random);
    if (candidate) return [candidate];
    notes.push({
      stage: 'distractors',
      code: 'no-distractors',
      detail: `“${sketch.finding.fact.answer}”找不到足够的、确实不成立的干扰项。`,
      factId: sketch.finding.fact.id,
    });
    return [];
  });
  return { candidates, notes };
}

interface World {
  readonly article: string;
  readonly names: Names;
  readonly figures: Parameters<typeof otherFigures>[2];
  readonly dates: readonly string[];
  readonly lists: readonly (readonly string[])[];
  readonly titles: readonly string[];
  readonly foreign: readonly string[];
  /** Terms the article defines. */
  readonly defined: readonly string[];
  /** Texts of each table column. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

function cellsByColumn(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.find.form !== 'cell') continue;
    cells.set(columnOf(finding), [...(cells.get(columnOf(finding)) ?? []), finding.find.answer]);
  }
  return cells;
}

function columnOf({ find }: Finding): string {
  return `${find.column?.table ?? ''}|${find.column?.name ?? ''}`;
}

function complete(sketch: Sketch, world: World, random: Random): Candidate | null {
  switch (sketch.type) {
    case 'fill':
    case 'order':
    case 'match':
      return { ...sketch, wrong: [] };
    case 'tf':
      return sketch.falsify ? falsified(sketch, world, random) : { ...sketch, wrong: [] };
    case 'single': {
      const wrong = wrongAnswers(sketch, world, random)
        .filter((option) => isFree(option, sketch))
        .slice(0, WRONG_OPTIONS);
      return wrong.length >= FEWEST ? { ...sketch, wrong } : null;
    }
    case 'multi': {
      const wrong = itemsBeside(sketch.finding, world, random).slice(
        0,
        sketch.correct.length > 4 ? 2 : WRONG_OPTIONS - (sketch.correct.length > 3 ? 1 : 0),
      );
      return wrong.length > 0 && sketch.correct.length + wrong.length >= 4 ? { ...sketch, wrong } : null;
    }
  }
}

/** A name or phrase of the very sentence might be true as well; figures and posts of it are the traps one wants. */
function isFree(option: string, { finding, stem }: Sketch): boolean {
  const { find, scene } = finding;
  return (
    /^(?:figure|date|post|rank)$/.test(find.form) ||
    !(scene.reading.text.includes(option) || stem.includes(option))
  );
}

function wrongAnswers({ finding, correct, stem }: Sketch, world: World, random: Random): string[] {
  const { find, fact, scene } = finding;
  const answer = correct[0] ?? '';
  switch (find.form) {
    case 'figure':
      return find.figure ? otherFigures(find.figure, `${stem}`, world.figures, random) : [];
    case 'date':
      return otherDates(answer, world.dates, random);
    case 'post':
      return answer === fact.subject
        ? otherPeople(answer, world.names, fact.answer, random)
        : otherPosts(answer, world.names, fact.subject, world.article, random);
    case 'organisation':
      return otherOrganisations(answer, world.names, random);
    case 'place':
      return otherPlaces(answer, random);
    case 'title':
      return world.titles.filter((title) => !scene.reading.text.includes(title));
    case 'rank':
      return otherRanks(find.answer, random);
    case 'foreign':
      return shuffle(
        world.foreign.filter((name) => name !== find.answer),
        random,
      );
    case 'cell':
      return shuffle(
        [...new Set(world.cells.get(columnOf(finding)) ?? [])].filter((cell) => cell !== find.answer),
        random,
      );
    case 'term':
      if (fact.kind === 'definition')
        return shuffle(
          world.defined.filter((term) => term !== answer && !stem.includes(term)),
          random,
        );
      return swappedPhrases(answer, world.article, random);
    case 'phrase':
      return swappedPhrases(answer, world.article, random);
    default:
      return [];
  }
}

function itemsBeside({ find, scene }: Finding, world: World, random: Random): string[] {
  const items = (find.items ?? []).map(({ text }) => text);
  if (items.every((item) => item.startsWith('《')))
    return world.titles.filter((title) => !scene.reading.text.includes(title));
  const others = world.lists.filter((list) => !list.some((item) => items.includes(item)));
  return otherItems(items, others, scene.reading.text, random);
}

/** Changes exactly one element of the statement; the true statement is the correction. */
function falsified(sketch: Sketch, world: World, random: Random): Candidate | null {
  const { finding } = sketch;
  const { find, statement } = finding;
  const swap = (span: { start: number; end: number }, wrong: string | undefined): Candidate | null => {
    const text = wrong === undefined ? null : replaceIn(statement, span, wrong);
    return text === null || wrong === undefined ? null : { ...sketch, stem: `${text}。`, wrong: [wrong] };
  };
  if (find.form === 'list') {
    const item = find.items?.at(-1);
    const wrong = item ? itemsBeside(finding, world, random)[0] : undefined;
    return item && wrong ? swap(item, wrong) : reversed(finding, swap);
  }
  const [wrong] = wrongAnswers(
    { ...sketch, correct: [find.answer], stem: sketch.stem.replace(find.answer, '') },
    world,
    random,
  );
  return wrong === undefined ? reversed(finding, swap) : swap(find, wrong);
}

/** 落叶 becomes 常绿, 高于 becomes 低于: the one word of the sentence that has an opposite. */
function reversed(
  { statement, scene }: Finding,
  swap: (span: { start: number; end: number }, wrong: string) => Candidate | null,
): Candidate | null {
  if (bodyOf(statement.parts).length > LONGEST_REVERSED) return null;
  for (const [word, opposite] of OPPOSITES) {
    const at = scene.reading.text.indexOf(word);
    if (at < 0) continue;
    const span = { start: scene.reading.start + at, end: scene.reading.start + at + word.length };
    if (replaceIn(statement, span, opposite) !== null) return swap(span, opposite);
  }
  return null;
}
