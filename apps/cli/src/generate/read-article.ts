import { readFile } from 'node:fs/promises';
import { CommandFailure } from '../failure.js';

const MOST_BYTES = 20 * 1024 * 1024;

/** The text of the file, or of standard input for `-`. UTF-8, UTF-16 with a mark, or GB18030 as Windows saves it. */
export async function readArticle(path: string): Promise<string> {
  return decode(path === '-' ? await readStandardInput() : await readFileOrFail(path));
}

async function readFileOrFail(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandFailure(`读不了文章 ${path}：${whyNot(error)}`);
  }
}

async function readStandardInput(): Promise<Buffer> {
  if (process.stdin.isTTY) throw new CommandFailure('标准输入没有内容：请用管道或 < 送入文章。', 2);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BYTES) throw new CommandFailure('文章太长，请分成几篇。');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.includes(0) ? bytes.toString('latin1') : new TextDecoder('gb18030').decode(bytes);
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件。';
  if (code === 'EISDIR') return '这是一个文件夹。';
  if (code === 'EACCES' || code === 'EPERM') return '没有读取的权限。';
  return error instanceof Error ? error.message : String(error);
}
