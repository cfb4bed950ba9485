import { MappedText, type OffsetMap } from './offset-map.js';

/** All but the ordinary one. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Plain text stays as it is, but for its line ends: layout is the business of whoever reads it. */
export function readPlainText(source: string): { text: string; origins: OffsetMap } {
  const mapped = new MappedText();
  let from = 0;
  for (const { 0: lineEnd, index } of source.matchAll(LINE_END)) {
    mapped.add(source.slice(from, index), from, index);
    from = index + lineEnd.length;
    mapped.add('\n', index, from);
  }
  mapped.add(source.slice(from), from, source.length);
  return mapped.finish();
}
