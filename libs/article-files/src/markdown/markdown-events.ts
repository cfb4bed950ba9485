import type { Token } from 'micromark-util-types';
import { decodeString } from 'micromark-util-decode-string';
import type { ArticleWriter } from '../article-writer.js';
import { Page } from '../html/page.js';
import { readHtml, tokenise } from '../html/read-html.js';
import type { DroppedKind } from '../dropped.js';

/** Addresses, titles, labels: what stands in the source but is not read. */
const UNREAD = new Set([
  'resource',
  'reference',
  'definition',
  'gfmFootnoteDefinitionLabel',
  'setextHeadingLine',
  'tableDelimiterRow',
  'codeFencedFence',
]);

const DROPPED: ReadonlyMap<string, DroppedKind> = new Map([
  ['yaml', 'front-matter'],
  ['toml', 'front-matter'],
  ['codeFenced', 'code'],
  ['image', 'image'],
  ['strikethrough', 'deleted'],
  ['gfmFootnoteDefinition', 'footnote'],
  ['gfmFootnoteCall', 'footnote-mark'],
]);

const PARAGRAPHS = new Set(['paragraph', 'atxHeading', 'setextHeading', 'blockQuote']);
const SENTENCE_END = /[。！？!?；;：:…][”’」』）)]?\s*$/;
/** In Chinese characters; a shorter line was ended on purpose. */
const SHORTEST_WRAPPED_LINE = 20;

export class MarkdownEvents {
  readonly #markdown: string;
  readonly #write: ArticleWriter;
  /** Tags standing among the words of one paragraph. */
  #inline: Page;
  #unread = 0;
  #lineEnds = false;
  #htmlFlow: { start: number; text: string } | null = null;
  #itemNumber: number | null | undefined;
  #head = false;

  constructor(markdown: string, writer: ArticleWriter) {
    this.#markdown = markdown;
    this.#write = writer;
    this.#inline = new Page(writer);
  }

  take(step: 'enter' | 'exit', token: Token): void {
    if (UNREAD.has(token.type)) this.#unread += step === 'enter' ? 1 : -1;
    const dropped = DROPPED.get(token.type);
    if (step === 'enter') {
      if (dropped) this.#drop(dropped, token);
      else this.#enter(token);
      return;
    }
    if (dropped) this.#write.endDrop(token.end.offset);
    else this.#exit(token);
  }

  finish(): void {
    this.#inline.finish(this.#markdown.length);
  }

  #drop(kind: DroppedKind, token: Token): void {
    if (token.type === 'codeFenced' || token.type === 'gfmFootnoteDefinition') this.#write.block();
    this.#write.drop(kind, token.start.offset);
  }

  #enter(token: Token): void {
    const { type, start } = token;
    if (PARAGRAPHS.has(type)) this.#write.paragraph();
    switch (type) {
      case 'listOrdered':
        this.#itemNumber = null;
        return this.#write.startList(1);
      case 'listUnordered':
        this.#itemNumber = undefined;
        return this.#write.startList(null);
      case 'listItemValue':
        // Only the first number of a list counts, as in CommonMark.
        if (this.#itemNumber === null) this.#itemNumber = Number(this.#sliceOf(token));
        return;
      case 'table':
        return this.#write.startTable(start.offset);
      case 'tableHead':
        this.#head = true;
        return;
      case 'tableRow':
        return this.#write.row(this.#head ? 'head' : 'body');
      case 'tableHeader':
      case 'tableData':
        return this.#write.cell();
      case 'link':
        return this.#write.see('link-address', start.offset, token.end.offset);
      case 'htmlFlow':
        this.#htmlFlow = { start: start.offset, text: '' };
        return;
    }
  }

  #exit(token: Token): void {
    const { type, start, end } = token;
    switch (type) {
      case 'data':
      case 'characterEscapeValue':
      case 'codeTextData':
      case 'codeFlowValue':
      case 'autolinkProtocol':
      case 'autolinkEmail':
        return this.#text(this.#sliceOf(token), token);
      case 'characterReference':
        return this.#text(decodeString(this.#sliceOf(token)), token);
      case 'hardBreakEscape':
      case 'hardBreakTrailing':
        this.#lineEnds = true;
        return;
      case 'lineEnding':
        return this.#lineEnding(token);
      case 'htmlText':
        if (this.#unread > 0) return;
        return tokenise(this.#sliceOf(token), start.offset, this.#inline, this.#write);
      case 'htmlFlowData':
        return this.#htmlLine(token);
      case 'htmlFlow':
        return this.#endHtml();
      case 'listItemPrefix':
        this.#write.item({ number: this.#itemNumber ?? undefined });
        if (this.#itemNumber !== undefined) this.#itemNumber = undefined;
        return;
      case 'listOrdered':
      case 'listUnordered':
        return this.#write.endList();
      case 'tableHead':
        this.#head = false;
        return;
      case 'table':
        return this.#write.endTable(start.offset, end.offset);
      case 'paragraph':
      case 'atxHeading':
      case 'setextHeadingText':
      case 'tableContent':
        return this.#endInline(end.offset);
    }
  }

  #text(text: string, token: Token): void {
    if (this.#unread > 0 || this.#htmlFlow) return;
    this.#write.text(text, token.start.offset, token.end.offset);
  }

  /** The end of a line inside a paragraph: wrapped text goes on, a short or finished line was meant to end. */
  #lineEnding(token: Token): void {
    const { offset } = token.start;
    if (this.#htmlFlow) return this.#htmlLine(token, '\n');
    if (this.#unread > 0) return;
    const line = this.#markdown.slice(this.#markdown.lastIndexOf('\n', offset - 1) + 1, offset);
    const wrapped = !this.#lineEnds && !SENTENCE_END.test(line) && widthOf(line) >= SHORTEST_WRAPPED_LINE;
    this.#lineEnds = false;
    if (wrapped) this.#write.text('\n', offset, offset + 1);
    else this.#write.paragraph();
  }

  #endInline(at: number): void {
    this.#inline.finish(at);
    this.#inline = new Page(this.#write);
    this.#write.paragraph();
  }

  /** Keeps the places: what stands between the lines of the block, such as `> `, becomes spaces. */
  #htmlLine(token: Token, line = this.#sliceOf(token)): void {
    const flow = this.#htmlFlow;
    if (!flow) return;
    const skipped = token.start.offset - flow.start - flow.text.length;
    flow.text += ' '.repeat(Math.max(0, skipped)) + line;
  }

  #endHtml(): void {
    const flow = this.#htmlFlow;
    this.#htmlFlow = null;
    if (!flow) return;
    this.#write.paragraph();
    readHtml(flow.text, this.#write, flow.start);
    this.#write.paragraph();
  }

  #sliceOf(token: Token): string {
    return this.#markdown.slice(token.start.offset, token.end.offset);
  }
}

/** In Chinese characters: two Latin letters are about as wide as one. */
function widthOf(line: string): number {
  const wide = line.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return wide + (line.length - wide) / 2;
}
