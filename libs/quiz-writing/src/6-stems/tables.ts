import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { sketch } from './sketch.js';

const MOST_PAIRS = 5;

/** The rows of a table and what one column says of them, in two columns to be matched. */
export function matchCells(findings: readonly Finding[]): Sketch[] {
  const columns = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { column } = finding.find;
    if (!column) continue;
    const key = `${column.table}|${column.name}`;
    columns.set(key, [...(columns.get(key) ?? []), finding]);
  }
  return [...columns.values()].flatMap((cells) => {
    const [first] = cells;
    const texts = cells.map(({ find }) => find.answer);
    const rows = cells.map(({ find }) => find.column?.row ?? '');
    if (!first?.find.column || cells.length < 3 || !areDistinct(texts) || !areDistinct(rows)) return [];
    const { table, name } = first.find.column;
    const taken = cells.slice(0, MOST_PAIRS);
    const where = table === '' ? '按文中的表格' : `在“${table}”的表格中`;
    return [
      {
        ...sketch(first, 'match', `${where}，请将下列各项与其${name}进行配对。`, []),
        covers: taken.map(({ fact }) => fact.id),
        pairs: taken.map(({ find }) => ({ left: find.column?.row ?? '', right: find.answer })),
        evidence: taken.flatMap(({ fact }) => fact.evidence.slice(0, 1)),
      },
    ];
  });
}

/** Two tables may stand under the same heading and repeat each other's rows. */
function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
