import type { ArticleWriter } from '../article-writer.js';
import { BLOCKS, DROPPED, droppedBy, QUIET_WHEN_EMPTY, VOID } from './elements.js';
import { OpenElements, type Ending } from './open-elements.js';

export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The place of the tag in the source. */
  readonly start: number;
  readonly end: number;
}

/** What the elements of a page mean for the article. */
export class Page {
  readonly #open = new OpenElements();
  readonly #write: ArticleWriter;
  /** Inside svg or math, where tags may close themselves and `<title>` is no title. */
  #foreign = 0;

  constructor(writer: ArticleWriter) {
    this.#write = writer;
  }

  get isForeign(): boolean {
    return this.#foreign > 0;
  }

  /** `dropAs` leaves the element out for a reason its tag does not show, such as code in `<pre>`. */
  start(tag: StartTag, selfClosing: boolean, dropAs?: 'code'): void {
    const { name, attributes, start, end } = tag;
    const isBlock = BLOCKS.has(name);
    this.#open.makeRoomFor(name, start, isBlock);
    const dropped = dropAs ?? droppedBy(attributes) ?? DROPPED.get(name);
    if (VOID.has(name) || selfClosing) {
      if (!dropped) this.#point(tag);
      return;
    }
    if (isBlock) this.#write.paragraph();
    let ending: Ending | null;
    if (dropped) {
      this.#write.drop(dropped, start);
      // The title of the window stands in the page as its heading; brackets around a reading go with it.
      const quietly = (quote: string) =>
        name === 'title' || name === 'rp' || (QUIET_WHEN_EMPTY.has(dropped) && quote.trim() === '');
      ending = (at) => this.#write.endDrop(at, quietly);
    } else {
      ending = this.#begin(tag);
    }
    const foreign = name === 'svg' || name === 'math';
    if (foreign) this.#foreign += 1;
    this.#open.push(name, (at) => {
      if (foreign) this.#foreign -= 1;
      // What is pending inside the element ends before the element does.
      if (isBlock) this.#write.paragraph();
      ending?.(at);
    });
    if (name === 'a') this.#link(attributes.get('href'), start, end);
  }

  end(name: string, at: number): void {
    if (name === 'br') this.#write.paragraph();
    else if (name === 'p') this.#write.paragraph();
    this.#open.close(name, at);
  }

  finish(at: number): void {
    this.#open.closeAll(at);
  }

  /** An element without content. */
  #point({ name, attributes, start, end }: StartTag): void {
    if (name === 'br' || name === 'hr') this.#write.paragraph();
    else if (name === 'img') this.#write.see('image', start, end, attributes.get('alt'));
    else if (name === 'embed') this.#write.see('media', start, end);
    else if (name === 'input' && attributes.get('type') !== 'checkbox')
      this.#write.see('control', start, end);
  }

  #begin({ name, attributes, start }: StartTag): Ending | null {
    switch (name) {
      case 'ol':
        this.#write.startList(numberIn(attributes, 'start') ?? 1);
        return () => this.#write.endList();
      case 'ul':
      case 'menu':
      case 'dir':
        this.#write.startList(null);
        return () => this.#write.endList();
      case 'li':
        this.#write.item({ number: numberIn(attributes, 'value') });
        return null;
      case 'table':
        this.#write.startTable(start);
        return (at) => this.#write.endTable(start, at);
      case 'thead':
      case 'tbody':
      case 'tfoot':
        this.#write.section(name === 'thead' ? 'head' : name === 'tfoot' ? 'foot' : 'body');
        return () => this.#write.section('body');
      case 'tr':
        this.#write.row();
        return null;
      case 'td':
      case 'th':
        this.#write.cell({
          columns: numberIn(attributes, 'colspan'),
          rows: numberIn(attributes, 'rowspan'),
        });
        return null;
      case 'sup':
      case 'sub':
        this.#write.startRaised(name === 'sup' ? 'raised' : 'lowered', start);
        return (at) => this.#write.endRaised(at);
      case 'q':
        this.#write.mark('“');
        return () => this.#write.mark('”');
      default:
        return null;
    }
  }

  #link(href: string | undefined, start: number, end: number): void {
    if (href === undefined) return;
    if (href.startsWith('#')) this.#write.linkWithin();
    else if (!/^javascript:/i.test(href)) this.#write.see('link-address', start, end);
  }
}

function numberIn(attributes: ReadonlyMap<string, string>, name: string): number | undefined {
  const value = attributes.get(name)?.trim() ?? '';
  return /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}
