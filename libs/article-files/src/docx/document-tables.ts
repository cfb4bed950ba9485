import type { ArticleWriter } from '../article-writer.js';
import type { TableSection } from '../table-rows.js';
import { isOn, type XmlElement } from './xml.js';

/** Rows and cells say what they are in settings inside them, so they begin with their first content. */
export class DocumentTables {
  readonly #write: ArticleWriter;
  #row: TableSection | null = null;
  #cell: { columns?: number; continuesAbove?: boolean } | null = null;

  constructor(writer: ArticleWriter) {
    this.#write = writer;
  }

  begin(element: XmlElement): (() => void) | null {
    switch (element.name) {
      case 'tr':
        this.#row = 'body';
        return null;
      case 'tblHeader':
        if (isOn(element)) this.#row = 'head';
        return null;
      case 'tc':
        if (this.#row) this.#write.row(this.#row);
        this.#row = null;
        this.#cell = {};
        return () => this.settle();
      case 'gridSpan':
        if (this.#cell) this.#cell.columns = Number(element.attribute('val')) || 1;
        return null;
      case 'vMerge':
        if (this.#cell) this.#cell.continuesAbove = element.attribute('val') !== 'restart';
        return null;
      default:
        return null;
    }
  }

  /** Content comes: the settings of the cell are complete. */
  settle(): void {
    const shape = this.#cell;
    this.#cell = null;
    if (shape) this.#write.cell(shape);
  }
}
