import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const STRAIGHT = /["＂]/g;
const CURLY = /[“”]/g;
const SENTENCE = /[^。！？]*[。！？]*[”"]?/g;
/** ”北方门户“, “北方门户“: two marks around a term, of which at least one is the wrong one. */
const TURNED = /^([^“”]*)[“”]([^“”，。：；！？]{1,20})[“”]([^“”]*)$/;

/** Turns "…" into “…” in a paragraph, and mends marks that stand the wrong way round. */
export function pairQuotationMarks(paragraph: TracedText, onChange: (place: Place) => void): TracedText {
  const { text } = paragraph;
  const curled = (text.match(STRAIGHT)?.length ?? 0) % 2 === 0 ? curl(text) : text;
  const paired = isBalanced(curled.match(CURLY) ?? []) ? curled : turn(curled);
  if (paired === text) return paragraph;
  for (let at = 0; at < text.length; at++) {
    const place = paired[at] === text[at] ? null : paragraph.placeOf(at, at + 1);
    if (place) onChange(place);
  }
  return paragraph.fold(/[\s\S]+/, () => paired);
}

/** Straight marks take turns. With an odd number it is unknown which one is missing, so they stay. */
function curl(text: string): string {
  let isOpen = false;
  return text.replace(STRAIGHT, () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

/** Only when every sentence with marks has two around a term: anything longer may begin or end in another paragraph. */
function turn(text: string): string {
  const sentences = text.match(SENTENCE) ?? [];
  const marked = sentences.filter((sentence) => /[“”]/.test(sentence));
  if (!marked.every((sentence) => TURNED.test(sentence))) return text;
  return sentences.map((sentence) => sentence.replace(TURNED, '$1“$2”$3')).join('');
}

function isBalanced(marks: readonly string[]): boolean {
  let depth = 0;
  for (const mark of marks) {
    depth += mark === '“' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
