import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { ArticleWriter } from '../article-writer.js';
import { Page } from './page.js';

const ATTRIBUTES = new Set(
  'alt aria-hidden class colspan hidden href id role rowspan start style type value'.split(' '),
);
/** More than this of an attribute is a picture or a script, which nobody asks for here. */
const LONGEST_ATTRIBUTE = 500;

/** Reads a page or a piece of one. */
export function readHtml(html: string, writer: ArticleWriter, base = 0): void {
  const page = new Page(writer);
  tokenise(html, base, page, writer);
  page.finish(base + html.length);
}

/**
 * Drives the page by the tags of a text that begins at `base` of the source. The tokenizer is used without its parser: the
 * parser's stack makes 1,000,000 unclosed tags cost minutes, and a tree would lose where each entity stood.
 */
export function tokenise(html: string, base: number, page: Page, writer: ArticleWriter): void {
  let tagStart = 0;
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const pre = new PreformattedText(html);

  // Only there does <title/> end itself; elsewhere it would swallow the page.
  const isXml = /^\s*<\?xml\b/.test(html);
  const startTag = (end: number, selfClosing: boolean) => {
    const isCode = name === 'pre' && pre.isCode(end + 1);
    const tag = { name, attributes, start: base + tagStart, end: base + end + 1 };
    page.start(tag, selfClosing && (isXml || page.isForeign), isCode ? 'code' : undefined);
  };
  const text = (start: number, end: number) => {
    const slice = html.slice(start, end);
    if (!pre.holds(start)) return writer.text(slice, base + start, base + end);
    for (const line of slice.matchAll(/[^\n]+|\n/g)) {
      const at = base + start + line.index;
      if (line[0] === '\n') writer.paragraph();
      else writer.text(line[0], at, at + line[0].length);
    }
  };
  const nothing = () => {};
  const callbacks: TokenizerCallbacks = {
    isInForeignContext: () => page.isForeign,
    onopentagname(start, end) {
      tagStart = start - 1;
      name = html.slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname(start, end) {
      attribute = html.slice(start, Math.min(end, start + LONGEST_ATTRIBUTE)).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      if (value.length < LONGEST_ATTRIBUTE)
        value += html.slice(start, Math.min(end, start + LONGEST_ATTRIBUTE));
    },
    onattribentity(codepoint) {
      if (value.length < LONGEST_ATTRIBUTE) value += String.fromCodePoint(codepoint);
    },
    onattribend() {
      if (ATTRIBUTES.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: (end) => startTag(end, false),
    onselfclosingtag: (end) => startTag(end, true),
    onclosetag(start, end) {
      page.end(html.slice(start, end).toLowerCase(), base + end + 1);
    },
    ontext: text,
    ontextentity(codepoint, end) {
      const start = html.lastIndexOf('&', end - 1);
      writer.text(String.fromCodePoint(codepoint), base + start, base + end);
    },
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onprocessinginstruction: nothing,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: isXml }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}

const MOST_JUDGED = 2_000;

/** Tells the lines of a telegram in `<pre>` from a program in it. */
class PreformattedText {
  readonly #html: string;
  #end = 0;

  constructor(html: string) {
    this.#html = html;
  }

  holds(at: number): boolean {
    return at < this.#end;
  }

  /** Judges the content that begins at `start`: mostly Chinese and without `<code>` is text. */
  isCode(start: number): boolean {
    if (start < this.#end) return false;
    const found = this.#html.indexOf('</pre', start);
    this.#end = found < 0 ? this.#html.length : found;
    const content = this.#html.slice(start, Math.min(this.#end, start + MOST_JUDGED));
    if (/<code\b/i.test(content)) return true;
    const words = content.replace(/<[^<>]*>/g, '').replace(/\s+/g, '');
    const chinese = words.match(/[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0;
    return words.length > 0 && chinese < words.length * 0.3;
  }
}
