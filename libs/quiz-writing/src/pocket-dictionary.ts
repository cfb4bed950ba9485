import { Jieba } from '@node-rs/jieba';
import { entryOf, overviewOfDictionary } from './dictionary-entries.js';

/** No text is cut into this: it only makes up the weight of the words left out. */
const FILLER = '\u{f0000}';

/**
 * A dictionary for these words of a text and those `chosen` in it, which are to be as frequent as told. It cuts the text as
 * the whole dictionary would when that is `heavier` by so much, and loads in a thousandth of the time.
 */
export function pocketDictionary(
  words: Iterable<string>,
  chosen: ReadonlySet<string>,
  frequency: number,
  heavier: number,
): Jieba {
  const { total, mixed } = overviewOfDictionary();
  const lines = new Set(mixed.filter((line) => !chosen.has(line.split(' ')[0] ?? '')));
  for (const word of words) {
    const entry = chosen.has(word) ? null : entryOf(word);
    if (entry) lines.add(entry.line);
  }
  for (const word of chosen) lines.add(`${word} ${frequency} n`);
  let weight = total + heavier;
  for (const line of lines) weight -= Number(line.split(' ')[1]);
  const jieba = new Jieba();
  jieba.loadDict(new TextEncoder().encode([...lines, `${FILLER} ${weight} x`].join('\n')));
  return jieba;
}
