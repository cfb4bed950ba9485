import { refuse, isRefusal, type ArticleFileRefusal } from './article-file-refusal.js';
import { ArticleWriter } from './article-writer.js';
import { decodeText } from './decode-text.js';
import { openDocx } from './docx/open-docx.js';
import { readDocument } from './docx/read-document.js';
import { formatOfName, guessTextFormat, isPage } from './guess-format.js';
import type { ArticleFormat, ReadArticle } from './read-article.js';
import { readArticleText } from './read-article-text.js';
import { recogniseFile } from './recognise-file.js';
import { READING_CHANGES, type ChangeKind } from './dropped.js';
import type { ReadingNote } from './reading-note.js';

export const MAX_ARTICLE_FILE_BYTES = 5 * 2 ** 20;

export interface ArticleFile {
  readonly name?: string;
  readonly bytes: Uint8Array;
  /** What the file is said to be; a zip or another container is known by its bytes all the same. */
  readonly format?: ArticleFormat;
}

/** Reads an uploaded file into plain text, or says why it cannot. Never throws for what a file holds; fetches nothing. */
export async function readArticleFile(file: ArticleFile): Promise<ReadArticle | ArticleFileRefusal> {
  const { name = '', bytes, format } = file;
  if (bytes.length === 0) return refuse('file-empty', '文件是空的，请检查后再试。');
  if (bytes.length > MAX_ARTICLE_FILE_BYTES) {
    const size = (bytes.length / 2 ** 20).toFixed(1);
    return refuse('file-too-large', `文件有 ${size} MB，超过上限 5 MB，请去掉图片或分成几篇再上传。`);
  }
  const recognised = recogniseFile(bytes);
  if (recognised !== null && recognised !== 'zip') return recognised;
  const read = recognised === 'zip' ? await readDocx(bytes) : readText(name, bytes, format);
  if (isRefusal(read) || read.text.trim()) return read;
  return refuse('file-empty', '文件里没有可读的正文（可能只有图片），请检查后再试。');
}

async function readDocx(bytes: Uint8Array): Promise<ReadArticle | ArticleFileRefusal> {
  const parts = await openDocx(bytes);
  if (isRefusal(parts)) return parts;
  const writer = new ArticleWriter();
  const source = readDocument(parts, writer);
  if (source === null) {
    return refuse('file-damaged', 'Word 文件已损坏，请用 Word 打开后重新保存再上传。');
  }
  return { format: 'docx', source, ...writer.finish(), notes: writer.notes.word(source, '段') };
}

function readText(
  name: string,
  bytes: Uint8Array,
  format: ArticleFormat | undefined,
): ReadArticle | ArticleFileRefusal {
  const decoded = decodeText(bytes);
  if (isRefusal(decoded)) return decoded;
  if ((format ?? formatOfName(name)) === 'docx') {
    return refuse('file-damaged', '文件叫 .docx 却不是 Word 文件，请用 Word 打开后重新保存再上传。');
  }
  const read = readArticleText(decoded.text, format ?? formatOf(name, decoded.text));
  return decoded.change ? { ...read, notes: [changeNote(decoded.change, read.source), ...read.notes] } : read;
}

/** Content first: a page is a page whatever its name; then the name; then the signs in the text. */
function formatOf(name: string, text: string): ArticleFormat {
  if (isPage(text)) return 'html';
  const promised = formatOfName(name);
  return promised === null || promised === 'text' ? guessTextFormat(text) : promised;
}

function changeNote(code: ChangeKind, source: string): ReadingNote {
  return { code, detail: READING_CHANGES[code], count: 1, places: [{ start: 0, end: source.length }] };
}
