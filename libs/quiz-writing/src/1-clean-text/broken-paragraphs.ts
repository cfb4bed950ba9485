import type { Repair } from '../draft.js';
import { cutByDictionary } from '../segmenter.js';

const ENDS = /[。！？!?；：:…”」』）)|]$/;
const LEAST_LENGTH = 40;
const WINDOW = 6;

/**
 * Rejoins a paragraph that breaks off inside a word with the paragraph that goes on with it (业|绩), also when columns
 * were pasted in the wrong order and others stand between. Those are put where the text begins when it began with a sub-heading.
 */
export function rejoinBrokenParagraphs(paragraphs: readonly string[]): {
  paragraphs: string[];
  repairs: Repair[];
} {
  const rest = [...paragraphs];
  const repairs: Repair[] = [];
  for (let index = 0; index < rest.length - 1; index++) {
    const broken = rest[index] ?? '';
    if (broken.length < LEAST_LENGTH || ENDS.test(broken) || isTable(broken)) continue;
    const next = findContinuation(rest, index);
    if (next === null) continue;
    const continuation = rest[next] ?? '';
    const quote = `${broken.slice(-8)}|${continuation.slice(0, 8)}`;
    rest[index] = broken + continuation;
    rest.splice(next, 1);
    repairs.push({ code: 'broken-paragraph', detail: '接回了从词中间断开的段落。', quote });
    const between = rest.slice(index + 1, next);
    if (between.length > 0 && startsWithHeadings(rest, index)) {
      rest.splice(index + 1, between.length);
      rest.splice(firstSubheading(rest), 0, ...between);
      repairs.push({
        code: 'misplaced-lead',
        detail: `把错排在正文中间的 ${between.length} 段导语移到了文前。`,
      });
      index += between.length;
    }
    index--;
  }
  return { paragraphs: rest, repairs };
}

function findContinuation(paragraphs: readonly string[], index: number): number | null {
  const broken = paragraphs[index] ?? '';
  const last = Math.min(paragraphs.length - 1, index + WINDOW);
  for (let at = index + 1; at <= last; at++) {
    const candidate = paragraphs[at] ?? '';
    if (candidate.length > 4 && !isTable(candidate) && wordCrosses(broken, candidate)) return at;
  }
  const neighbour = paragraphs[index + 1] ?? '';
  return ENDS.test(neighbour) && neighbour.length > 8 && /[、，的和与]$/.test(broken) ? index + 1 : null;
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
function startsWithHeadings(paragraphs: readonly string[], index: number): boolean {
  const body = paragraphs.findIndex((line) => !isHeading(line));
  return body > 1 && body <= index;
}

function firstSubheading(paragraphs: readonly string[]): number {
  return Math.max(0, paragraphs.findIndex((line) => !isHeading(line)) - 1);
}
