import type { Repair } from '../draft.js';
import { cutByDictionary } from '../segmenter.js';
import { seamOf } from './places.js';
import { TracedText } from './traced-text.js';

const ENDS = /[。！？!?；：:…”」』）)|]$/;
const LEAST_LENGTH = 40;
const WINDOW = 6;

/**
 * Rejoins a paragraph that breaks off inside a word with the paragraph that goes on with it (业|绩), also when columns
 * were pasted in the wrong order and others stand between. Those are put where the text begins when it began with a sub-heading.
 */
export function rejoinBrokenParagraphs(paragraphs: readonly TracedText[]): {
  paragraphs: TracedText[];
  repairs: Repair[];
} {
  const rest: Paragraph[] = paragraphs.map((part) => ({ text: part.text, parts: [part] }));
  const repairs: Repair[] = [];
  for (let index = 0; index < rest.length - 1; index++) {
    const broken = rest[index];
    if (!broken || broken.text.length < LEAST_LENGTH || ENDS.test(broken.text) || isTable(broken.text))
      continue;
    const following = rest.slice(index + 1, index + 1 + WINDOW);
    const next = findContinuation(
      broken.text,
      following.map(({ text }) => text),
    );
    const continuation = next === null ? undefined : rest[index + next];
    if (next === null || !continuation) continue;
    rest[index] = joinParagraphs(broken, continuation);
    rest.splice(index + next, 1);
    repairs.push({
      code: 'broken-paragraph',
      detail: '接回了从词中间断开的段落。',
      quote: `${broken.text.slice(-8)}|${continuation.text.slice(0, 8)}`,
      places: seamOf(broken.parts.at(-1), continuation.parts[0]),
    });
    const between = rest.slice(index + 1, index + next);
    if (between.length > 0 && startsWithHeadings(rest, index)) {
      rest.splice(index + 1, between.length);
      rest.splice(firstSubheading(rest), 0, ...between);
      repairs.push({
        code: 'misplaced-lead',
        detail: `把错排在正文中间的 ${between.length} 段导语移到了文前。`,
        places: between.flatMap(({ parts }) => parts.flatMap((part) => part.placeOf() ?? [])),
      });
      index += between.length;
    }
    index--;
  }
  return { paragraphs: rest.map(({ parts }) => TracedText.concat(parts)), repairs };
}

interface Paragraph {
  readonly text: string;
  readonly parts: readonly TracedText[];
}

function joinParagraphs(before: Paragraph, after: Paragraph): Paragraph {
  return { text: before.text + after.text, parts: [...before.parts, ...after.parts] };
}

/** How far behind the broken paragraph its rest stands. */
function findContinuation(broken: string, following: readonly string[]): number | null {
  const at = following.findIndex((each) => each.length > 4 && !isTable(each) && wordCrosses(broken, each));
  if (at >= 0) return at + 1;
  const [neighbour = ''] = following;
  return ENDS.test(neighbour) && neighbour.length > 8 && /[、，的和与]$/.test(broken) ? 1 : null;
}

/** Whether a dictionary word of two characters or more spans the seam, one that neither side makes alone. */
function wordCrosses(before: string, after: string): boolean {
  const head = before.slice(-6);
  let end = 0;
  for (const word of cutByDictionary(head + after.slice(0, 6))) {
    const start = end;
    end += word.length;
    if (start < head.length && end > head.length) return /^[\u3400-\u9fff]{2,}$/.test(word);
  }
  return false;
}

function isTable(line: string): boolean {
  return line.startsWith('|') || /\S {2,}\S+ {2,}\S/.test(line);
}

function isHeading(line: string): boolean {
  return line.length <= 30 && !ENDS.test(line.replace(/[”）]$/, ''));
}

/** The text before the break never got a lead: title lines, then at once a sub-heading and its paragraph. */
function startsWithHeadings(paragraphs: readonly Paragraph[], index: number): boolean {
  const body = paragraphs.findIndex(({ text }) => !isHeading(text));
  return body > 1 && body <= index;
}

function firstSubheading(paragraphs: readonly Paragraph[]): number {
  return Math.max(0, paragraphs.findIndex(({ text }) => !isHeading(text)) - 1);
}
