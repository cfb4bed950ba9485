import { MAX_TEXT_LENGTH } from '../question-file.js';
import type { WorkbookZip } from './workbook-zip.js';

const MOST_STRINGS = 1_000_000;

/** The texts that cells name by number; parts with a look of their own joined, readings above characters left out. */
export async function readSharedStrings(zip: WorkbookZip, part: string): Promise<string[]> {
  const strings: string[] = [];
  const text = textCollector();
  await zip.read(part, {
    open({ name }) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.end());
    },
    text: text.add,
    done: () => strings.length > MOST_STRINGS,
  });
  return strings;
}

/** Joins the `t` elements of a string, without those of phonetic readings. */
export function textCollector() {
  let joined = '';
  let inText = false;
  let inReading = false;
  return {
    begin() {
      joined = '';
      inText = inReading = false;
    },
    open(name: string) {
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    close(name: string) {
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
    add(piece: string) {
      // One sign more than is allowed tells that it was longer.
      if (inText && joined.length <= MAX_TEXT_LENGTH) joined += piece.slice(0, MAX_TEXT_LENGTH * 8);
    },
    end: () => unescaped(joined).slice(0, MAX_TEXT_LENGTH + 1),
  };
}

/** Excel writes what XML cannot hold as _x000D_. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
