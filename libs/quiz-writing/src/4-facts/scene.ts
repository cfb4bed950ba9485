import type { Names, Reading } from '../3-names/index.js';
import { LEADING_TIME } from '../lexicon/words.js';
import { clausesOf, headLength, subjectOf, type Clause, type Span } from './clauses.js';
import { findSpeech, type Speech } from './speech.js';

/** A sentence with all a statement about it needs: its clauses, its speaker, its time, what it may lean on. */
export interface Scene {
  readonly reading: Reading;
  /** Without the clause that only says who speaks. */
  readonly clauses: readonly Clause[];
  readonly speech: Speech | null;
  /** The time the sentence opens with. */
  readonly time: Span | null;
  /** The sentence before, in the same paragraph. */
  readonly previous: Scene | null;
}

export function readScenes(readings: readonly Reading[], names: Names): Scene[] {
  const speeches = findSpeech(readings, names);
  let previous: Scene | null = null;
  return readings.map((reading, index) => {
    const speech = speeches[index] ?? null;
    const clauses = clausesOf(reading).filter(({ start }) => speech?.frame?.start !== start);
    const before: Scene | null = previous?.reading.paragraph === reading.paragraph ? previous : null;
    const scene: Scene = { reading, clauses, speech, time: leadingTime(clauses), previous: before };
    previous = scene;
    return scene;
  });
}

function leadingTime(clauses: readonly Clause[]): Span | null {
  const first = clauses[0];
  if (!first) return null;
  const head =
    first.text.slice(0, headLength(first.text)) || (LEADING_TIME.test(first.text) ? first.text : '');
  for (let at = 0; at < head.length; at++) {
    const found = LEADING_TIME.exec(head.slice(at))?.[0].replace(/[，,]$/, '');
    if (found) return { text: found, start: first.start + at, end: first.start + at + found.length };
  }
  return null;
}

/** The first subject of a sentence: what following clauses without a subject speak of. */
export function topicOf(scene: Scene): Span | null {
  for (const clause of scene.clauses) {
    const subject = subjectOf(clause);
    if (subject) return subject;
  }
  return null;
}
