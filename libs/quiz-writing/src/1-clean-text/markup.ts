import type { Place } from './text-origins.js';
import { TracedText } from './traced-text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
};

/** Takes HTML tags and Markdown marks off, leaving one paragraph a line. Table rows and list numbers stay. */
export function stripMarkup(text: TracedText, onChange: (place: Place) => void): TracedText {
  return stripMarkdown(looksLikeHtml(text.text) ? stripHtml(text, onChange) : text, onChange);
}

function looksLikeHtml(text: string): boolean {
  return /<(?:html|body|div|p|br|span|h[1-6]|table|li)\b[^<>]{0,200}>/i.test(text);
}

function stripHtml(html: TracedText, onChange: (place: Place) => void): TracedText {
  const put = (text: TracedText, pattern: RegExp, ours: string) =>
    text.replace(pattern, () => TracedText.ours(ours), onChange);
  let text = html.drop(/<(script|style)\b[^<>]*>[^<]*<\/\1>/gi, onChange);
  text = put(text, /<\/t[dh]>\s*<t[dh]\b[^<>]*>/gi, ' | ');
  text = put(text, /<t[dh]\b[^<>]*>/gi, '| ');
  text = put(text, /<\/t[dh]>/gi, ' |');
  text = put(text, /<(?:br|\/p|\/div|\/h[1-6]|\/li|\/tr)\b[^<>]*>/gi, '\n');
  const plain = text.drop(/<[a-z/!][^<>]{0,500}>/gi, onChange);
  return plain.replace(/&([a-z]{2,6});/gi, ({ 0: whole, 1: name = '', index }) => {
    const character = ENTITIES[name.toLowerCase()];
    const end = index + whole.length;
    return character === undefined ? plain.slice(index, end) : plain.standFor(index, end, character);
  });
}

function stripMarkdown(marked: TracedText, onChange: (place: Place) => void): TracedText {
  let text = marked
    .drop(/^ {0,3}#{1,6} +/gm, onChange)
    .drop(/^ {0,3}> ?/gm, onChange)
    .drop(/^ {0,3}(?:-{3,}|\*{3,}|_{3,})$/gm, onChange)
    .drop(/!\[[^\][\n]{0,200}\]\([^()\n]{0,500}\)/g, onChange);
  for (const pattern of [
    /(\[)([^\][\n]{1,200})\]\([^()\n]{0,500}\)/g,
    /(\*\*)([^*\n]{1,300})\*\*/g,
    /(`)([^`\n]{1,200})`/g,
  ]) {
    const before = text;
    text = before.replace(
      pattern,
      ({ index, 1: opening = '', 2: words = '' }) => {
        const from = index + opening.length;
        return before.slice(from, from + words.length);
      },
      onChange,
    );
  }
  return text;
}
