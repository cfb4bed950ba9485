import { ECONOMY, GOVERNMENT, MAKING } from './economy.js';
import { EVERYDAY, FARMING, NATURE, SAFETY } from './nature.js';
import { CULTURE, HEALTH, SCHOOLING, SPORT, TRAVEL } from './society.js';

const GROUPS = [
  ECONOMY,
  GOVERNMENT,
  MAKING,
  SCHOOLING,
  HEALTH,
  CULTURE,
  TRAVEL,
  SPORT,
  FARMING,
  NATURE,
  SAFETY,
  EVERYDAY,
].flatMap((lines) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' ')),
);

const CONTRASTS = new Map<string, readonly (readonly string[])[]>();
for (const group of GROUPS)
  for (const word of group) CONTRASTS.set(word, [...(CONTRASTS.get(word) ?? []), group]);
const LONGEST = Math.max(...[...CONTRASTS.keys()].map(({ length }) => length));

/** Words of a group stand in an order where they have one: beside 唐代 五代 is likelier than 清代. */
const NEAREST = 5;

/**
 * Words that exclude this one where it stands, the nearest of its group; empty when none is known. A word of several groups
 * takes the first.
 */
export function contrastsOf(word: string): readonly string[] {
  const group = CONTRASTS.get(word)?.[0] ?? [];
  const at = group.indexOf(word);
  return group
    .map((other, place) => ({ other, away: Math.abs(place - at) }))
    .filter(({ away }) => away > 0)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, NEAREST)
    .map(({ other }) => other);
}

/** The known words of a text from `from` on, the longest first. */
export function knownWordAt(text: string, from: number): string | null {
  for (let length = Math.min(LONGEST, text.length - from); length >= 2; length--) {
    const word = text.slice(from, from + length);
    if (CONTRASTS.has(word)) return word;
  }
  return null;
}
export const CONTRAST_GROUPS: readonly (readonly string[])[] = GROUPS;
