import { createReadStream } from 'node:fs';
import path from 'node:path';
import { isRefusal, MAX_ARTICLE_FILE_BYTES, readArticleFile, type ReadArticle } from '#article-files';
import { refuseArticle } from '#quiz-writing';
import { CommandFailure } from '../failure.js';
import { tell } from '../tell.js';

export const ARTICLE_ARGUMENT = '文章文件：.txt、.md、.html 或 .docx；- 表示从标准输入读，格式自动辨认';

/** An article file, or standard input for `-`, as plain text with the way back; what the reading left out is told on stderr. */
export async function readArticle(file: string): Promise<ReadArticle> {
  const name = file === '-' ? '标准输入' : file;
  const bytes = await readBytes(file, name);
  const read = await readArticleFile({ bytes, ...(file !== '-' && { name: path.basename(file) }) });
  if (isRefusal(read)) throw new CommandFailure(`读不了 ${name}：${read.detail}`);
  const refusal = refuseArticle(read.text);
  if (refusal) throw new CommandFailure(`读不了 ${name}：${refusal.detail}`);
  for (const { detail } of read.notes) tell(`读入：${detail}`);
  return read;
}

async function readBytes(file: string, name: string): Promise<Buffer> {
  if (file === '-' && process.stdin.isTTY)
    throw new CommandFailure('标准输入没有内容：请用管道或 < 送入文章。', 2);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // A pipe may stand behind a name, so the size is known only by reading.
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > MAX_ARTICLE_FILE_BYTES) break;
      chunks.push(bytes);
    }
  } catch (error) {
    throw new CommandFailure(`读不了 ${name}：${whyNot(error)}`);
  }
  if (size <= MAX_ARTICLE_FILE_BYTES) return Buffer.concat(chunks);
  throw new CommandFailure(`读不了 ${name}：超过上限 5 MB，请去掉图片或分成几篇。`);
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件。';
  if (code === 'EISDIR') return '这是一个文件夹。';
  if (code === 'EACCES' || code === 'EPERM') return '没有读取的权限。';
  return error instanceof Error ? error.message : String(error);
}
