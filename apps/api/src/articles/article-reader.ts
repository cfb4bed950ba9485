import { isRefusal, type ArticleFormat, type ReadArticle, readArticleText } from '#article-files';
import { type ArticleVersionRow, storable } from '#database';
import { type CleanArticle, cleanArticle, refuseArticle } from '#quiz-writing';
import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { SentFile } from '../requests/file-body.js';
import { Lanes } from '../threads/lanes.js';
import { cleanInThread, readInThread } from './read-in-thread.js';

/** What was given and what was read from it, ready to be stored. */
export type GivenArticle = Pick<
  ArticleVersionRow,
  'format' | 'fileName' | 'text' | 'source' | 'origins' | 'readingNotes'
>;

/** Read at once: a thread would take longer to begin. */
const SHORT = 20_000;
/** Threads at one time. */
const LANES = 2;

const FORMAT_OF_TYPE: Readonly<Record<string, ArticleFormat>> = {
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Turns what an instructor gives into the text that questions are written from. */
@Injectable()
export class ArticleReader {
  private readonly log = new Logger(ArticleReader.name);
  private readonly lanes = new Lanes(LANES);

  /** Throws Problem: article-empty, article-binary, article-too-long. */
  async readText(text: string): Promise<GivenArticle> {
    refuseUnreadable(text);
    if (text.length <= SHORT) return judged(readArticleText(text), null);
    const read = await this.lanes
      .run(() => readInThread({ text }))
      .catch((error: Error) => {
        this.log.error(`a pasted text is taken as it is: ${error.message}`);
        return readArticleText(text, 'text');
      });
    if (isRefusal(read)) throw new Problem(read.code, { detail: read.detail });
    return judged(read, null);
  }

  /** Throws Problem: the same, and file-* for what cannot be read. */
  async readFile({ bytes, contentType }: SentFile, name: string | null): Promise<GivenArticle> {
    const format = FORMAT_OF_TYPE[contentType];
    const file = { bytes, ...(name !== null && { name }), ...(format && { format }) };
    const read = await this.lanes
      .run(() => readInThread({ file }))
      .catch((cause: Error) => {
        const detail = '这个文件读不了，请打开后复制正文粘贴进来。';
        throw new Problem('file-damaged', { detail, cause });
      });
    if (isRefusal(read)) throw new Problem(read.code, { detail: read.detail });
    return judged(read, name);
  }

  /** The text as questions will be written from it. */
  async clean(text: string): Promise<CleanArticle> {
    return text.length <= SHORT ? cleanArticle(text) : this.lanes.run(() => cleanInThread(text));
  }
}

function judged(
  { format, text, source, origins, notes }: ReadArticle,
  fileName: string | null,
): GivenArticle {
  refuseUnreadable(text);
  const isSame = source === text;
  return {
    format,
    fileName,
    text,
    source: isSame ? null : source,
    origins: isSame ? null : origins,
    readingNotes: storable([...notes]),
  };
}

function refuseUnreadable(text: string): void {
  const refusal = refuseArticle(text);
  if (refusal) throw new Problem(refusal.code, { detail: refusal.detail });
}
