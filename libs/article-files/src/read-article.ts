import type { OffsetMap } from './offset-map.js';
import type { ReadingNote } from './reading-note.js';

export const ARTICLE_FORMATS = ['text', 'markdown', 'html', 'docx'] as const;

export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** A file or a paste turned into plain text: one paragraph a line, list items `1. ` or `- `, tables as rows `| a | b |`. */
export interface ReadArticle {
  readonly format: ArticleFormat;
  readonly text: string;
  /** What `origins` and the places of `notes` count in: the decoded file; for docx its paragraphs, one a line. */
  readonly source: string;
  readonly origins: OffsetMap;
  /** What was dropped or changed, one note a kind. */
  readonly notes: readonly ReadingNote[];
}
