import type { ArticleWriter } from '../article-writer.js';
import type { DroppedKind } from '../dropped.js';
import type { Level } from '../raised-text.js';
import { DocumentTables } from './document-tables.js';
import { DocumentText } from './document-text.js';
import { Numbering } from './numbering.js';
import type { DocxParts } from './open-docx.js';
import { Styles } from './styles.js';
import { isOn, readXml, type XmlElement } from './xml.js';

const WORD = /\/wordprocessingml\/(?:2006\/)?main$/;
/** Older settings kept beside the new ones, and the drawings for programs older than the first. */
const UNREAD = new Set([
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
  'Fallback',
]);
const DROPPED: ReadonlyMap<string, DroppedKind> = new Map([
  ['del', 'deleted'],
  ['moveFrom', 'deleted'],
  ['rt', 'ruby'],
]);
const EMBEDDED: ReadonlyMap<string, DroppedKind> = new Map([
  ['blip', 'image'],
  ['imagedata', 'image'],
  ['chart', 'media'],
  ['relIds', 'media'],
]);

/**
 * Reads the body of a Word document and returns its source: the text of its paragraphs, one a line.
 * Null when the XML is broken.
 */
export function readDocument(parts: DocxParts, writer: ArticleWriter): string | null {
  const body = new DocumentBody(writer, new Styles(parts.styles), new Numbering(parts.numbering));
  return readXml(parts.document, body) ? body.source : null;
}

class DocumentBody {
  readonly #write: ArticleWriter;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #text: DocumentText;
  /** One for each open element. */
  readonly #endings: ((() => void) | null)[] = [];
  #unread = 0;
  #inText = false;
  #inParagraphSettings = false;
  #paragraph = { style: '', numId: '', level: undefined as number | undefined };
  #run = { level: null as Level | null, dropped: undefined as DroppedKind | undefined };
  #runDepth = -1;
  #inRunSettings = false;
  readonly #dropsAtEnd: number[] = [];
  readonly #tables: DocumentTables;
  #isContents = false;

  constructor(writer: ArticleWriter, styles: Styles, numbering: Numbering) {
    this.#write = writer;
    this.#text = new DocumentText(writer);
    this.#tables = new DocumentTables(writer);
    this.#styles = styles;
    this.#numbering = numbering;
  }

  get source(): string {
    return this.#text.source;
  }

  open(element: XmlElement): void {
    this.#endings.push(this.#begin(element));
  }

  close(): void {
    this.#endings.pop()?.();
  }

  text(text: string): void {
    if (this.#inText && this.#unread === 0) this.#text.words(text, this.#run.level);
  }

  #begin(element: XmlElement): (() => void) | null {
    const { name } = element;
    if (UNREAD.has(name)) {
      this.#unread += 1;
      return () => (this.#unread -= 1);
    }
    if (this.#unread > 0) return null;
    const embedded = EMBEDDED.get(name);
    if (embedded) this.#write.see(embedded, this.#text.length, this.#text.length);
    if (name === 'oMath') this.#write.see('formula', this.#text.length, this.#text.length);
    if (!WORD.test(element.namespace)) return null;
    const dropped = DROPPED.get(name);
    if (dropped && !this.#inParagraphSettings) return this.#drop(dropped);
    if (this.#inParagraphSettings) return this.#setParagraph(element);
    if (this.#inRunSettings) return this.#setRun(element);
    return this.#beginInline(element) ?? this.#beginBlock(element);
  }

  #beginInline(element: XmlElement): (() => void) | null {
    switch (element.name) {
      case 't':
      case 'delText':
        this.#inText = true;
        return () => (this.#inText = false);
      case 'r':
        this.#runDepth = this.#endings.length;
        this.#run = { level: null, dropped: undefined };
        this.#dropsAtEnd.push(0);
        return () => this.#endDrops();
      case 'rPr':
        // Those of content controls and list numbers are no settings of this run.
        this.#inRunSettings = this.#endings.length === this.#runDepth + 1;
        return () => this.#applyRun();
      case 'tab':
      case 'ptab':
        this.#text.words('\t', this.#run.level);
        return null;
      case 'noBreakHyphen':
        this.#text.words('-', this.#run.level);
        return null;
      case 'br':
      case 'cr':
        this.#text.keep('\v');
        this.#text.settle();
        this.#write.paragraph();
        return null;
      case 'sym':
        this.#write.see('symbol', this.#text.length, this.#text.length);
        return null;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#write.see('footnote-mark', this.#text.length, this.#text.length);
        return null;
      case 'hyperlink':
        if (element.attribute('id')) this.#write.see('link-address', this.#text.length, this.#text.length);
        return null;
      default:
        return null;
    }
  }

  #beginBlock(element: XmlElement): (() => void) | null {
    switch (element.name) {
      case 'p':
        this.#tables.settle();
        this.#write.block();
        this.#dropsAtEnd.push(0);
        return () => this.#endParagraph();
      case 'pPr':
        this.#inParagraphSettings = true;
        this.#paragraph = { style: '', numId: '', level: undefined };
        return () => this.#applyParagraph();
      case 'txbxContent':
        return this.#aside();
      case 'tbl': {
        this.#tables.settle();
        const start = this.#text.length;
        this.#write.startTable(start);
        return () => this.#write.endTable(start, this.#text.length);
      }
      case 'tr':
      case 'tblHeader':
      case 'tc':
      case 'gridSpan':
      case 'vMerge':
        return this.#tables.begin(element);
      case 'docPartGallery':
        this.#isContents = /table of contents/i.test(element.attribute('val') ?? '');
        return null;
      case 'sdt':
        this.#isContents = false;
        return null;
      case 'sdtContent': {
        if (!this.#isContents) return null;
        this.#isContents = false;
        this.#write.block();
        return this.#drop('contents');
      }
      default:
        return null;
    }
  }

  #drop(kind: DroppedKind): () => void {
    this.#text.settle();
    this.#write.drop(kind, this.#text.length);
    return () => this.#write.endDrop(this.#text.length, (quote) => quote.trim() === '');
  }

  #endDrops(): void {
    for (let drops = this.#dropsAtEnd.pop() ?? 0; drops > 0; drops--) {
      this.#write.endDrop(this.#text.length, (quote) => quote.trim() === '');
    }
  }

  #dropUntilEnd(kind: DroppedKind): void {
    this.#drop(kind);
    this.#dropsAtEnd.push((this.#dropsAtEnd.pop() ?? 0) + 1);
  }

  #setRun(element: XmlElement): null {
    if (element.name === 'vertAlign') this.#run.level = levelOf(element.attribute('val'));
    else if (element.name === 'vanish' && isOn(element)) this.#run.dropped = 'hidden';
    else if (/^d?strike$/.test(element.name) && isOn(element)) this.#run.dropped ??= 'deleted';
    return null;
  }

  #applyRun(): void {
    const applies = this.#inRunSettings;
    this.#inRunSettings = false;
    if (applies && this.#run.dropped) this.#dropUntilEnd(this.#run.dropped);
  }

  #setParagraph(element: XmlElement): null {
    const value = element.attribute('val') ?? '';
    if (element.name === 'pStyle') this.#paragraph.style = value;
    else if (element.name === 'numId') this.#paragraph.numId = value;
    else if (element.name === 'ilvl') this.#paragraph.level = Number(value) || 0;
    return null;
  }

  #applyParagraph(): void {
    this.#inParagraphSettings = false;
    const style = this.#styles.find(this.#paragraph.style);
    if (style.dropped) return this.#dropUntilEnd(style.dropped);
    const numId = this.#paragraph.numId || style.numId;
    const label = numId && this.#numbering.next(numId, this.#paragraph.level ?? style.level ?? 0);
    if (label) this.#write.item({ label });
  }

  #endParagraph(): void {
    this.#text.settle();
    this.#endDrops();
    this.#write.block();
    this.#text.keep('\n');
  }

  /** A text box: its paragraphs stand before the paragraph it is fixed to. */
  #aside(): () => void {
    this.#text.settle();
    const run = this.#run;
    this.#write.startAside();
    return () => {
      this.#text.settle();
      this.#write.endAside();
      this.#run = run;
    };
  }
}

function levelOf(value: string | undefined): Level | null {
  if (value === 'superscript') return 'raised';
  return value === 'subscript' ? 'lowered' : null;
}
