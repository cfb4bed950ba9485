import { ArticleWriter } from './article-writer.js';
import type { ChangeKind } from './dropped.js';
import { guessTextFormat } from './guess-format.js';
import { readHtml } from './html/read-html.js';
import { readMarkdown } from './markdown/read-markdown.js';
import { cutDataAddresses, isTangled } from './markdown/untangle.js';
import type { OffsetMap } from './offset-map.js';
import type { ArticleFormat, ReadArticle } from './read-article.js';
import { readPlainText } from './read-plain-text.js';
import { NoteTaker } from './reading-note.js';

/** Reads what was pasted; without a format, HTML and Markdown are recognised only when they are plain to see. */
export function readArticleText(text: string, format?: ArticleFormat): ReadArticle {
  const recognised = format === undefined || format === 'docx' ? guessTextFormat(text) : format;
  switch (recognised) {
    case 'html':
      return readPage(text);
    case 'markdown':
      return readMarked(text);
    case 'text':
      return readPlain(text, 'text');
  }
}

function readPlain(source: string, format: ArticleFormat, change?: ChangeKind): ReadArticle {
  const notes = new NoteTaker();
  if (change) notes.see(change, 0, source.length);
  return { format, source, ...readPlainText(source), notes: notes.word(source, '行') };
}

function readPage(source: string): ReadArticle {
  const writer = new ArticleWriter();
  readHtml(source, writer);
  return { format: 'html', source, ...writer.finish(), notes: writer.notes.word(source, '行') };
}

function readMarked(source: string): ReadArticle {
  // A byte order mark would shift every place by one.
  const { text, placeOf } = cutDataAddresses(source.startsWith('\ufeff') ? ` ${source.slice(1)}` : source);
  if (isTangled(text)) return readPlain(source, 'markdown', 'markdown-as-text');
  const writer = new ArticleWriter();
  readMarkdown(text, writer);
  const read = writer.finish();
  const notes = writer.notes.word(source, '行', ({ start, end }) => ({
    start: placeOf(start),
    end: placeOf(end),
  }));
  return { format: 'markdown', source, text: read.text, origins: moved(read.origins, placeOf), notes };
}

function moved({ runs }: OffsetMap, placeOf: (offset: number) => number): OffsetMap {
  return {
    runs: runs.map((run) => ({ ...run, start: placeOf(run.start), end: placeOf(run.end - 1) + 1 })),
  };
}
