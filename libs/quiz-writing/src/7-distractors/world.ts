import type { Fact } from '#question';
import type { Finding } from '../4-facts/index.js';
import { PLAN } from '../lexicon/words.js';
import type { Names, Surroundings } from '../3-names/index.js';
import type { Figure } from '../numbers.js';

/** What wrong options are taken from: the article first, then the course's other facts. */
export interface World {
  readonly article: string;
  /** The article's sentences, to see whether an option is said of the same subject. */
  readonly sentences: readonly string[];
  readonly names: Names;
  readonly figures: readonly Figure[];
  readonly dates: readonly string[];
  /** Every year the article tells of, plans apart: no past event is younger than the youngest. */
  readonly years: readonly number[];
  readonly lists: readonly (readonly string[])[];
  readonly titles: readonly string[];
  readonly foreign: readonly string[];
  /** Terms that are defined. */
  readonly defined: readonly string[];
  /** Texts of each table column. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
  /** Of the course's other accepted facts. */
  readonly elsewhere: readonly Fact[];
}

export function readWorld(
  findings: readonly Finding[],
  { article, names }: Surroundings,
  elsewhere: readonly Fact[],
): World {
  const sentences = article.split(/[。！？\n]/);
  const answersOf = (kind: Fact['kind']) =>
    elsewhere.filter((fact) => fact.kind === kind).map(({ answer }) => answer);
  return {
    article,
    sentences,
    names,
    figures: findings.flatMap(({ find }) => (find.figure ? [find.figure] : [])),
    dates: distinct(findings.filter(({ find }) => find.form === 'date').map(({ find }) => find.answer)),
    years: sentences
      .filter((sentence) => !PLAN.test(sentence))
      .flatMap((sentence) => [...sentence.matchAll(/(?<!\d)(\d{4})年/g)].map((match) => Number(match[1]))),
    lists: [
      ...findings.map(({ find }) => (find.items ?? []).map(({ text }) => text)),
      ...elsewhere.map(({ items = [] }) => items),
    ].filter((items) => items.length > 1),
    titles: distinct([
      ...names.titles.map((title) => `《${title}》`),
      ...answersOf('work-title').filter((title) => /^《[^《》]*》$/.test(title)),
    ]),
    foreign: findings.filter(({ find }) => find.form === 'foreign').map(({ find }) => find.answer),
    defined: distinct([
      ...findings.filter(({ fact }) => fact.kind === 'definition').map(({ fact }) => fact.answer),
      ...answersOf('definition'),
    ]),
    cells: cellsByColumn(findings),
    elsewhere,
  };
}

export function columnOf({ find }: Finding): string {
  return `${find.column?.table ?? ''}|${find.column?.name ?? ''}`;
}

function cellsByColumn(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.find.form !== 'cell') continue;
    cells.set(columnOf(finding), [...(cells.get(columnOf(finding)) ?? []), finding.find.answer]);
  }
  return cells;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
