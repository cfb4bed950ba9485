import type { Candidate } from '../candidate.js';
import { onceEach } from '../once-each.js';
import type { Finding } from '../4-facts/index.js';

/** Where the answer stands in the sentence it is quoted from, and the part between semicolons that holds it. */
export interface Source {
  readonly text: string;
  /** Offsets in `text`. */
  readonly at: number;
  readonly to: number;
  readonly segmentStart: number;
  /** End of the clause that holds the answer. */
  readonly clauseEnd: number;
}

export const sourceOf = onceEach(({ find, scene }: Finding): Source => {
  const { text, start } = scene.reading;
  const at = Math.min(text.length, Math.max(0, find.start - start));
  const to = Math.min(text.length, Math.max(at, find.end - start));
  const outer = outside(text);
  const segmentStart = outer.slice(0, at).lastIndexOf('；') + 1;
  const ending = outer.slice(to).search(/[，；。！？]/);
  return { text, at, to, segmentStart, clauseEnd: ending < 0 ? text.length : to + ending };
});

/** The text with what stands in brackets and titles blanked, so that its marks do not count. */
export function outside(text: string): string {
  return text.replace(/（[^（）]*）|《[^《》]*》/g, (inner) => '〓'.repeat(inner.length));
}

/** A table, a row of pairs or a list of events is no sentence that could lose its subject or its time. */
export function isSentence({ type, stem, finding }: Candidate): boolean {
  return type !== 'match' && !stem.startsWith('请将') && !finding.find.column;
}

/** All a learner reads of it before answering, and the answer. */
export function saidIn({ stem, correct, correction }: Candidate): string {
  return [stem, ...correct, correction ?? ''].join('\n');
}
