import type { Repair } from '../draft.js';
import { readJumps } from './jump-lines.js';
import { seamOf } from './places.js';
import { FAR_SEAMS, seamBetween } from './seams.js';
import { TracedText } from './traced-text.js';

const ENDS = /[。！？!?；：:…”」』）)|]$/;
const SENTENCE = /[，。；]/;
const LEAST_LENGTH = 40;
const LEAST_SENTENCE = 20;
const LEAST_WORDS = 8;
const WINDOW = 6;

interface Paragraph {
  readonly text: string;
  readonly parts: readonly TracedText[];
  /** It stood before （下转第三版）. */
  readonly goesOn: boolean;
  /** It stood behind （上接第一版）. */
  readonly isRest: boolean;
}

/**
 * Rejoins a paragraph that breaks off in the middle (业|绩, 20|23年, 《安全|条例》) with the paragraph that goes on with it,
 * also on another page, and when columns were pasted in the wrong order and others stand between. Those are put where the
 * text begins when it began with a sub-heading.
 */
export function rejoinBrokenParagraphs(given: readonly TracedText[]): {
  paragraphs: TracedText[];
  repairs: Repair[];
} {
  const rest = paragraphsOf(given);
  const repairs: Repair[] = [];
  for (let index = 0; index < rest.length - 1; index++) {
    const broken = rest[index];
    const found = broken && breaksOff(broken) ? findContinuation(rest, index) : null;
    const continuation = found && rest[found.at];
    if (!broken || !found || !continuation) continue;
    rest[index] = joinParagraphs(broken, continuation);
    rest.splice(found.at, 1);
    repairs.push({
      code: 'broken-paragraph',
      detail: '接回了从词中间断开的段落。',
      quote: `${broken.text.slice(-8)}|${continuation.text.slice(0, 8)}`,
      places: seamOf(broken.parts.at(-1), continuation.parts[0]),
    });
    const between = rest.slice(index + 1, found.at);
    if (!found.isJump && between.length > 0 && startsWithHeadings(rest, index)) {
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

/** A jump line of its own speaks of the paragraph behind it, or before it. */
function paragraphsOf(given: readonly TracedText[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isRest = false;
  for (const line of given) {
    const { text, ...jumps } = readJumps(line);
    const before = paragraphs.at(-1);
    if (text.length > 0) {
      paragraphs.push({ text: text.text, parts: [text], ...jumps, isRest: isRest || jumps.isRest });
      isRest = false;
    } else {
      isRest = jumps.isRest;
      if (jumps.goesOn && before) paragraphs[paragraphs.length - 1] = { ...before, goesOn: true };
    }
  }
  return paragraphs;
}

function breaksOff({ text, goesOn }: Paragraph): boolean {
  if (ENDS.test(text) || isTable(text)) return false;
  return goesOn || text.length >= LEAST_WORDS;
}

/** Surely no heading. */
function isSentence({ text, goesOn }: Paragraph): boolean {
  return goesOn || text.length >= LEAST_LENGTH || (text.length >= LEAST_SENTENCE && SENTENCE.test(text));
}

function joinParagraphs(before: Paragraph, after: Paragraph): Paragraph {
  return {
    text: before.text + after.text,
    parts: [...before.parts, ...after.parts],
    goesOn: after.goesOn,
    isRest: before.isRest,
  };
}

function findContinuation(
  paragraphs: readonly Paragraph[],
  index: number,
): { at: number; isJump: boolean } | null {
  const [broken, ...behind] = paragraphs.slice(index);
  if (!broken) return null;
  const isLong = isSentence(broken);
  const near = behind.slice(0, WINDOW).findIndex((each, away) => {
    const seam = isTable(each.text) ? null : seamBetween(broken.text, each.text, isLong);
    return seam !== null && (away === 0 || FAR_SEAMS.has(seam));
  });
  if (near >= 0 && !broken.goesOn) return { at: index + 1 + near, isJump: false };
  if (!broken.goesOn) return null;
  const rests = behind.flatMap((each, away) => (each.isRest ? [{ each, at: index + 1 + away }] : []));
  const [fitting = rests.length === 1 ? rests[0] : undefined] = rests.filter(
    ({ each }) => seamBetween(broken.text, each.text) !== null,
  );
  if (fitting) return { at: fitting.at, isJump: true };
  return near >= 0 ? { at: index + 1 + near, isJump: true } : null;
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
