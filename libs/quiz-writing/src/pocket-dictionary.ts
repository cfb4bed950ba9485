import { Jieba } from '@node-rs/jieba';
import { entryOf, overviewOfDictionary } from './dictionary-entries.js';

/** No text is cut into this: it only makes up the weight of the words left out. */
const FILLER = '\u{f0000}';

/**
 * A dictionary for these words of a text: it cuts the text as the whole dictionary would that knows the `chosen` words as
 * well, at `frequency` each. It loads in a thousandth of the time.
 */
export function pocketDictionary(
  words: Iterable<string>,
  chosen: Iterable<string>,
  frequency: number,
): Jieba {
  const { total, mixed } = overviewOfDictionary();
  const lines = new Set(mixed);
  for (const word of words) {
    const entry = entryOf(word);
    if (entry) lines.add(entry.line);
  }
  let weight = total;
  for (const word of chosen) {
    const entry = entryOf(word);
    weight += frequency - (entry?.frequency ?? 0);
    if (entry) lines.delete(entry.line);
    lines.add(`${word} ${frequency} n`);
  }
  for (const line of lines) weight -= Number(line.split(' ')[1]);
  const jieba = new Jieba();
  jieba.loadDict(new TextEncoder().encode([...lines, `${FILLER} ${weight} x`].join('\n')));
  return jieba;
}
