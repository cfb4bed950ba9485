import type { Fact } from '#question';
import type { Candidate, Sketch } from '../candidate.js';
import type { Note } from '../draft.js';
import type { Finding } from '../4-facts/index.js';
import type { Surroundings } from '../3-names/index.js';
import { seededRandom, seedFor, type Random } from '../random.js';
import { falsified } from './falsify.js';
import { readWorld, type World } from './world.js';
import { itemsBeside, wrongAnswers } from './wrong-answers.js';

const WRONG_OPTIONS = 3;
const FEWEST = 2;
/** With so many right ones two wrong ones are enough. */
const MANY_RIGHT = 3;

/**
 * Gives every sketch its wrong options, or its false wording; a sketch that gets none is dropped. `elsewhere` are the other
 * accepted facts of the course: their names and terms may stand beside this article's.
 */
export function findDistractors(
  sketches: readonly Sketch[],
  findings: readonly Finding[],
  around: Surroundings,
  seed: number,
  elsewhere: readonly Fact[] = [],
): { candidates: Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  const world = readWorld(findings, around, elsewhere);
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

function complete(sketch: Sketch, world: World, random: Random): Candidate | null {
  switch (sketch.type) {
    case 'fill':
    case 'order':
    case 'match':
      return { ...sketch, wrong: [] };
    case 'tf':
      return sketch.falsify ? falsified(sketch, world, random) : { ...sketch, wrong: [] };
    case 'single': {
      const wrong = wrongAnswers(sketch, world, random).slice(0, WRONG_OPTIONS);
      return wrong.length >= FEWEST ? { ...sketch, wrong } : null;
    }
    case 'multi': {
      const most = sketch.correct.length > MANY_RIGHT ? FEWEST : WRONG_OPTIONS;
      const wrong = itemsBeside(sketch.finding, world, random).slice(0, most);
      return wrong.length >= FEWEST ? { ...sketch, wrong } : null;
    }
  }
}
