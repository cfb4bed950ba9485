import type { ArticleWriter } from '../article-writer.js';
import type { Level } from '../raised-text.js';

/** Passes the words of a document on and keeps them: they are the source that offsets count in. */
export class DocumentText {
  readonly #write: ArticleWriter;
  readonly #parts: string[] = [];
  #raised: Level | null = null;
  #length = 0;

  constructor(writer: ArticleWriter) {
    this.#write = writer;
  }

  get source(): string {
    return this.#parts.join('');
  }

  get length(): number {
    return this.#length;
  }

  words(text: string, level: Level | null): void {
    if (level !== this.#raised) {
      this.settle();
      this.#raised = level;
      if (level) this.#write.startRaised(level, this.#length);
    }
    const start = this.#length;
    this.keep(text);
    this.#write.text(text, start, this.#length);
  }

  /** Characters of the source that are not read, such as the end of a paragraph. */
  keep(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Word cuts [1] into runs as it likes: raised text ends where other text begins. */
  settle(): void {
    if (this.#raised) this.#write.endRaised(this.#length);
    this.#raised = null;
  }
}
